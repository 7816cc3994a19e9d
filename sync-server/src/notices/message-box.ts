/** Port: what each person was told, from the view over facts, and how far she has read. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Messages } from '@yejibu/shared/wire/messages'

export interface MessageBox {
  /** The newest 200. */
  of(account: AccountId): Promise<Messages>
  /** Never back: what was read stays read. */
  read(account: AccountId, seq: number): Promise<void>
}
