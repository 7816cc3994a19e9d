/**
 * Who looked into whose file: noted when it happens, read by the person whose it is. Nobody else reads it, and nobody writes in it but the relay.
 * What the same person opens again within the hour is one line with a count.
 */
import type { Role } from '@yejibu/shared/account/actor'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { DiaryEntry, DiaryWhat } from '@yejibu/shared/wire/diary'

export interface Look {
  readonly owner: AccountId
  readonly actor: AccountId
  /** Where she holds the role; null for who was called to a panel. */
  readonly org: OrgId | null
  readonly role: Role | 'expert'
  readonly what: DiaryWhat
  /** The application or archive. */
  readonly subject: string
}

/** Port. */
export interface Diary {
  note(...looks: readonly Look[]): Promise<void>
  /** The newest first, at most 500. */
  of(owner: AccountId): Promise<readonly DiaryEntry[]>
}
