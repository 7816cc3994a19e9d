/** Password hashes, sessions, failed attempts and first-run links in SQLite. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Credentials } from '../../account/accounts.ts'
import type { FirstRunStore } from '../../account/first-run.ts'
import type { AttemptStore } from '../../account/lockout.ts'
import type { SessionKind, SessionStore, StoredSession } from '../../account/sessions.ts'
import type { Database } from './database.ts'

export function openSqliteCredentials(database: Database): Credentials {
  const get = database.prepare<{ password_hash: string }>('SELECT password_hash FROM credential WHERE account = ?')
  const put = database.prepare('INSERT OR REPLACE INTO credential VALUES (?, ?, ?)')
  return {
    async hashOf(account) {
      return get.get(account)?.password_hash ?? null
    },
    async put(account, passwordHash, at) {
      put.run(account, passwordHash, at)
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

export function openSqliteSessions(database: Database): SessionStore {
  const add = database.prepare(`INSERT INTO session VALUES (${Array(11).fill('?').join(', ')})`)
  const update = database.prepare(`UPDATE session SET token_hash = ?, previous_hash = ?, previous_until = ?,
    rotated_at = ?, used_at = ? WHERE id = ?`)
  const byToken = database.prepare<SessionRow>('SELECT * FROM session WHERE token_hash = ?1 OR previous_hash = ?1')
  const byId = database.prepare<SessionRow>('SELECT * FROM session WHERE id = ?')
  const of = database.prepare<SessionRow>('SELECT * FROM session WHERE account = ? ORDER BY created_at')
  const remove = database.prepare('DELETE FROM session WHERE id IN (SELECT value FROM json_each(?))')
  return {
    async add(s) {
      add.run(
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
      update.run(s.tokenHash, s.previousHash, s.previousUntil, s.rotatedAt, s.usedAt, s.id)
    },
    async byTokenHash(tokenHash) {
      const row = byToken.get(tokenHash)
      return row ? sessionOf(row) : null
    },
    async byId(id) {
      const row = byId.get(id)
      return row ? sessionOf(row) : null
    },
    async of(account) {
      return of.all(account).map(sessionOf)
    },
    async delete(ids) {
      remove.run(JSON.stringify(ids))
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

export function openSqliteAttempts(database: Database): AttemptStore {
  const add = database.prepare('INSERT INTO attempt VALUES (?, ?)')
  const forget = database.prepare('DELETE FROM attempt WHERE at <= ?')
  const since = database.prepare<{ at: number }>('SELECT at FROM attempt WHERE subject = ? AND at > ? ORDER BY at')
  const clear = database.prepare('DELETE FROM attempt WHERE subject = ?')
  return {
    async add(subjects, at, forgetBefore) {
      database.transaction(() => {
        forget.run(forgetBefore)
        for (const subject of subjects) add.run(subject, at)
      })
    },
    async since(subject, after) {
      return since.all(subject, after).map((row) => row.at)
    },
    async clear(subject) {
      clear.run(subject)
    },
  }
}

export function openSqliteFirstRun(database: Database): FirstRunStore {
  const put = database.prepare('INSERT INTO first_run VALUES (?, ?, NULL)')
  const good = database.prepare('SELECT 1 FROM first_run WHERE token_hash = ? AND spent_at IS NULL AND ends_at > ?')
  const spend = database.prepare(
    'UPDATE first_run SET spent_at = ?2 WHERE token_hash = ?1 AND spent_at IS NULL AND ends_at > ?2',
  )
  const drop = database.prepare('DELETE FROM first_run WHERE spent_at IS NULL')
  const unspend = database.prepare('UPDATE first_run SET spent_at = NULL WHERE token_hash = ?')
  return {
    async replace(tokenHash, endsAt) {
      database.transaction(() => {
        drop.run()
        put.run(tokenHash, endsAt)
      })
    },
    async isGood(tokenHash, at) {
      return good.get(tokenHash, at) !== undefined
    },
    async spend(tokenHash, at) {
      return spend.run(tokenHash, at).changes === 1
    },
    async giveBack(tokenHash) {
      unspend.run(tokenHash)
    },
  }
}
