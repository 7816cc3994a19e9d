/**
 * Removes each guard of the relay in turn, in a copy of the project, and runs the attack that it stops: the attack must then succeed, that is,
 * its test must fail. A guard whose test still passes is a guard nobody watches.
 *
 *     npm run guards [-- part of a guard's name …]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './find-browser.mjs'
import { setUp } from './set-up.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const only = process.argv.slice(2)
const guards = JSON.parse(readFileSync(join(ROOT, 'e2e/attacks/guards.json'), 'utf8')).filter(
  ({ guard }) => only.length === 0 || only.some((part) => guard.includes(part)),
)

await setUp()
const browser = await ensureBrowser()
const copy = mkdtempSync(join(tmpdir(), 'yejibu-guards-'))
// The tests' PostgreSQL runs as nobody where we are root, from the packages in the copy.
chmodSync(copy, 0o755)
let unwatched = 0
try {
  for (const file of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(ROOT, file), join(copy, file))
  }
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  execFileSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: copy,
    stdio: 'ignore',
  })
  for (const { guard, file, find, replace, test, unit, also = [] } of guards) {
    // Where two walls stand behind each other, both must go (`also`).
    const whole = [{ file, find, replace }, ...also].map((wall) => takeDown(guard, wall))
    const without = attack(test, unit)
    // The last first: two may stand in one file.
    for (const { path, text } of whole.reverse()) writeFileSync(path, text)
    // A test that fails because nothing starts any more proves nothing: it must have run and found the attack successful.
    let hasFailed =
      without.status !== 0 && /\d+ failed/.test(without.stdout) && !without.stdout.includes('before it listened')
    const ranOutOfTime = hasFailed && /timed out|timeout/i.test(without.stdout)
    // Nor does one that ran out of time, unless it does not with the guard in its place.
    if (ranOutOfTime) hasFailed = attack(test, unit).status === 0
    if (!hasFailed) unwatched++
    console.log(
      `${hasFailed ? 'watched  ' : 'UNWATCHED'}  ${guard}${ranOutOfTime ? ' (ran out of time without it)' : ''}`,
    )
    if (!hasFailed) console.log(without.stdout)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${guards.length - unwatched} of ${guards.length} guards are watched by a test`)
process.exit(unwatched === 0 ? 0 : 1)

/** Most attacks are made on a running office (`e2e`); what only shows below it is a test in the file that `unit` names. */
function attack(test, unit) {
  const program = unit
    ? ['vitest', 'run', unit.slice(unit.indexOf('/') + 1), '-t', test]
    : ['playwright', 'test', '--reporter=line', '--timeout=40000', '--grep', test, 'attacks', 'durability']
  return spawnSync('npx', program, {
    cwd: join(copy, unit?.slice(0, unit.indexOf('/')) ?? 'e2e'),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', YEJIBU_BROWSER: browser ?? process.env.YEJIBU_BROWSER ?? '' },
  })
}

function takeDown(guard, { file, find, replace }) {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) throw new Error(`${guard}: ${file} does not hold the guard's words exactly once`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
  return { path, text }
}
