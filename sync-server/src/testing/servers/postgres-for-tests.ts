/** One PostgreSQL for all tests that run on it (see `vitest.config.ts`). */
import { startPostgres } from './postgres-server.ts'
import { POSTGRES_OF_TESTS } from './store-for-tests.ts'

export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startPostgres()
  process.env[POSTGRES_OF_TESTS] = server.address
  return () => server.close()
}
