import type { FactId } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postgresForTests } from '../../testing/servers/store-for-tests.ts'
import { NewerSchema } from '../migrations/migration.ts'
import { openLedger } from '../sql/ledger.ts'
import { storeContract } from '../store.contract.ts'
import { query } from '../store.ts'
import { openPostgresStore, type PostgresStore } from './postgres-store.ts'

const open = (address: string, migrateAt: number | null = 0) =>
  openPostgresStore({ address, migrateAt, onLost: () => {} })

storeContract('PostgreSQL', async () => {
  const store = await open(await postgresForTests())
  return { store, close: () => store.close() }
})

describe('two relays on one database', () => {
  let address = ''
  const opened: PostgresStore[] = []
  const openOne = async () => {
    const store = await open(address)
    opened.push(store)
    return store
  }
  beforeEach(async () => {
    address = await postgresForTests()
  })
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  it('[RELAY-397] it tells its machine’s time to both, and the moment, also to who holds a place since a while', async () => {
    const [one, two] = [await openOne(), await openOne()]
    const began = Date.now()
    const times = await one.exclusively(async () => [await one.time(), await two.time(), await one.time()])
    // Server and test are on one machine.
    for (const time of times) expect(Math.abs((time ?? 0) - began)).toBeLessThan(60_000)
    expect(times).toEqual([...times].sort((a, b) => Number(a) - Number(b)))
  })

  it('[RELAY-210] both bring an empty database up to date at once, and neither fails', async () => {
    const stores = await Promise.all([openOne(), openOne(), openOne()])
    const steps = query<{ n: number }>('SELECT count(*) AS n FROM migration')
    const counts = await Promise.all(stores.map((store) => store.get(steps)))
    expect(new Set(counts.map((row) => row?.n)).size).toBe(1)
    await stores[0]?.run(query(`INSERT INTO migration (name, applied_at) VALUES ('9999-of-a-newer-release', 0)`))
    await expect(open(address)).rejects.toThrow(NewerSchema)
  })

  it('[RELAY-210] a commit is on disk before it is answered, whatever the server’s default', async () => {
    const store = await openOne()
    await store.run(
      query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`),
    )
    const later = await openOne()
    expect((await later.pool.query<{ synchronous_commit: string }>('SHOW synchronous_commit')).rows).toEqual([
      { synchronous_commit: 'on' },
    ])
  })

  it('[RELAY-212] commands of all relays are decided one after the other', async () => {
    const stores = [await openOne(), await openOne()]
    let inside = 0
    let most = 0
    const turns = stores.flatMap((store) =>
      Array.from({ length: 4 }, () =>
        store.exclusively(async () => {
          inside += 1
          most = Math.max(most, inside)
          await store.all(query('SELECT 1 AS one'))
          inside -= 1
        }),
      ),
    )
    await Promise.all(turns)
    expect(most).toBe(1)
  })

  it('[RELAY-212] a relay that lost its turn half way writes nothing more', async () => {
    const [losing, other] = [await openOne(), await openOne()]
    const entry = (id: string) => ({
      stream: 'org/a' as const,
      expected: 0,
      facts: [{ id: id as FactId, kind: 'tested', data: {} }],
      actor: 'relay' as const,
      at: '2022-05-10T08:00:00.000Z',
      command: null,
    })
    const mine = query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await expect(
      losing.exclusively(async () => {
        const pid = (await losing.get(mine))?.pid ?? 0
        await other.run(query('SELECT pg_terminate_backend(CAST(? AS INTEGER))'), pid)
        await other.exclusively(() => openLedger(other).append(entry('f1')))
        await openLedger(losing).append(entry('f2'))
      }),
    ).rejects.toThrow()
    expect((await openLedger(other).read('org/a')).map(({ id }) => id)).toEqual(['f1'])
    expect((await openLedger(losing).head()).seq).toBe(1)
  })

  it('[RELAY-212] what is to be done by one relay is done by one', async () => {
    const [one, two] = [await openOne(), await openOne()]
    const done: string[] = []
    await one.unlessUnderWay('post', async () => {
      await two.unlessUnderWay('post', async () => void done.push('two'))
      await two.unlessUnderWay('clock', async () => void done.push('another'))
      done.push('one')
    })
    await two.unlessUnderWay('post', async () => void done.push('two, later'))
    expect(done).toEqual(['another', 'one', 'two, later'])
  })

  it('[RELAY-15] a session that another relay ended is noticed', async () => {
    const [one, two] = [await openOne(), await openOne()]
    const before = await one.versionOfOthers()
    await two.run(query('DELETE FROM session WHERE id = ?'), 'any')
    expect(await one.versionOfOthers()).not.toBe(before)
  })
})
