/** How the cost grows: with the length of a document, with the number of documents there are, with the people on one. */
import { RelayClient } from '../relay-client.ts'
import { note } from './figures.ts'
import { joinRooms, leave, type Running, wait } from './running.ts'
import { saturate } from './saturate.ts'

/** @param lengths updates of one document at each look, ascending; typed one after the other by one writer */
export async function growWithLength(relay: Running, lengths: readonly number[]): Promise<void> {
  let written = 0
  const writer = new RelayClient(relay.port, relay.dialect, 'long')
  const reader = new RelayClient(relay.port, relay.dialect, 'long')
  await Promise.all([writer.opened, reader.opened])
  let last = -1
  reader.onDelivered = (mark) => {
    last = Math.max(last, mark)
  }
  for (const length of lengths) {
    const [from, { cpu }] = [written, await relay.usage()]
    for (; written < length; written++) {
      writer.write(written)
      while (written - last > 200) await wait(1)
    }
    while (last < written - 1) await wait(5)
    // What is compacted or stored later is part of what an update costs.
    await wait(3_000)
    const used = (await relay.usage()).cpu - cpu
    const what = `a document of ${length.toLocaleString('en')} updates`
    note(relay.name, `${what}: processor per update on the way there`, used / (length - from), 'µs')
    const [before, began] = [await relay.usage(), performance.now()]
    const late = new RelayClient(relay.port, relay.dialect, 'long')
    late.keepsContent = true
    await late.opened
    note(relay.name, `${what}: opened beside others`, performance.now() - began, 'ms')
    note(relay.name, `${what}: processor per opening`, (await relay.usage()).cpu - before.cpu, 'µs')
    await late.close()
  }
  await Promise.all([writer.close(), reader.close()])
}

/** Makes documents that nobody has open afterwards. @param counts how many there are at each look, ascending */
export async function growWithDocuments(relay: Running, counts: readonly number[]): Promise<void> {
  let made = 0
  const start = await relay.usageCollected()
  for (const count of counts) {
    const { cpu } = await relay.usage()
    const more = count - made
    for (; made < count; made += 100) {
      const wave = await joinRooms(relay, Math.min(100, count - made), 1, `one-of-many-${made}-`)
      for (const [client] of wave) client?.write(made)
      await wait(20)
      await leave(wave)
    }
    made = count
    // Hocuspocus stores and unloads two seconds later.
    await wait(3_000)
    const after = await relay.usageCollected()
    const what = `${count.toLocaleString('en')} documents, none open`
    note(relay.name, `${what}: processor to open, write and leave one`, (after.cpu - cpu) / more, 'µs')
    note(relay.name, `${what}: held for each made`, (after.held - start.held) / more / 1024, 'KB')
  }
}

export async function growWithPeople(relay: Running, people: readonly number[], seconds: number): Promise<void> {
  for (const each of people)
    await saturate(relay, { rooms: 1, each, seconds }, `saturated, 1 room × ${each}`, `people-${each}-`)
}
