/** In what the office of a test keeps itself: a file, or a database of its own where the tests run on PostgreSQL. */
import { newDatabase } from './postgres-server.ts'

/** The environment's word for the server that `postgres-for-tests.ts` started. */
export const POSTGRES_OF_TESTS = 'YEJIBU_TEST_POSTGRES'

export async function storeForTests(): Promise<string | null> {
  const server = process.env[POSTGRES_OF_TESTS]
  return server === undefined ? null : newDatabase(server)
}

export async function postgresForTests(): Promise<string> {
  const address = await storeForTests()
  if (address === null) throw new Error('name this test *.postgres.test.ts: such run beside a server')
  return address
}
