/**
 * Every socket writes as fast as a window of 32 updates under way allows. The updates are made beforehand: the load shares the machine with the
 * relay, and where it made them while it sends, a bare ws and ours were both as fast as the load, not as fast as they are.
 */
import { note } from './figures.ts'
import { joinRooms, leave, type Running, wait } from './running.ts'

/** As many as any relay takes; a socket that is served more than its share makes the rest as it goes. */
const MADE_A_SECOND = 120_000

export async function saturate(
  relay: Running,
  { rooms, each, seconds }: { rooms: number; each: number; seconds: number },
  what: string,
  prefix: string,
): Promise<void> {
  const joined = await joinRooms(relay, rooms, each, prefix)
  // Compiling, and starting threads, is not what an update costs.
  const warmMs = 1_000 + (seconds * 1000) / 4
  const made = Math.ceil((MADE_A_SECOND * (warmMs / 1000 + seconds)) / (rooms * each))
  let mark = 0
  for (const client of joined.flat()) client.make(made, () => ++mark)
  let delivered = 0
  let isOver = false
  for (const room of joined) {
    // The next of the room hears for the writer when to send more.
    for (const [n, client] of room.entries()) {
      const watcher = room[(n + 1) % room.length]
      if (!watcher) continue
      const waiting = new Set<number>()
      const heardBefore = watcher.onDelivered
      const writeNew = () => {
        client.write(++mark)
        return mark
      }
      const send = () => {
        while (!isOver && waiting.size < 32) waiting.add(client.writeMade() ?? writeNew())
      }
      watcher.onDelivered = (number) => {
        heardBefore(number)
        if (!waiting.delete(number)) return
        delivered++
        if (waiting.size < 16) send()
      }
      setImmediate(send)
    }
  }
  await wait(warmMs)
  const [cpu, from, began] = [(await relay.usage()).cpu, delivered, performance.now()]
  await wait(seconds * 1000)
  const [count, took] = [delivered - from, (performance.now() - began) / 1000]
  const used = (await relay.usage()).cpu - cpu
  isOver = true
  await wait(200)
  await leave(joined)
  note(relay.name, `${what}: updates`, count / took, '/s')
  note(relay.name, `${what}: processor per update`, used / count, 'µs')
  note(relay.name, `${what}: processor per update and hearer`, used / count / (each - 1), 'µs')
}
