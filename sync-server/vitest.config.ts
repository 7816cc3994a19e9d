import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'sync-server',
    include: ['src/**/*.test.ts', 'src/**/*.property.test.ts'],
    // Real sockets, real files with fsync and worker threads on a small machine.
    testTimeout: 30_000,
  },
})
