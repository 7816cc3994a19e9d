import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { healthReportSchema } from '@yejibu/shared/wire/health'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { folderForTests } from '../../testing/servers/test-folder.ts'
import { OUR_ORIGIN, Stage, Visitor } from '../../testing/stage.ts'
import { noteBackup } from '../backup/last-backup.ts'
import { createMetrics } from './metrics.ts'
import { createStoreWatch } from './store-watch.ts'

let stage: Stage
beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

const HEAD = { seq: 12, hash: 'a'.repeat(64) }

test('[OPS-53] the operator is told how the machine is; for everybody else there is nothing to see', async () => {
  const { office } = stage
  const watch = createStoreWatch({
    tryDisk: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOSPC' })),
    now: () => office.config.now(),
  })
  const counts = () => ({ sockets: 7, rooms: 3, relays: 1 })
  const metrics = createMetrics({
    clockAhead: () => null,
    ...{ dataFolder: stage.folder, watch, originals: office.originals, counts, now: () => 0 },
    facts: async () => (await office.ledger.head()).seq,
  })
  const app = createApp({
    ...{ office, client: null, journal: { error: () => {} }, isHttps: false, isBehindProxy: false },
    allowsOrigin: (origin) => origin === OUR_ORIGIN,
    probes: { watch, metrics, counts, metricsToken: null, isStopping: () => false },
  })
  const told = async (account: string) => {
    const { token } = await office.sessions.begin(account as Parameters<typeof office.sessions.begin>[0])
    return new Visitor(app, token).get('/api/operator/health')
  }
  const { seq, hash } = await office.ledger.head()
  const well = healthReportSchema.parse((await told('zhouhang')).body)
  expect(well).toMatchObject({
    trouble: null,
    ledger: { facts: seq, hash },
    store: { kind: 'file' },
    backup: null,
    ...{ sockets: 7, openDocuments: 3, otherRelays: 1, printing: 0, unshared: 0 },
    messages: { givenUp: 0 },
  })
  expect(well.disk.free).toBeGreaterThan(0)
  expect(well.store.bytes).toBeGreaterThan(0)
  watch.failed(Object.assign(new Error('no'), { code: 'SQLITE_FULL' }))
  expect((await told('zhouhang')).body).toMatchObject({ trouble: { cause: 'disk-full' } })
  for (const account of ['luqinghe', 'zhoumin', 'hejing']) expect((await told(account)).status).toBe(403)
  expect((await new Visitor(app, null).get('/api/operator/health')).status).toBe(401)
})

test('[OPS-54] the last backup is told with its head and place, and a note that cannot be read is none', async () => {
  const operator = await stage.as('zhouhang')
  const elsewhere = await mkdtemp(join(folderForTests(), 'yejibu-backup-'))
  const manifest = {
    format: 'yejibu/backup/v1',
    at: '2022-05-09T18:00:00.000Z',
    head: HEAD,
    files: [],
    missing: ['x'],
  } as const
  await noteBackup(stage.folder, elsewhere, { ...manifest, files: [], missing: ['x'] })
  const { backup } = healthReportSchema.parse((await operator.get('/api/operator/health')).body)
  expect(backup).toEqual({ at: manifest.at, facts: 12, folder: elsewhere, missing: 1 })
  await rm(elsewhere, { recursive: true })
})
