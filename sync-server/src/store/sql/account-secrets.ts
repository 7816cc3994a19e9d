/** Password hashes, sessions, failed attempts and first-run links. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Credentials } from '../../account/accounts.ts'
import type { FirstRunStore } from '../../account/first-run.ts'
import type { AttemptStore } from '../../account/lockout.ts'
import type { SessionKind, SessionStore, StoredSession } from '../../account/sessions.ts'
import { query, run, type Store, upsert } from '../store.ts'

export function openCredentials(store: Store): Credentials {
  const get = query<{ password_hash: string }>('SELECT password_hash FROM credential WHERE account = ?')
  const put = upsert('credential', ['account'], ['account', 'password_hash', 'changed_at'])
  return {
    async hashOf(account) {
      return (await store.get(get, account))?.password_hash ?? null
    },
    async put(account, passwordHash, at) {
      await store.run(put, account, passwordHash, at)
    },
  }
}

interface SessionRow {
  readonly id: string
  readonly account: string
  readonly kind: string
  readonly label: string
  readonly token_hash: string
  readonly previous_hash: string | null
  readonly previous_until: number | null
  readonly rotated_at: number
  readonly created_at: number
  readonly used_at: number
  readonly ends_at: number
}

export function openSessions(store: Store): SessionStore {
  const add = query(`INSERT INTO session VALUES (${Array(11).fill('?').join(', ')})`)
  const update = query(`UPDATE session SET token_hash = ?, previous_hash = ?, previous_until = ?,
    rotated_at = ?, used_at = ? WHERE id = ?`)
  const byToken = query<SessionRow>('SELECT * FROM session WHERE token_hash = ?1 OR previous_hash = ?1')
  const byId = query<SessionRow>('SELECT * FROM session WHERE id = ?')
  const byIds = query<SessionRow>('SELECT * FROM session WHERE id IN (SELECT value FROM json_each(?))')
  const of = query<SessionRow>('SELECT * FROM session WHERE account = ? ORDER BY created_at, id')
  const remove = query('DELETE FROM session WHERE id IN (SELECT value FROM json_each(?))')
  return {
    async add(s) {
      await store.run(
        add,
        s.id,
        s.account,
        s.kind,
        s.label,
        s.tokenHash,
        s.previousHash,
        s.previousUntil,
        s.rotatedAt,
        s.createdAt,
        s.usedAt,
        s.endsAt,
      )
    },
    async change(s) {
      await store.run(update, s.tokenHash, s.previousHash, s.previousUntil, s.rotatedAt, s.usedAt, s.id)
    },
    async byTokenHash(tokenHash) {
      const row = await store.get(byToken, tokenHash)
      return row ? sessionOf(row) : null
    },
    async byId(id) {
      const row = await store.get(byId, id)
      return row ? sessionOf(row) : null
    },
    async byIds(ids) {
      return (await store.all(byIds, JSON.stringify(ids))).map(sessionOf)
    },
    async of(account) {
      return (await store.all(of, account)).map(sessionOf)
    },
    async delete(ids) {
      await store.run(remove, JSON.stringify(ids))
    },
  }
}

function sessionOf(row: SessionRow): StoredSession {
  return {
    id: row.id,
    account: row.account as AccountId,
    kind: row.kind as SessionKind,
    label: row.label,
    tokenHash: row.token_hash,
    previousHash: row.previous_hash,
    previousUntil: row.previous_until,
    rotatedAt: row.rotated_at,
    createdAt: row.created_at,
    usedAt: row.used_at,
    endsAt: row.ends_at,
  }
}

export function openAttempts(store: Store): AttemptStore {
  const add = query('INSERT INTO attempt VALUES (?, ?)')
  const forget = query('DELETE FROM attempt WHERE at <= ?')
  const since = query<{ at: number }>('SELECT at FROM attempt WHERE subject = ? AND at > ? ORDER BY at')
  const clear = query('DELETE FROM attempt WHERE subject = ?')
  return {
    async add(subjects, at, forgetBefore) {
      await store.transaction(function* () {
        yield* run(forget, forgetBefore)
        for (const subject of subjects) yield* run(add, subject, at)
      })
    },
    async since(subject, after) {
      return (await store.all(since, subject, after)).map((row) => row.at)
    },
    async clear(subject) {
      await store.run(clear, subject)
    },
  }
}

export function openFirstRun(store: Store): FirstRunStore {
  const put = query('INSERT INTO first_run VALUES (?, ?, NULL)')
  const good = query('SELECT 1 FROM first_run WHERE token_hash = ? AND spent_at IS NULL AND ends_at > ?')
  const spend = query('UPDATE first_run SET spent_at = ?2 WHERE token_hash = ?1 AND spent_at IS NULL AND ends_at > ?2')
  const drop = query('DELETE FROM first_run WHERE spent_at IS NULL')
  const unspend = query('UPDATE first_run SET spent_at = NULL WHERE token_hash = ?')
  return {
    async replace(tokenHash, endsAt) {
      await store.transaction(function* () {
        yield* run(drop)
        yield* run(put, tokenHash, endsAt)
      })
    },
    async isGood(tokenHash, at) {
      return (await store.get(good, tokenHash, at)) !== undefined
    },
    async spend(tokenHash, at) {
      return (await store.run(spend, tokenHash, at)).changes === 1
    },
    async giveBack(tokenHash) {
      await store.run(unspend, tokenHash)
    },
  }
}
