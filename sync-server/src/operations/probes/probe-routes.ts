/**
 * What machines ask: `/health` (does it answer, does it read its disk, what is wrong), `/ready` (should it get traffic) and `/metrics`
 * (Prometheus). They say nothing about anybody; the counts of `/metrics` are this machine's own and its monitor's, with a token.
 */
import { timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { isLoopback } from '../../config.ts'
import type { WatchedOriginals } from '../../evidence/watched-originals.ts'
import { refused } from '../../http/problem.ts'
import { bearerToken } from '../../http/session.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Metrics } from './metrics.ts'
import type { StoreWatch } from './store-watch.ts'

export interface ProbeParts {
  readonly ledger: Ledger
  readonly watch: StoreWatch
  /** Where files lie for all relays; null where they lie in the data folder. */
  readonly originals: Pick<WatchedOriginals, 'look'> | null
  readonly metrics: Metrics | null
  /** What a monitor on another machine says; null leaves the counts to this machine. */
  readonly metricsToken: string | null
  /** The relay has been told to stop. */
  isStopping(): boolean
}

export function probeRoutes(parts: ProbeParts): Hono {
  const { ledger, watch, originals, metrics } = parts
  const health = async (c: Context) => {
    // A store that cannot be read is a defect and answered as one, unless its trouble is known and has been told.
    const head = await ledger.head().catch((error: unknown) => {
      if (watch.trouble()) return null
      throw error
    })
    const [store, evidence] = await Promise.all([watch.look(), originals?.look() ?? null])
    c.header('cache-control', 'no-store')
    const status = store || evidence || head === null ? 'degraded' : 'ok'
    const said = { status, ...(head && { facts: head.seq }), ...(store && { store }), ...(evidence && { evidence }) }
    return c.json(said, head === null ? 503 : 200)
  }
  return new Hono()
    .get('/health', health)
    .get('/api/health', health)
    .get('/ready', async (c) => {
      c.header('cache-control', 'no-store')
      if (parts.isStopping()) return c.json({ ready: false, why: 'stopping' }, 503)
      // Files alone are no reason to send people away: all relays share their store, and everything else goes on.
      const trouble = await watch.look()
      return trouble ? c.json({ ready: false, why: trouble.cause }, 503) : c.json({ ready: true })
    })
    .get('/metrics', async (c) => {
      if (!metrics || !mayCount(c, parts.metricsToken)) return refused(c, { kind: 'not-found' })
      return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
    })
}

/** With the token, or from this very machine: what a proxy passes on names its sender. */
function mayCount(c: Context, token: string | null): boolean {
  if (token !== null) return isSame(bearerToken(c.req.header('authorization')), token)
  const isForwarded = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined
  const address = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress
  return !isForwarded && address !== undefined && isLoopback(address.replace('::ffff:', ''))
}

function isSame(given: string | null, token: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
