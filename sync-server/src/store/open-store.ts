/** Opens what an office keeps its tables and documents in, brought up to date. */
import { join } from 'node:path'
import type { OfficeConfig } from '../config.ts'
import type { UpdateLog } from '../relay/update-log.ts'
import { migrations } from './migrations/all.ts'
import { migrationSteps } from './migrations/migration.ts'
import { clockOfStore, LOOK_MS, type OfficeClock, ownClock } from './office-clock.ts'
import { openPostgresStore } from './postgres/postgres-store.ts'
import { postgresUpdateLog } from './postgres/update-log.ts'
import { rebuildViews } from './sql/ledger-views.ts'
import { type Database, type OpenAs, openDatabase } from './sqlite/database.ts'
import { inOneLongTransaction, sqliteStore } from './sqlite/sqlite-store.ts'
import { sqliteUpdateLog } from './sqlite/update-log.ts'
import type { Store } from './store.ts'

export interface OpenStore {
  readonly store: Store
  readonly log: UpdateLog
  /** The file itself, for tools that copy or examine it; null when there is none. */
  readonly database: Database | null
}

export interface OpenStoreParts {
  readonly dataFolder: string
  /** `postgres://…`; null for a file in the folder. */
  readonly address: string | null
  readonly as: OpenAs
  now(): Date
  newEpoch(): string
  onLost(error: Error): void
}

/** The database's where there is one to go by. */
export async function openOfficeClock(
  { goesByStoreClock, now }: Pick<OfficeConfig, 'goesByStoreClock' | 'now'>,
  store: Store,
  as: OpenAs,
): Promise<OfficeClock> {
  if (!goesByStoreClock || (await store.time()) === null) return ownClock(() => now())
  const storeTime = async () => {
    const at = await store.time()
    if (at === null) throw new Error('the store had a clock before')
    return at
  }
  const parts = { storeTime, own: () => now(), monotonic: () => performance.now() }
  return clockOfStore(parts, as === 'relay' ? LOOK_MS : null)
}

/** In the data folder. */
export const DATABASE_FILE = 'yejibu.sqlite'

/** @throws DatabaseInUse, NewerSchema */
export async function openStore(parts: OpenStoreParts): Promise<OpenStore> {
  const { address, as, dataFolder, newEpoch, now, onLost } = parts
  if (address !== null) {
    const store = await openPostgresStore({ address, migrateAt: as === 'reader' ? null : now().getTime(), onLost })
    return { store, log: await postgresUpdateLog(store.pool, newEpoch), database: null }
  }
  const database = openDatabase(join(dataFolder, DATABASE_FILE), as)
  if (as !== 'reader') await bringUpToDate(database, now().getTime())
  return { store: sqliteStore(database), log: sqliteUpdateLog(database, newEpoch), database }
}

/** A step may bring views that the facts of before say something about. Both or neither: what was broken off begins again at the next start. */
export async function bringUpToDate(database: Database, now: number): Promise<void> {
  try {
    await inOneLongTransaction(database, function* () {
      const applied = yield* migrationSteps(migrations, now)
      if (applied.length > 0) yield* rebuildViews()
    })
  } catch (error) {
    database.close()
    throw error
  }
}
