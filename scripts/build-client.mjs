/**
 * Builds the client when its sources changed since the last build.
 *
 * Always true: `client/dist/.built-from` names the sources of a build that finished; Vite empties the folder first, so a
 * build that failed leaves no name behind.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageProgram, ROOT } from './run-command.mjs'

const BUILT_FROM = join(ROOT, 'client', 'dist', '.built-from')
const SOURCES = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/package.json',
  'client/tsconfig.json',
  'tsconfig.base.json',
  'shared/src',
  'shared/package.json',
  'pnpm-lock.yaml',
]

/**
 * @param {(command: string, args: string[], options: { cwd: string }) => Promise<{ code: number, output: string }>} run
 * @returns {Promise<{ code: number, output: string }>} code 0 when the build in `client/dist` is the sources' own
 */
export async function buildClient(run) {
  const wanted = sourcesDigest()
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === wanted) return { code: 0, output: '' }
  const vite = packageProgram('client', 'vite')
  const result = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(ROOT, 'client') })
  if (result.code === 0) writeFileSync(BUILT_FROM, wanted)
  return result
}

function sourcesDigest() {
  const hash = createHash('sha256')
  for (const source of SOURCES)
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
