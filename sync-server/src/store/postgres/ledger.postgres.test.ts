import { afterEach, describe } from 'vitest'
import { ledgerContract } from '../../ledger/ledger.contract.ts'
import { postgresForTests } from '../../testing/servers/store-for-tests.ts'
import { openLedger } from '../sql/ledger.ts'
import { openPostgresStore, type PostgresStore } from './postgres-store.ts'

const opened: PostgresStore[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

async function open(address?: string): Promise<PostgresStore> {
  const store = await openPostgresStore({
    address: address ?? (await postgresForTests()),
    migrateAt: 0,
    onLost: () => {},
  })
  opened.push(store)
  return store
}

describe('the ledger in PostgreSQL', () => {
  ledgerContract(async () => openLedger(await open()))
})
