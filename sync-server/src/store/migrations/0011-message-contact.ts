/** The e-mail address to which a person wants her messages sent: her own word, and no fact. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const messageContact: Migration = {
  name: '0011-message-contact',
  *up() {
    yield* define(`
      CREATE TABLE message_contact (
        account TEXT PRIMARY KEY, email TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
