/**
 * Brings a fresh copy of the project to the point where it runs: the right Node, and every dependency of the lockfile.
 *
 * Always true: it needs nothing but Node and npm, changes nothing outside the project's folder, does nothing when there
 * is nothing to do, and writes to standard error alone (programs that print JSON run after it).
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, runInForeground } from './run-command.mjs'

const OLDEST_NODE = [20, 19]
const STAMP = join(ROOT, 'node_modules', '.yejibu-installed')
const WORKSPACE = ['.', 'client', 'sync-server', 'shared', 'e2e']

/** Ends the process with a sentence when the project cannot be set up. */
export async function setUp() {
  refuseOldNode()
  const wanted = fingerprint()
  if (installedFingerprint() === wanted) return
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  say('正在安装依赖，首次运行约需一两分钟…', 'Installing packages; the first time takes a minute or two…')
  const code = await runInForeground(
    'npx',
    ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
      // CI: pnpm must never stop to ask. No log level: npm hands down `--silent`, which would hide why it failed.
      env: { CI: '1', npm_config_loglevel: undefined },
    },
  )
  if (code !== 0) {
    say(
      '依赖没有装好。请检查能否访问 npm 软件源（npm ping），设置好代理或镜像后重新运行。',
      'The packages could not be installed. Check that the npm registry answers (npm ping), set a proxy or mirror if you need one, and run this again.',
    )
    process.exit(1)
  }
  writeFileSync(STAMP, wanted)
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  say(
    `业绩簿需要 Node ${OLDEST_NODE.join('.')} 或更新版本，这台电脑上是 ${process.versions.node}。请从 https://nodejs.org 安装 Node 24 后重试。`,
    `Yejibu needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install Node 24 from https://nodejs.org and try again.`,
  )
  process.exit(1)
}

/** What an installation depends on: the lockfile, the manifests, and the machine whose binaries were chosen. */
function fingerprint() {
  const hash = createHash('sha256')
  hash.update(`${process.platform} ${process.arch}\n`)
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...WORKSPACE.map((folder) => join(folder, 'package.json')),
  ])
    hash.update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

function installedFingerprint() {
  const everyFolder = WORKSPACE.every((folder) => existsSync(join(ROOT, folder, 'node_modules')))
  return everyFolder && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined
}

/** Tells the person something, Chinese first. */
export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp()
