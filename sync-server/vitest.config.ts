import { defineConfig } from 'vitest/config'

// Real sockets, real files with fsync and worker threads on a small machine.
const testTimeout = 30_000

/** What is said of both stores runs on both: these ask for nearly every statement there is. */
const ON_BOTH_STORES = [
  'src/account/{membership,sessions}.test.ts',
  'src/review/attestation-routes.test.ts',
  'src/application/pledge-links.test.ts',
  'src/case/{case-desk,payment,statistics}.test.ts',
  'src/notices/delivery.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'sync-server',
          include: ['src/**/*.test.ts', 'src/**/*.property.test.ts'],
          exclude: ['src/**/*.postgres.test.ts'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      {
        test: {
          name: 'sync-server on PostgreSQL',
          include: ['src/**/*.postgres.test.ts', ...ON_BOTH_STORES],
          globalSetup: ['src/testing/servers/postgres-for-tests.ts'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
})
