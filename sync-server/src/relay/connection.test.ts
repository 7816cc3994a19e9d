import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import type { SyncParts } from './attach-sync.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay, type TestRelay } from './testing/relay.ts'

let relay: TestRelay
const clients: RawClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) client.ws.terminate()
  await relay.close()
})

async function start(parts: Partial<SyncParts>): Promise<void> {
  relay = await startRelay(
    memoryUpdateLog(() => 'epoch-1'),
    parts,
  )
}

function connect(who: string, document = `archive/${who}`): RawClient {
  const client = new RawClient(`${relay.url}/${document}?token=${who}&ack=1`)
  clients.push(client)
  return client
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describe('a connection', () => {
  it('[RELAY-300] keeps nothing of the request that opened it', async () => {
    const admission = ownersWrite()
    const requests: WeakRef<object>[] = []
    await start({
      admission: {
        ...admission,
        admit: (request) => {
          requests.push(new WeakRef(request))
          return admission.admit(request)
        },
      },
    })
    const [one, two] = [await connect('a1').sync(), await connect('b2').sync()]
    // A request is let go a few turns after its connection was upgraded.
    for (let turn = 0; turn < 100 && requests.some((request) => request.deref()); turn++) {
      await new Promise((resolve) => setImmediate(resolve))
      collectGarbage()
    }
    expect(requests.map((request) => request.deref())).toEqual([undefined, undefined])
    for (const client of [one, two]) {
      client.write('在')
      await client.until(() => client.durable === 1)
    }
  })

  it('[RELAY-301] ends when its own session does, whichever was opened first', async () => {
    const admission = ownersWrite()
    let time = 1_000
    const ends: Record<string, number> = { a1: 90_000_000, b2: 1_080, c3: 1_040, d4: 90_000_000 }
    await start({
      now: () => time,
      admission: {
        ...admission,
        admit: async (request) => {
          const admitted = await admission.admit(request)
          if ('closeCode' in admitted) return admitted
          return { ...admitted, expiresAt: ends[admitted.actor.accountId] ?? 0 }
        },
      },
    })
    const [a1, b2, c3] = [await connect('a1').sync(), await connect('b2').sync(), await connect('c3').sync()]
    time = 1_040
    expect(await c3.closeCode()).toBe(4501)
    expect(b2.closed).toBeNull()
    time = 1_080
    expect(await b2.closeCode()).toBe(4501)
    expect(await connect('e5').closeCode()).toBe(4501)
    expect(a1.closed).toBeNull()
    const d4 = await connect('d4').sync()
    time = 90_000_000
    expect(await connect('e5').closeCode()).toBe(4501)
    expect([a1.closed, d4.closed]).toEqual([null, null])
  })
})
