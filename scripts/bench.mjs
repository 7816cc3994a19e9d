/**
 * `npm run bench [-- name or part of a path [flags]]`: runs every `*.bench.ts` of the packages, or the one of that name, one after the
 * other, and ends with one table of what they measured. Flags go to the benchmarks: each says at its top which ones make it larger.
 *
 * A benchmark prints each figure as one line of JSON, `{"what": "…", "value": 12.3, "unit": "ms", "reach": "≤ 16"}`
 * (`reach` may be missing, and `ratio`, to a baseline of the same run, too); its other lines are shown as they come.
 */
import { readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build } from './build.mjs'
import { ROOT, runQuietly, stopChildrenOnSignals } from './run-command.mjs'
import { setUp } from './set-up.mjs'

await setUp()
stopChildrenOnSignals()
for (const folder of ['client', 'sync-server']) await build(folder, runQuietly)
const [part = '', ...flags] = process.argv.slice(2)
const figures = []
const named = benchmarks().filter((path) => basename(path) === `${part}.bench.ts`)
for (const file of named.length > 0 ? named : benchmarks().filter((path) => path.includes(part))) {
  console.log(`— ${file}`)
  const { code, output } = await runQuietly(process.execPath, ['--import', 'tsx', file, ...flags])
  for (const line of output.trimEnd().split('\n')) {
    const figure = figureOf(line)
    if (figure) figures.push(figure)
    else console.log(`  ${line}`)
  }
  if (code !== 0) {
    console.log(`  ended with code ${code}`)
    process.exitCode = 1
  }
}
if (figures.length > 0) console.table(figures)
else console.log('No figures: no benchmark matches.')

function benchmarks() {
  return ['shared/src', 'sync-server/src', 'client/src', 'e2e/bench'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.name.endsWith('.bench.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .sort(),
  )
}

function figureOf(line) {
  if (!line.startsWith('{')) return undefined
  try {
    const { what, value, unit, reach, ratio } = JSON.parse(line)
    return what === undefined ? undefined : { what, value, unit, reach: reach ?? '', 'to baseline': ratio ?? '' }
  } catch {
    return undefined
  }
}
