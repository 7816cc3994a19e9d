/** The outbox and people's addresses. What goes out is taken from the view of messages, by the number of its fact. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { MessageKind } from '@yejibu/shared/wire/messages'
import type { Contacts } from '../../notices/channels.ts'
import type { Outbox } from '../../notices/delivery.ts'
import { get, query, run, type Store, upsert } from '../store.ts'

const PER_ROUND = 200

export function openOutbox(store: Store): Outbox {
  const cursor = query<{ seq: number }>('SELECT seq FROM delivery_cursor WHERE channel = ?')
  const newest = query<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM view_message')
  const moveCursor = upsert('delivery_cursor', ['channel'], ['channel', 'seq'])
  const take = query(
    `INSERT INTO delivery (seq, account, channel, state, attempts, next_at)
     SELECT seq, account, ?1, 'pending', 0, CAST(?2 AS BIGINT) FROM view_message WHERE seq > ?3 ON CONFLICT DO NOTHING`,
  )
  const due = query<{ seq: number; account: string; kind: string; attempts: number }>(
    `SELECT d.seq, d.account, m.kind, d.attempts FROM delivery AS d
     JOIN view_message AS m ON m.seq = d.seq AND m.account = d.account
     WHERE d.channel = ? AND d.state = 'pending' AND d.next_at <= ? ORDER BY d.next_at, d.seq, d.account LIMIT ${PER_ROUND}`,
  )
  const tried = query(
    'UPDATE delivery SET attempts = attempts + 1, next_at = ? WHERE channel = ? AND seq = ? AND account = ?',
  )
  const note = query('UPDATE delivery SET state = ?, problem = ? WHERE channel = ? AND seq = ? AND account = ?')
  return {
    async takeIn(channel, at) {
      await store.transaction(function* () {
        const from = (yield* get(cursor, channel))?.seq ?? null
        const to = (yield* get(newest))?.seq ?? 0
        if (from === to) return
        if (from !== null) yield* run(take, channel, at, from)
        yield* run(moveCursor, channel, to)
      })
    },
    async due(channel, at) {
      return (await store.all(due, channel, at)).map((row) => ({
        ...row,
        account: row.account as AccountId,
        kind: row.kind as MessageKind,
      }))
    },
    async tried(channel, { seq, account }, nextAt) {
      await store.run(tried, nextAt, channel, seq, account)
    },
    async ended(channel, { seq, account }, state, problem) {
      await store.run(note, state, problem, channel, seq, account)
    },
    async failed(channel, { seq, account }, problem) {
      await store.run(note, 'pending', problem, channel, seq, account)
    },
  }
}

export function openContacts(store: Store): Contacts & {
  setEmail(account: AccountId, email: string | null): Promise<void>
} {
  const email = query<{ email: string }>('SELECT email FROM message_contact WHERE account = ?')
  const putEmail = upsert('message_contact', ['account'], ['account', 'email'])
  const dropEmail = query('DELETE FROM message_contact WHERE account = ?')
  const mobile = query<{ mobile: string | null }>(
    `SELECT json_extract(data, '$.content.fields.mobile') AS mobile FROM fact
     WHERE stream = 'archive/' || ? AND kind = 'revision-approved' AND json_extract(data, '$.item') = 'profile'
     ORDER BY n DESC LIMIT 1`,
  )
  return {
    async email(account) {
      return (await store.get(email, account))?.email ?? null
    },
    async mobile(account) {
      const found = (await store.get(mobile, account))?.mobile ?? null
      return found !== null && /^1[3-9]\d{9}$/.test(found) ? found : null
    },
    async setEmail(account, to) {
      if (to === null) await store.run(dropEmail, account)
      else await store.run(putEmail, account, to)
    },
  }
}
