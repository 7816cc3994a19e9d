/** Every socket writes as fast as a window of 32 updates under way allows. */
import { note } from './figures.ts'
import { joinRooms, leave, type Running, wait } from './running.ts'

export async function saturate(
  relay: Running,
  { rooms, each, seconds }: { rooms: number; each: number; seconds: number },
  what: string,
  prefix: string,
): Promise<void> {
  const joined = await joinRooms(relay, rooms, each, prefix)
  let mark = 0
  let delivered = 0
  let isOver = false
  for (const room of joined) {
    // The next of the room hears for the writer when to send more.
    for (const [n, client] of room.entries()) {
      const watcher = room[(n + 1) % room.length]
      if (!watcher) continue
      const waiting = new Set<number>()
      const heardBefore = watcher.onDelivered
      const send = () => {
        while (!isOver && waiting.size < 32) {
          waiting.add(++mark)
          client.write(mark)
        }
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
  // Compiling, and starting threads, is not what an update costs.
  await wait(1_000 + (seconds * 1000) / 4)
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
