/** People's messages in SQLite. */
import type { MessageKind } from '@yejibu/shared/wire/messages'
import type { MessageBox } from '../../notices/message-box.ts'
import type { Database } from './database.ts'

export function openSqliteMessages(database: Database): MessageBox {
  const newest = database.prepare<{ seq: number; kind: string; subject: string; at: string }>(
    'SELECT seq, kind, subject, at FROM view_message WHERE account = ? ORDER BY seq DESC LIMIT 200',
  )
  const readTo = database.prepare<{ seq: number }>('SELECT seq FROM message_read WHERE account = ?')
  const unread = database.prepare<{ n: number }>('SELECT count(*) AS n FROM view_message WHERE account = ? AND seq > ?')
  const put = database.prepare(
    `INSERT INTO message_read (account, seq) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET seq = max(seq, excluded.seq)`,
  )
  return {
    async of(account) {
      const read = readTo.get(account)?.seq ?? 0
      const messages = newest
        .all(account)
        .map(({ seq, kind, subject, at }) => ({ seq, kind: kind as MessageKind, subject, at, isRead: seq <= read }))
      return { messages, unread: unread.get(account, read)?.n ?? 0 }
    },
    async read(account, seq) {
      put.run(account, seq)
    },
  }
}
