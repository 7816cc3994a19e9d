/**
 * `GET /api/feed?after=<seq>&hash=<hash of that fact>`: the facts the asker may see, in order.
 * `GET /api/feed/live?after=<seq>`: the same as server-sent events, `event: fact`, `id: <seq>`, then as they happen;
 * `event: grant` when what the asker may see has changed, whereupon she reads the feed from the beginning;
 * `event: queues`, without content, when a case came to, moved in or left one of the asker's lists (`/api/cases`).
 */
import * as z from 'zod/mini'

export const factSchema = z.object({
  seq: z.int(),
  stream: z.string(),
  n: z.int(),
  id: z.string(),
  kind: z.string(),
  v: z.int(),
  at: z.string(),
  actor: z.string(),
  data: z.unknown(),
  prev: z.string(),
  hash: z.string(),
  sig: z.optional(z.string()),
  kid: z.optional(z.string()),
})

export const feedPageSchema = z.object({
  facts: z.array(factSchema),
  /** The chain's newest fact, seen or not: what `after` and `hash` of the next call may name. */
  head: z.object({ seq: z.int(), hash: z.string() }),
  /** A fingerprint of what the asker may see. Another one than last time: forget the cursor and read from 0. */
  grant: z.string(),
  /** True when there is more after the last fact of this page. */
  more: z.boolean(),
})
export type FeedPage = z.output<typeof feedPageSchema>

/** The answer to an accepted command: the facts it led to, the same ones however often it is sent. */
export const acceptedSchema = z.object({ facts: z.array(factSchema) })
