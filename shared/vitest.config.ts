import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'shared',
    include: ['src/**/*.test.ts'],
    // A limit only against a test that hangs: generated runs take as long as they take on a busy machine.
    testTimeout: 300_000,
  },
})
