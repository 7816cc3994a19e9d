/**
 * `npm test`: sets everything up, the browser too, then runs every check and every test.
 * `npm test -- --only shared,e2e` runs the named steps alone.
 *
 * Always true: the last line is `N passed, N failed`, and the exit code is 0 only when nothing failed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyStep, GROUPS } from './checks.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { ensureProxies } from './find-proxy.mjs'
import { ensureRedis } from './find-redis.mjs'
import { ensureTracer } from './find-tracer.mjs'
import { stopChildrenOnSignals } from './run-command.mjs'
import { runSteps } from './run-steps.mjs'
import { setUp } from './set-up.mjs'

const chosen = chosenGroups(process.argv.slice(2))
await setUp()
const browser = chosen.has('e2e') ? await ensureBrowser() : undefined
if (chosen.has('e2e')) await ensureTracer()
if (chosen.has('sync-server')) {
  await ensureRedis()
  await ensureProxies()
}
stopChildrenOnSignals()

const reports = mkdtempSync(join(tmpdir(), 'yejibu-test-'))
const { together, alone } = everyStep(reports, browser)
const first = await runSteps(together.filter((step) => chosen.has(step.group)))
const last = await runSteps(alone.filter((step) => chosen.has(step.group)))
rmSync(reports, { recursive: true, force: true })

const passed = first.passed + last.passed
const failed = first.failed + last.failed
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)

/** The journeys drive the built client, so choosing them chooses its build. */
function chosenGroups(args) {
  if (args.length === 0) return new Set(GROUPS)
  const names = args[0] === '--only' ? (args[1] ?? '').split(',').filter(Boolean) : []
  const unknown = names.filter((name) => !GROUPS.includes(name))
  if (names.length === 0 || unknown.length > 0 || args.length > 2) {
    console.error(`Usage: npm test [-- --only ${GROUPS.join(',')}]`)
    process.exit(2)
  }
  return new Set(names.includes('e2e') ? [...names, 'build'] : names)
}
