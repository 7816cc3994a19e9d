/** `GET /api/review/queue`: the people of the asker's employer, the asker left out, with what waits. Computed from facts. */
import * as z from 'zod/mini'
import { accountIdSchema, orgIdSchema } from '../kernel/ids.ts'

const count = z.int().check(z.nonnegative())

export const queueEntrySchema = z.object({
  account: accountIdSchema,
  name: z.string(),
  employer: orgIdSchema,
  /** Items, the profile included, that were ever sent. */
  items: count,
  /** Those whose last sent revision has no ruling yet. */
  waiting: count,
  /** ISO 8601: when the first of these was sent; null when nothing waits. */
  waitingSince: z.nullable(z.string()),
  /** Items with an approval in force. */
  approved: count,
  /** Items that do not wait and about which the last word was "returned" or "approval revoked". */
  returned: count,
  /** Likewise "rejected". */
  rejected: count,
  /** ISO 8601. */
  lastRulingAt: z.nullable(z.string()),
})
export type QueueEntry = z.output<typeof queueEntrySchema>

/** Who waits longest comes first; then who waits for nothing. */
export const reviewQueueSchema = z.object({ people: z.array(queueEntrySchema) })

/**
 * `GET /api/review/assignments`: who was named to review whom, read from the desks of the same people. A desk that nobody wrote on is left out. It
 * guides and decides nothing.
 */
export const reviewAssignmentsSchema = z.object({
  archives: z.array(
    z.object({
      account: accountIdSchema,
      /** Who reviews the archive, by name; null when nobody was named for the whole. */
      name: z.nullable(z.string()),
      /** Everybody who was named, for the whole or for an entry. */
      to: z.array(accountIdSchema),
    }),
  ),
})
export type ReviewAssignments = z.output<typeof reviewAssignmentsSchema>
