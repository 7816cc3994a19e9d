/** One PostgreSQL for all tests that run on it (see `vitest.config.ts`). It is told to their project alone: the environment is everybody's. */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgres', server.address)
  return () => server.close()
}
