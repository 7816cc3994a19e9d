/** PostgreSQL over TLS: a relay as an office starts it, the server's certificate of an authority that only this office knows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../../operations/cli/run-command-line.ts'
import { PATIENCE_MS } from '../../operations/testing/sample-folder.ts'
import { type MadeCertificate, makeAuthority } from '../../testing/servers/certificates.ts'
import { newDatabase, type PostgresServer, startPostgres } from '../../testing/servers/postgres-server.ts'
import { type RelayProcess, startRelay } from '../../testing/servers/relay-process.ts'
import { folderForTests } from '../../testing/servers/test-folder.ts'
import { query } from '../store.ts'
import { openPostgresStore } from './postgres-store.ts'

const HOST = '127.0.0.1'
const DAY = 86_400_000
const authority = makeAuthority('CA of the office')

let server: PostgresServer
let folder: string
let address: string
beforeAll(async () => {
  folder = mkdtempSync(join(folderForTests(), 'yejibu-tls-'))
  writeFileSync(join(folder, 'ca.pem'), authority.cert)
  server = await startPostgres()
  address = await newDatabase(server.address)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const sealed = (more = '') => `${address}?sslmode=verify-full${more}`
const trusting = () => sealed(`&sslrootcert=${join(folder, 'ca.pem')}`)

async function started(store: string, env: Readonly<Record<string, string>> = {}): Promise<RelayProcess> {
  const data = join(folder, 'office')
  const relay = await startRelay(['--data', data, '--client', folder], { YEJIBU_STORE: store, ...env })
  if (relay.url !== null) relay.process.kill('SIGTERM')
  await relay.ended
  return relay
}

test(
  '[RELAY-394] a database that is not to be believed, or cannot be entered, is named at the start in a sentence without a password',
  async () => {
    const refused = async (store: string, words: string, code = 2) => {
      const relay = await started(store.replace('yejibu@', 'yejibu:a-secret@'))
      expect([relay.url, await relay.ended]).toEqual([null, code])
      expect(relay.said()).toContain(words)
      expect(relay.said()).toMatch(/^--store：.+。\/ --store .+\.$/m)
      expect(relay.said()).not.toMatch(/a-secret|\n\s+at /)
    }
    await refused(trusting(), '没有开启加密连接')
    await refused(address.replace(/office_\w+$/, 'another'), '没有这个数据库')
    for (const [certificate, words, code] of [
      [makeAuthority('CA of somebody').issue(HOST), 'sslrootcert=', 2],
      [authority.issue(HOST, new Date(Date.now() - DAY)), '已过期', 1],
      [authority.issue('db.example.cn'), '主机名', 2],
    ] as const) {
      await server.crash()
      server.present(certificate)
      await server.start()
      await refused(trusting(), words, code)
    }
    await server.crash()
    await refused(trusting(), '连不上数据库', 1)
    server.present(authority.issue(HOST))
    await server.start()
    await refused(sealed(), 'sslrootcert=')
    const told: string[] = []
    const terminal = {
      ...{ out: () => {}, err: (text: string) => void told.push(text), isInteractive: false },
      ...{ askSecret: async () => '', now: () => new Date(), randomBytes: () => new Uint8Array() },
    }
    expect(await runCommandLine(['doctor', '--store', sealed()], terminal, { dataFolder: folder })).toBe(1)
    expect(told.join()).toContain('sslrootcert=')
  },
  PATIENCE_MS,
)

test(
  '[RELAY-393] a relay that was told of the database’s authority, in the address or by NODE_EXTRA_CA_CERTS, speaks to it encrypted',
  async () => {
    await server.crash()
    server.present(authority.issue(HOST))
    await server.start()
    expect((await started(trusting())).url).not.toBeNull()
    expect((await started(sealed(), { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') })).url).not.toBeNull()
    const store = await openPostgresStore({ address: trusting(), migrateAt: 0, onLost: () => {} })
    const lines = query<{ ssl: boolean }>(
      "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'yejibu'",
    )
    const found = await store.all(lines)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ ssl }) => ssl)).toBe(true)
    await store.close()
  },
  PATIENCE_MS,
)

test(
  '[OPS-73] [OPS-74] a database whose certificate goes bad is named by a relay that runs, which wants no people until it is good again, and no restart',
  async () => {
    const relay = await startRelay(['--data', join(folder, 'office'), '--client', folder], { YEJIBU_STORE: trusting() })
    const status = async (path: string) => (await fetch(`${relay.url}${path}`)).status
    const again = async (certificate: MadeCertificate) => {
      await server.crash()
      server.present(certificate)
      await server.start()
    }
    expect(await status('health')).toBe(200)
    await again(authority.issue(HOST, new Date(Date.now() - DAY)))
    await relay.told('数据库的证书已过期')
    expect(await status('ready')).toBe(503)
    const said = await fetch(`${relay.url}health`)
    expect([said.status, await said.json()]).toEqual([
      ...[503, { status: 'degraded', store: { cause: 'store-refusing', since: expect.any(String) } }],
    ])
    await again(authority.issue(HOST))
    expect([await status('health'), await status('ready')]).toEqual([200, 200])
    // What the background complained of meanwhile is in the journal, like all else, with nothing that a driver would add.
    expect(relay.said()).toContain('a connection to the store broke')
    for (const line of relay.said().trim().split('\n')) {
      const { error } = JSON.parse(line) as { error?: object }
      expect(Object.keys(error ?? {}).filter((key) => !['type', 'code', 'message', 'stack'].includes(key))).toEqual([])
    }
    relay.process.kill('SIGTERM')
    await relay.ended
  },
  PATIENCE_MS,
)
