/**
 * What can be checked or tested, as a list of steps. A step answers how many of its parts passed and failed, and what it
 * printed.
 *
 * Always true: a step that crashes, or a suite in which no test ran, counts as one failure; a skipped test counts as a
 * failure, because a test that does not run holds nothing.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { packageProgram, ROOT, runQuietly } from './run-command.mjs'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

const MINUTE = 60_000

const TYPED = [
  'shared/tsconfig.json',
  'shared/tsconfig.test.json',
  'sync-server/tsconfig.json',
  'client/tsconfig.json',
  'client/tsconfig.build.json',
  'client/tsconfig.worker.json',
  'e2e/tsconfig.json',
]

const PLAIN = { NO_COLOR: '1', FORCE_COLOR: undefined }

const node = (args, { env, ...options } = {}) =>
  runQuietly(process.execPath, args, { ...options, env: { ...PLAIN, ...env } })

/** One TypeScript project. */
function types(project) {
  return {
    name: `types of ${project}`,
    group: 'types',
    async run() {
      return one(await node([packageProgram('.', 'typescript', 'tsc'), '-p', project], { limitMs: 5 * MINUTE }))
    },
  }
}

const lint = {
  name: 'lint and format',
  group: 'lint',
  async run() {
    return one(
      await node([packageProgram('.', '@biomejs/biome'), 'ci', '--colors=off', '--max-diagnostics=200', '.'], {
        limitMs: 5 * MINUTE,
      }),
    )
  },
}

/** The tests of one package, or of the named files in it. */
function unitTests(folder, reports, files = []) {
  return {
    name: files.length === 0 ? `tests of ${folder}` : `tests of ${files.join(', ')}`,
    group: folder,
    async run() {
      const report = join(reports, `${folder}.json`)
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files]
      const { code, output } = await node([packageProgram(folder, 'vitest'), ...args], {
        cwd: join(ROOT, folder),
        limitMs: 25 * MINUTE,
      })
      return { ...vitestCounts(readReport(report), code), output }
    },
  }
}

function building(folder) {
  return {
    name: `build of ${folder}`,
    group: 'build',
    async run() {
      return one(
        await build(folder, (command, args, options) =>
          runQuietly(command, args, { ...options, env: PLAIN, limitMs: 5 * MINUTE }),
        ),
      )
    },
  }
}

/** The journeys in a real browser. Needs the builds. */
function journeys(reports, browser) {
  return {
    name: 'journeys in the browser',
    group: 'e2e',
    async run() {
      if (!browser) return { passed: 0, failed: 1, output: 'No browser to run them in.\n' }
      const report = join(reports, 'e2e.json')
      const { code, output } = await node([packageProgram('e2e', '@playwright/test', 'playwright'), 'test'], {
        cwd: join(ROOT, 'e2e'),
        env: { YEJIBU_BROWSER: browser, YEJIBU_E2E_REPORT: report },
        limitMs: 45 * MINUTE,
      })
      return { ...playwrightCounts(readReport(report), code), output }
    },
  }
}

/** The quick steps: types, lint, and the order of the layers. */
export function quickSteps(reports) {
  return [lint, ...TYPED.map(types), unitTests('shared', reports, ['src/testing/layers.test.ts'])]
}

/**
 * Every step. Those of `together` may run side by side; the journeys come after them, alone, because a browser short of
 * processor time tests the machine and not the product.
 */
export function everyStep(reports, browser) {
  return {
    together: [
      building('client'),
      building('sync-server'),
      unitTests('sync-server', reports),
      unitTests('shared', reports),
      unitTests('client', reports),
      ...TYPED.map(types),
      lint,
    ],
    alone: [journeys(reports, browser)],
  }
}

/** The names that `--only` knows. */
export const GROUPS = ['types', 'lint', 'shared', 'sync-server', 'client', 'build', 'e2e']

function one({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
