/** People's messages. */
import type { MessageKind } from '@yejibu/shared/wire/messages'
import type { MessageBox } from '../../notices/message-box.ts'
import { query, type Store } from '../store.ts'

export function openMessages(store: Store): MessageBox {
  const newest = query<{ seq: number; kind: string; subject: string; at: string }>(
    'SELECT seq, kind, subject, at FROM view_message WHERE account = ? ORDER BY seq DESC LIMIT 200',
  )
  const readTo = query<{ seq: number }>('SELECT seq FROM message_read WHERE account = ?')
  const unread = query<{ n: number }>('SELECT count(*) AS n FROM view_message WHERE account = ? AND seq > ?')
  const put = query(
    `INSERT INTO message_read (account, seq) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET seq = excluded.seq
     WHERE excluded.seq > message_read.seq`,
  )
  return {
    async of(account) {
      const read = (await store.get(readTo, account))?.seq ?? 0
      const messages = (await store.all(newest, account)).map(({ seq, kind, subject, at }) => ({
        seq,
        kind: kind as MessageKind,
        subject,
        at,
        isRead: seq <= read,
      }))
      return { messages, unread: (await store.get(unread, account, read))?.n ?? 0 }
    },
    async read(account, seq) {
      await store.run(put, account, seq)
    },
  }
}
