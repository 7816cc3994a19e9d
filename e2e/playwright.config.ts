/**
 * How the journeys run. The relay is built, but none is started here: each test starts a relay of its own on its own data (`stage/`), so that
 * tests share nothing and may stop, kill and restart it.
 *
 * A journey that passes only the second time has found something: `npm test` names it, so that it is looked into. It does not fail
 * the run, because the machine may have been too busy for a browser at that moment; what fails twice does. Attacks get no second try.
 */
import { defineConfig, type ReporterDescription } from '@playwright/test'
import { browserOptions } from './stage/browser.ts'

/** Where the JSON report goes; set by `npm test`, which counts from it. */
const report = process.env.YEJIBU_E2E_REPORT
const reporters: ReporterDescription[] = [['line']]
if (report !== undefined) reporters.push(['json', { outputFile: report }])

export default defineConfig({
  testDir: '.',
  globalSetup: './stage/build-programs.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Long enough for a machine that does other things too: it ends a test that hangs, it measures nothing.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: reporters,
  projects: [
    { name: 'guards', testMatch: ['attacks/**/*.spec.ts', 'durability/**/*.spec.ts'], retries: 0 },
    { name: 'journeys', testIgnore: ['attacks/**', 'durability/**'], retries: 1 },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: browserOptions(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // Recording every journey costs a third of its time; a second try is recorded.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
})
