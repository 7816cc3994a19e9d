/** Whom HR has before her: the people of her organisations with what waits, computed from facts. */
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { QueueEntry } from '@yejibu/shared/wire/review-queue'

/** Port. */
export interface ReviewQueue {
  /** Who waits longest comes first, then who waits for nothing; `except` is the asker, who never reviews herself. */
  of(orgs: readonly OrgId[], except: AccountId): Promise<readonly QueueEntry[]>
  /** Everybody who ever acted in one of these archives, each once. */
  actedIn(archives: readonly AccountId[]): Promise<readonly AccountId[]>
}
