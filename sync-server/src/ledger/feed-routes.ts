/** `GET /api/feed` in pages and `GET /api/feed/live` as server-sent events (shared/src/wire/feed.ts). */
import type { Actor } from '@yejibu/shared/account/actor'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import * as z from 'zod/mini'
import { actorOf, type Directory } from '../account/directory.ts'
import type { Told } from '../account/note-look.ts'
import type { LiveSession, Sessions } from '../account/sessions.ts'
import { parseWith } from '../http/parse.ts'
import { answered, refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import { grantOf, PAGE_FACTS, readFeed } from './feed.ts'
import type { Ledger } from './ledger.ts'
import type { Tail } from './tail.ts'

export interface FeedRouteParts {
  readonly ledger: Ledger
  readonly tail: Tail
  readonly directory: Directory
  readonly sessions: Sessions
  /** Whether a fact that she is not shown changed one of her lists all the same. */
  concernsQueueOf(fact: Fact, actor: Actor): Promise<boolean>
  /** Written down before facts go to somebody's device. */
  noteCopies(actor: Actor, facts: readonly Told[]): Promise<void>
  /** Milliseconds between two signs of life on a quiet stream; a revoked session is noticed by then at the latest. */
  readonly heartbeat: number
  /** The relay stops: streams end, and their readers come back to the next one. */
  readonly stopping: AbortSignal | null
}

const seq = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))
const querySchema = z.object({
  after: z._default(z.optional(seq), 0),
  hash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** The fingerprint the reader has: when it is not the present one, she is told at once. */
  grant: z.optional(z.string().check(z.maxLength(64))),
})

export function feedRoutes(parts: FeedRouteParts): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get('/', async (c) => {
      const query = parseWith(querySchema, c.req.query())
      if (!query.ok) return refused(c, query.refusal)
      const grant = await grantOf(parts.directory, c.var.actor)
      const { after, hash } = query.value
      const page = await readFeed(parts.ledger, grant, { after, hash: hash ?? null })
      if (page.ok) await parts.noteCopies(c.var.actor, page.value.facts)
      return answered(c, page, (value) => value)
    })
    .get('/live', async (c) => {
      const query = parseWith(querySchema, { after: c.req.header('last-event-id'), ...c.req.query() })
      if (!query.ok) return refused(c, query.refusal)
      const { after, grant } = query.value
      const { fingerprint } = await grantOf(parts.directory, c.var.actor)
      // A proxy must hand each event on at once.
      c.header('x-accel-buffering', 'no')
      return streamSSE(c, (stream) => tell(parts, stream, c.var.session, { after, grant: grant ?? fingerprint }))
    })
}

/** Tells facts until the reader leaves or her session ends. */
async function tell(
  parts: FeedRouteParts,
  stream: SSEStreamingApi,
  session: LiveSession,
  from: { readonly after: number; readonly grant: string },
): Promise<void> {
  let { after, grant: told } = from
  const news = makeBell()
  let unseen: Fact[] = []
  const heard = (facts: readonly Fact[]) => {
    unseen.push(...facts)
    news.ring()
  }
  const unlisten = [parts.tail.listen(heard), parts.sessions.onEnded(({ id }) => id === session.id && news.ring())]
  stream.onAbort(news.ring)
  const { stopping } = parts
  stopping?.addEventListener('abort', news.ring)
  try {
    while (!stream.aborted && !stopping?.aborted && (await parts.sessions.isLive(session.id))) {
      const actor = await actorOf(parts.directory, session.account)
      const grant = await grantOf(parts.directory, actor)
      if (grant.fingerprint !== told) {
        told = grant.fingerprint
        await stream.writeSSE({ event: 'grant', data: told })
      }
      const head = await parts.ledger.head()
      const facts = await parts.ledger.since(after, PAGE_FACTS, grant.visible)
      await parts.noteCopies(actor, facts)
      for (const fact of facts) {
        await stream.writeSSE({ event: 'fact', id: String(fact.seq), data: JSON.stringify(fact) })
      }
      if (facts.length === PAGE_FACTS) {
        after = facts.at(-1)?.seq ?? after
        continue
      }
      const met = unseen
      unseen = []
      if (await anyOf(met, (fact) => parts.concernsQueueOf(fact, actor))) await stream.writeSSE(QUEUES)
      after = Math.max(after, head.seq, facts.at(-1)?.seq ?? 0)
      if (!(await news.rung(parts.heartbeat))) await stream.write(': \n\n')
    }
  } finally {
    for (const undo of unlisten) undo()
    stopping?.removeEventListener('abort', news.ring)
  }
}

/** Nothing but that there is something to ask for. */
const QUEUES = { event: 'queues', data: '' }

async function anyOf(facts: readonly Fact[], test: (fact: Fact) => Promise<boolean>): Promise<boolean> {
  for (const fact of facts) if (await test(fact)) return true
  return false
}

/** Rung while nobody waits, the next wait ends at once. */
function makeBell(): { ring(): void; rung(ms: number): Promise<boolean> } {
  let isRung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      isRung = true
      wake?.()
    },
    async rung(ms) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms).unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = null
      }
      const wasRung = isRung
      isRung = false
      return wasRung
    },
  }
}
