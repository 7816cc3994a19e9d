/**
 * Builds the client and the relay when their sources changed since the last build.
 *
 * Always true: `dist` is a whole build at any moment: a new one grows beside it and takes its place when it is finished, so that a relay that runs,
 * or starts meanwhile, finds its files. `dist/.built-from` names the sources it was made from.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageProgram, ROOT } from './run-command.mjs'

const SOURCES = {
  client: [
    'client/src',
    'client/public',
    'client/index.html',
    'client/vite.config.ts',
    'client/package.json',
    'client/tsconfig.json',
  ],
  'sync-server': ['sync-server/src', 'sync-server/vite.config.ts', 'sync-server/package.json'],
}
const BUILT_FROM = '.built-from'
const SOURCES_OF_BOTH = ['tsconfig.base.json', 'shared/src', 'shared/package.json', 'pnpm-lock.yaml']

/**
 * @typedef {(command: string, args: string[], options: { cwd: string }) => Promise<{ code: number, output: string }>} Run
 * @param {'client' | 'sync-server'} folder
 * @param {Run} run
 * @returns {Promise<{ code: number, output: string }>} code 0 when `dist` of the folder holds what its sources say
 */
export async function build(folder, run) {
  const dist = join(ROOT, folder, 'dist')
  const wanted = digestOf([...SOURCES[folder], ...SOURCES_OF_BOTH])
  const builtFrom = join(dist, BUILT_FROM)
  if (existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === wanted) return { code: 0, output: '' }
  // On the same disk, and in nobody's way.
  const fresh = join(ROOT, folder, 'node_modules', `.dist-${process.pid}`)
  const args = ['build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  const result = await run(process.execPath, [packageProgram(folder, 'vite'), ...args], { cwd: join(ROOT, folder) })
  if (result.code === 0) {
    writeFileSync(join(fresh, BUILT_FROM), wanted)
    if (existsSync(dist)) renameSync(dist, `${fresh}-before`)
    renameSync(fresh, dist)
  }
  rmSync(fresh, { recursive: true, force: true })
  rmSync(`${fresh}-before`, { recursive: true, force: true })
  return result
}

function digestOf(sources) {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesOf(join(ROOT, source))) {
      hash.update(`${relative(ROOT, file)}\0`)
      hash.update(createHash('sha256').update(readFileSync(file)).digest())
    }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(test|bench)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
