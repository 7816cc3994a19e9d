/** Unit and component tests of the client, in jsdom; what needs a real browser is in `e2e/`. */
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [solid({ hot: false })],
  resolve: { conditions: ['development', 'browser'] },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.{test,property.test}.{ts,tsx}'],
    setupFiles: ['src/ui/testing/matchers.ts'],
    // A full run shares two cores with other suites: the limit only ends a test that hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
