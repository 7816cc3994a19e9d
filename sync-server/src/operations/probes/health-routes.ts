/** `GET /api/operator/health`: what the operator's page shows of this machine. For operators alone; whoever else asks is not told that it is there. */
import { statfs } from 'node:fs/promises'
import { may } from '@yejibu/shared/account/access-table'
import { knownThrough } from '@yejibu/shared/kernel/known-years'
import type { HealthReport } from '@yejibu/shared/wire/health'
import { Hono } from 'hono'
import { refused } from '../../http/problem.ts'
import type { SignedIn } from '../../http/session.ts'
import type { Office } from '../../office.ts'
import { countOffice } from '../../store/sql/office-counts.ts'
import { lastBackup } from '../backup/last-backup.ts'
import type { StoreWatch } from './store-watch.ts'

export interface SocketCounts {
  readonly sockets: number
  readonly rooms: number
  /** Other relays that this one hears of; null where it listens to none. */
  readonly relays: number | null
}

export interface HealthRouteParts {
  readonly office: Pick<Office, 'clock' | 'config' | 'database' | 'ledger' | 'originals' | 'store'>
  readonly watch: StoreWatch
  counts(): SocketCounts
}

export function healthRoutes({ office, watch, counts }: HealthRouteParts): Hono<SignedIn> {
  const { clock, config, ledger, originals, store } = office
  const kind = office.database ? 'file' : 'postgres'
  const startedAt = config.now().toISOString()
  return new Hono<SignedIn>().get('/', async (c) => {
    if (!may(c.var.actor, 'operations', 'manage', {})) return refused(c, { kind: 'not-allowed' })
    const { seq, hash } = await ledger.head()
    const { documents, newestFactAt, storeBytes, messages, printing, unshared } = await countOffice(store, kind)
    const { bavail, blocks, bsize } = await statfs(config.dataFolder)
    const { sockets, rooms, relays } = counts()
    const report: HealthReport = {
      at: config.now().toISOString(),
      startedAt,
      trouble: await watch.look(),
      evidenceTrouble: (await originals?.look()) ?? null,
      disk: { free: bavail * bsize, total: blocks * bsize },
      store: { kind, bytes: storeBytes },
      ledger: { facts: seq, hash, newestAt: newestFactAt },
      documents,
      backup: await lastBackup(config.dataFolder),
      calendarThrough: knownThrough(),
      clockAhead: rounded(clock.ahead()),
      ...{ sockets, openDocuments: rooms, otherRelays: relays, messages, printing, unshared },
    }
    return c.json(report)
  })
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms)
}
