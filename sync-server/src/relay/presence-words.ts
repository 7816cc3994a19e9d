/**
 * What relays say to each other of who is present. Nothing of it is kept anywhere; what was lost is noticed by the count and asked for again
 * (`presence-elsewhere.ts`).
 */
import * as z from 'zod/mini'

const entry = z.strictObject({ client: z.int(), clock: z.int(), state: z.string() })

/** How many changes the speaker has told so far, this one included. */
const count = z.int()

export const presenceWordsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alive'), count }),
  z.strictObject({
    ...{ kind: z.literal('changed'), count, document: z.string() },
    account: z.string(),
    entries: z.array(entry),
  }),
  /** `evenNobody`: answer also for documents that nobody of yours is on. */
  z.strictObject({ kind: z.literal('who'), count, documents: z.array(z.string()), evenNobody: z.boolean() }),
  /** Everybody who is on the document at the speaker. */
  z.strictObject({
    ...{ kind: z.literal('present'), count, document: z.string() },
    people: z.array(z.strictObject({ account: z.string(), entry })),
  }),
])

export type PresenceWords = z.output<typeof presenceWordsSchema>
