/** The outbox and people's addresses in SQLite. What goes out is taken from the view of messages, by the number of its fact. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { MessageKind } from '@yejibu/shared/wire/messages'
import type { Contacts } from '../../notices/channels.ts'
import type { Outbox } from '../../notices/delivery.ts'
import type { Database } from './database.ts'

const PER_ROUND = 200

export function openSqliteOutbox(database: Database): Outbox {
  const cursor = database.prepare<{ seq: number }>('SELECT seq FROM delivery_cursor WHERE channel = ?')
  const newest = database.prepare<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM view_message')
  const moveCursor = database.prepare('INSERT OR REPLACE INTO delivery_cursor (channel, seq) VALUES (?, ?)')
  const take = database.prepare(
    `INSERT OR IGNORE INTO delivery (seq, account, channel, state, attempts, next_at, problem)
     SELECT seq, account, ?1, 'pending', 0, ?2, NULL FROM view_message WHERE seq > ?3`,
  )
  const due = database.prepare<{ seq: number; account: string; kind: string; attempts: number }>(
    `SELECT d.seq, d.account, m.kind, d.attempts FROM delivery AS d
     JOIN view_message AS m ON m.seq = d.seq AND m.account = d.account
     WHERE d.channel = ? AND d.state = 'pending' AND d.next_at <= ? ORDER BY d.next_at, d.seq LIMIT ${PER_ROUND}`,
  )
  const tried = database.prepare(
    'UPDATE delivery SET attempts = attempts + 1, next_at = ? WHERE channel = ? AND seq = ? AND account = ?',
  )
  const note = database.prepare(
    'UPDATE delivery SET state = ?, problem = ? WHERE channel = ? AND seq = ? AND account = ?',
  )
  return {
    async takeIn(channel, at) {
      database.transaction(() => {
        const from = cursor.get(channel)?.seq ?? null
        const to = newest.get()?.seq ?? 0
        if (from === to) return
        if (from !== null) take.run(channel, at, from)
        moveCursor.run(channel, to)
      })
    },
    async due(channel, at) {
      return due
        .all(channel, at)
        .map((row) => ({ ...row, account: row.account as AccountId, kind: row.kind as MessageKind }))
    },
    async tried(channel, { seq, account }, nextAt) {
      tried.run(nextAt, channel, seq, account)
    },
    async ended(channel, { seq, account }, state, problem) {
      note.run(state, problem, channel, seq, account)
    },
    async failed(channel, { seq, account }, problem) {
      note.run('pending', problem, channel, seq, account)
    },
  }
}

export function openSqliteContacts(database: Database): Contacts & {
  setEmail(account: AccountId, email: string | null): Promise<void>
} {
  const email = database.prepare<{ email: string }>('SELECT email FROM message_contact WHERE account = ?')
  const putEmail = database.prepare('INSERT OR REPLACE INTO message_contact (account, email) VALUES (?, ?)')
  const dropEmail = database.prepare('DELETE FROM message_contact WHERE account = ?')
  const mobile = database.prepare<{ mobile: string | null }>(
    `SELECT json_extract(data, '$.content.fields.mobile') AS mobile FROM fact
     WHERE stream = 'archive/' || ? AND kind = 'revision-approved' AND json_extract(data, '$.item') = 'profile'
     ORDER BY n DESC LIMIT 1`,
  )
  return {
    async email(account) {
      return email.get(account)?.email ?? null
    },
    async mobile(account) {
      const found = mobile.get(account)?.mobile ?? null
      return found !== null && /^1[3-9]\d{9}$/.test(found) ? found : null
    },
    async setEmail(account, to) {
      if (to === null) dropEmail.run(account)
      else putEmail.run(account, to)
    },
  }
}
