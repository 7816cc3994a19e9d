/**
 * What the relay counts, in Prometheus' text form. Labels are route patterns, methods and status codes: nothing that is anybody's, and no
 * more of them than there are routes.
 */
import { statfs } from 'node:fs/promises'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { WatchedOriginals } from '../../evidence/watched-originals.ts'
import type { StoreWatch } from './store-watch.ts'
import type { CommitCount } from './watched-log.ts'

export interface Metrics {
  readonly contentType: string
  readonly commits: CommitCount
  readonly requests: MiddlewareHandler
  text(): Promise<string>
}

export interface MetricsParts {
  readonly dataFolder: string
  readonly watch: StoreWatch
  /** Where files lie for all relays; null where they lie in the data folder. */
  readonly originals: Pick<WatchedOriginals, 'trouble'> | null
  /** Milliseconds by which this machine's clock is before the database's. */
  clockAhead(): number | null
  counts(): { readonly sockets: number; readonly rooms: number }
  facts(): Promise<number>
  /** Milliseconds of a clock that only goes forward. */
  now(): number
}

/** Seconds. A commit takes a few milliseconds where the disk is well. */
const COMMIT_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2]
const REQUEST_BUCKETS = [0.005, 0.02, 0.1, 0.5, 2, 10]

export function createMetrics(parts: MetricsParts): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register, prefix: 'yejibu_' })
  gauge('yejibu_sync_sockets', 'Document sockets open', () => parts.counts().sockets)
  gauge('yejibu_sync_rooms', 'Documents that somebody has open', () => parts.counts().rooms)
  gauge('yejibu_ledger_facts', 'Facts in the ledger', () => parts.facts())
  gauge('yejibu_store_in_trouble', '1 while the store refuses commits', () => (parts.watch.trouble() ? 1 : 0))
  gauge('yejibu_evidence_in_trouble', '1 while the store of files takes or gives none', () =>
    parts.originals?.trouble() ? 1 : 0,
  )
  gauge(
    'yejibu_clock_ahead_seconds',
    'Seconds by which this clock is before that of the database, 0 without one',
    () => Math.round(parts.clockAhead() ?? 0) / 1_000,
  )
  gauge('yejibu_disk_free_bytes', 'Bytes free where the data folder lies', async () => {
    const { bavail, bsize } = await statfs(parts.dataFolder)
    return bavail * bsize
  })
  const updates = new Counter({ name: 'yejibu_sync_updates_total', help: 'Updates on disk', registers })
  const failures = new Counter({ name: 'yejibu_sync_commit_failures_total', help: 'Commits that failed', registers })
  const commits = new Histogram({
    name: 'yejibu_sync_commit_seconds',
    help: 'From the begin of a group commit to its end on disk',
    buckets: COMMIT_BUCKETS,
    registers,
  })
  const requests = new Histogram({
    name: 'yejibu_http_request_seconds',
    help: 'From a request to the first byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  })

  function gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read())
      },
    })
  }

  return {
    contentType: register.contentType,
    commits: {
      committed(count, seconds) {
        updates.inc(count)
        commits.observe(seconds)
      },
      failed: () => failures.inc(),
    },
    requests: async (c, next) => {
      const began = parts.now()
      await next()
      const method = KNOWN_METHODS.has(c.req.method) ? c.req.method : 'OTHER'
      requests.observe({ method, route: routePath(c), status: String(c.res.status) }, (parts.now() - began) / 1000)
    },
    text: () => register.metrics(),
  }
}

/** A sender may name any method it likes; a label may not. */
const KNOWN_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])
