/** In what the office of a test keeps itself: a file, or a database of its own where the tests run on PostgreSQL. */
import { newDatabase } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server that `postgres-for-tests.ts` started for this project of `vitest.config.ts`; the other project has none. */
    postgres?: string
  }
}

export async function storeForTests(): Promise<string | null> {
  // A release is written down (`migrations/testing/dump-office.ts`) without a test runner, and so without a server.
  if (process.env.VITEST === undefined) return null
  const { inject } = await import('vitest')
  const server = inject('postgres')
  return server === undefined ? null : newDatabase(server)
}

export async function postgresForTests(): Promise<string> {
  const address = await storeForTests()
  if (address === null) throw new Error('name this test *.postgres.test.ts: such run beside a server')
  return address
}
