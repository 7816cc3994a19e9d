/** Redis over TLS: relays as an office starts them, the certificate of an authority that only this office knows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PATIENCE_MS } from '../operations/testing/sample-folder.ts'
import { makeAuthority } from '../testing/servers/certificates.ts'
import { type RedisServer, startRedis } from '../testing/servers/redis-server.ts'
import { startRelay } from '../testing/servers/relay-process.ts'
import { postgresForTests } from '../testing/servers/store-for-tests.ts'
import { folderForTests } from '../testing/servers/test-folder.ts'
import { type TlsDoor, tlsDoorTo } from '../testing/servers/tls-door.ts'

const HOST = '127.0.0.1'
const authority = makeAuthority('CA of the office')

let redis: RedisServer
let door: TlsDoor
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(folderForTests(), 'yejibu-tls-'))
  writeFileSync(join(folder, 'ca.pem'), authority.cert)
  redis = await startRedis()
  door = await tlsDoorTo(Number(new URL(redis.address).port), authority.issue(HOST))
})
afterAll(async () => {
  await door.close()
  await redis.stop()
  rmSync(folder, { recursive: true, force: true })
})

test(
  '[RELAY-396] Redis is heard over TLS once its certificate is to be believed; until then one sentence says why, and the relay serves',
  async () => {
    const store = await postgresForTests()
    const asker = new Redis(redis.address)
    const listening = async () => {
      const channels = (await asker.pubsub('CHANNELS', 'yejibu/*')) as string[]
      return channels.length
    }
    for (const [certificate, words] of [
      [makeAuthority('CA of somebody').issue(HOST), 'NODE_EXTRA_CA_CERTS'],
      [authority.issue(HOST, new Date(Date.now() - 86_400_000)), '已过期'],
      [authority.issue('cache.example.cn'), '主机名'],
    ] as const) {
      door.present(certificate)
      const relay = await startRelay(['--data', join(folder, 'office'), '--client', folder], {
        YEJIBU_STORE: store,
        YEJIBU_FAN_OUT: `rediss://${HOST}:${door.port}`,
        NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      })
      await relay.told(words)
      expect((await fetch(`${relay.url}ready`)).status).toBe(200)
      expect(await listening()).toBe(0)
      door.present(authority.issue(HOST))
      await vi.waitFor(async () => expect(await listening()).toBe(2), 5_000)
      expect(relay.said().match(/--fan-out：/g)).toHaveLength(1)
      relay.process.kill('SIGTERM')
      await relay.ended
    }
    asker.disconnect()
  },
  PATIENCE_MS,
)
