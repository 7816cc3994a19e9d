/** `npm run check`: types, lint, format and the order of the layers; what to run before each commit. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quickSteps } from './checks.mjs'
import { stopChildrenOnSignals } from './run-command.mjs'
import { runSteps } from './run-steps.mjs'
import { setUp } from './set-up.mjs'

await setUp()
stopChildrenOnSignals()
const reports = mkdtempSync(join(tmpdir(), 'yejibu-check-'))
const { passed, failed } = await runSteps(quickSteps(reports))
rmSync(reports, { recursive: true, force: true })
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
