import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { memoryFanOut } from '../store/memory/fan-out.ts'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { type RedisServer, startRedis } from '../testing/servers/redis-server.ts'
import { folderForTests } from '../testing/servers/test-folder.ts'
import type { FanOut } from './fan-out.ts'
import { type PresenceEntry, presenceFrame } from './frames.ts'
import { makePresence, type PresenceHolder } from './presence.ts'
import { type Gathering, presenceElsewhere } from './presence-elsewhere.ts'
import { openRedisFanOut } from './redis-fan-out.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay } from './testing/relay.ts'

const RELAY_PROCESS = fileURLToPath(new URL('./testing/relay-process.ts', import.meta.url))
/** Quicker than in an office: what is waited for here is that a relay has died. */
const limits = { presenceBeat: 100 }

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

const undo: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const overRedis = () => openRedisFanOut(redis.address, 'office', () => {})

async function relayWith(fanOut: FanOut) {
  const admission = ownersWrite(['b1', 'c1'])
  const relay = await startRelay(
    memoryUpdateLog(() => 'epoch-1'),
    { fanOut, limits, admission },
  )
  undo.push(async () => {
    await relay.close()
    await fanOut.close()
  })
  return relay
}

async function enter(relay: { readonly url: string }, account: string): Promise<RawClient> {
  const client = await new RawClient(`${relay.url}/archive/a1?token=${account}`).opened()
  undo.push(() => client.close())
  return client
}

const entry = (client: number, clock: number, state = '{"name":"在"}'): PresenceEntry => ({ client, clock, state })

/** What a client has been told of an id last. */
const lastOf = (client: RawClient, id: number) => client.presenceOf(id)

describe('people on the same document at different relays', () => {
  it('[RELAY-330] see each other over Redis, when they come, change and leave, whoever was there first', async () => {
    const [one, two] = [await relayWith(overRedis()), await relayWith(overRedis())]
    const first = await enter(one, 'a1')
    first.send(presenceFrame([entry(1, 1)]))
    await first.until(() => lastOf(first, 1) !== undefined)
    const second = await enter(two, 'b1')
    // Asked for when the document was opened there.
    await second.until(() => lastOf(second, 1) === '{"name":"在"}')
    second.send(presenceFrame([entry(2, 1)]))
    await first.until(() => lastOf(first, 2) === '{"name":"在"}')
    first.send(presenceFrame([entry(1, 2, '{"name":"改"}')]))
    await second.until(() => lastOf(second, 1) === '{"name":"改"}')
    first.close()
    await second.until(() => lastOf(second, 1) === 'null')
  })

  it('[RELAY-331] find each other again after Redis was away', async () => {
    const [one, two] = [await relayWith(overRedis()), await relayWith(overRedis())]
    const [first, second] = [await enter(one, 'a1'), await enter(two, 'b1')]
    first.send(presenceFrame([entry(1, 1)]))
    await second.until(() => lastOf(second, 1) === '{"name":"在"}')
    await redis.stop()
    // Nobody is heard of, so nobody is claimed to be there.
    await second.until(() => lastOf(second, 1) === 'null')
    first.send(presenceFrame([entry(1, 2, '{"name":"其间"}')]))
    await first.until(() => lastOf(first, 1) === '{"name":"其间"}')
    await redis.start()
    await second.until(() => lastOf(second, 1) === '{"name":"其间"}')
  })

  it('[RELAY-332] a relay that is killed takes its people away', async () => {
    const folder = mkdtempSync(join(folderForTests(), 'yejibu-presence-'))
    undo.push(() => rmSync(folder, { recursive: true, force: true }))
    const doomed = spawn(
      process.execPath,
      ['--import', 'tsx', RELAY_PROCESS, join(folder, 'relay.sqlite'), redis.address],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [port] = (await once(doomed.stdout, 'data')) as [Buffer]
    const stays = await enter(await relayWith(overRedis()), 'b1')
    const goes = await enter({ url: `ws://127.0.0.1:${Number(port.toString())}/sync` }, 'a1')
    goes.send(presenceFrame([entry(1, 1)]))
    await stays.until(() => lastOf(stays, 1) === '{"name":"在"}')
    doomed.kill('SIGKILL')
    await once(doomed, 'exit')
    await stays.until(() => lastOf(stays, 1) === 'null')
  })

  it('[RELAY-333] nobody speaks for the id of another person who is at another relay', async () => {
    const open = memoryFanOut()
    const [one, two] = [await relayWith(open()), await relayWith(open())]
    const [victim, forger, witness] = [await enter(one, 'a1'), await enter(two, 'b1'), await enter(two, 'c1')]
    victim.send(presenceFrame([entry(1, 1)]))
    await forger.until(() => lastOf(forger, 1) !== undefined)
    forger.send(presenceFrame([entry(1, 9, '{"name":"假"}'), entry(1, 10, 'null'), entry(2, 1)]))
    // Her own id in the same frame is taken, so the others were looked at.
    for (const client of [victim, witness]) {
      await client.until(() => lastOf(client, 2) !== undefined)
      expect(lastOf(client, 1)).toBe('{"name":"在"}')
    }
  })
})

/** A relay’s room without sockets. */
function gatheringOf(fanOut: FanOut) {
  const told: PresenceEntry[] = []
  const gathering: Gathering = {
    name: 'archive/a1',
    presence: makePresence<PresenceHolder>(),
    announce: (entries) => told.push(...entries),
  }
  const elsewhere = presenceElsewhere({
    ...{ fanOut, limits: { presenceBeat: 3_600_000 } },
    room: (name) => (name === gathering.name ? gathering : undefined),
    rooms: () => [gathering],
  })
  undo.push(() => elsewhere.close())
  const speak = (holder: PresenceHolder, entries: PresenceEntry[]) =>
    elsewhere.changed(gathering.name, holder.accountId, gathering.presence.hear(holder, entries))
  return { told, gathering, elsewhere, speak }
}

describe('what one relay tells another of who is there', () => {
  it('[RELAY-331] a change that was lost is asked for again, and who left meanwhile is gone', async () => {
    const open = memoryFanOut()
    const spoken = open()
    let isDeaf = false
    const one = gatheringOf({ ...spoken, say: (words, to) => !isDeaf && spoken.say(words, to) })
    const two = gatheringOf(open())
    const [anna, bella] = [{ accountId: 'a1' }, { accountId: 'b1' }]
    one.speak(anna, [entry(1, 1)])
    expect(two.gathering.presence.present()).toEqual([entry(1, 1)])
    isDeaf = true
    one.elsewhere.changed('archive/a1', 'a1', one.gathering.presence.leave(anna))
    isDeaf = false
    one.speak(bella, [entry(2, 1)])
    expect(two.gathering.presence.present()).toEqual([entry(2, 1)])
    expect(two.told).toContainEqual(entry(1, 1, 'null'))
  })

  it('[RELAY-330] a device that moved over is where it is now, and the end of its old socket changes nothing', () => {
    const open = memoryFanOut()
    const [one, two, three] = [gatheringOf(open()), gatheringOf(open()), gatheringOf(open())]
    const [before, after] = [{ accountId: 'a1' }, { accountId: 'a1' }]
    one.speak(before, [entry(1, 1)])
    two.speak(after, [entry(1, 1)])
    one.elsewhere.changed('archive/a1', 'a1', one.gathering.presence.leave(before))
    for (const { gathering } of [one, two, three]) expect(gathering.presence.present()).toEqual([entry(1, 1)])
    two.elsewhere.changed('archive/a1', 'a1', two.gathering.presence.leave(after))
    for (const { gathering } of [one, two, three]) expect(gathering.presence.present()).toEqual([])
  })
})
