/** How long somebody who has nothing waits for an archive, at a relay that has just been started. */
import * as Y from 'yjs'
import { RelayClient } from '../relay-client.ts'
import { note } from './figures.ts'
import { joinRooms, leave, type Running, start, wait } from './running.ts'

const ITEMS = 200
const UPDATES = 3_201
const WHAT = 'cold open, 200 items in 3,201 updates'

/** An archive of 200 items, written in 3,201 updates. @returns what a client that has nothing must get */
export async function fill(relay: Running): Promise<string> {
  const writer = new RelayClient(relay.port, relay.dialect, 'cold')
  await writer.opened
  for (let n = 0; n < UPDATES; n++) {
    writer.update((doc) => {
      const items = doc.getMap<Y.Map<string>>('items')
      const id = `item-${n % ITEMS}`
      const item = items.get(id) ?? items.set(id, new Y.Map())
      item.set(`f:field-${n % 16}`, `第 ${n} 次写下的内容`)
    })
    if (n % 100 === 0) await wait(2)
  }
  // Hocuspocus stores two seconds after the last change; ours has compacted by then.
  await wait(4_000)
  const state = JSON.stringify(writer.doc.getMap('items').toJSON())
  await writer.close()
  // A compaction on leaving takes seconds on a busy machine.
  await wait(5_000)
  return state
}

/** @param among what else lies in the folder, for the figure's name */
export async function coldOpen(name: Running['name'], folder: string, state: string, among = ''): Promise<void> {
  const relay = await start(name, folder)
  // The first connection of a process pays for compiling the program.
  await leave(await joinRooms(relay, 1, 1, 'warm-'))
  const open = async () => {
    const client = new RelayClient(relay.port, relay.dialect, 'cold')
    client.keepsContent = true
    await client.opened
    return client
  }
  const began = performance.now()
  const first = await open()
  note(name, `${WHAT}${among}`, performance.now() - began, 'ms')
  const doc = new Y.Doc()
  for (const update of first.received) Y.applyUpdate(doc, update)
  const isWhole = JSON.stringify(sorted(doc.getMap('items').toJSON())) === JSON.stringify(sorted(JSON.parse(state)))
  if (!isWhole) note(name, `${WHAT}${among}: came incomplete`, doc.getMap('items').size, `of ${ITEMS} items`)
  const [{ cpu }, together] = [await relay.usage(), performance.now()]
  const many = await Promise.all(Array.from({ length: 100 }, open))
  note(name, `${WHAT}${among}, 100 at once`, performance.now() - together, 'ms')
  note(name, `${WHAT}${among}, 100 at once: processor each`, ((await relay.usage()).cpu - cpu) / 100, 'µs')
  await leave([[first, ...many]])
  await relay.stop()
}

function sorted(value: object): unknown[] {
  return Object.entries(value)
    .map(([key, inner]) => [key, typeof inner === 'object' ? sorted(inner as object) : inner])
    .sort()
}
