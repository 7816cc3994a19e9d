/** How long until the others hear of an update, and until its writer knows that it is kept, at a steady load. */
import { note, noteDelays } from './figures.ts'
import { joinRooms, leave, type Running, wait } from './running.ts'

/** One writer a room, so many updates a second over all rooms; from sending to each other socket's hearing. */
export async function latency(
  relay: Running,
  { rooms, each, rate, seconds }: { rooms: number; each: number; rate: number; seconds: number },
): Promise<void> {
  const joined = await joinRooms(relay, rooms, each, `latency-${rooms}-${rate}-`)
  const sentAt: number[] = []
  const delays: number[] = []
  const acknowledgements: number[] = []
  for (const [writer, ...others] of joined) {
    const own: number[] = []
    const write = writer?.write.bind(writer)
    if (!writer || !write) continue
    writer.write = (mark) => {
      own.push(performance.now())
      write(mark)
    }
    let known = 0
    writer.onAcknowledged = (count) => {
      for (; known < count; known++) acknowledgements.push(performance.now() - (own[known] ?? performance.now()))
    }
    for (const other of others) other.onDelivered = (mark) => delays.push(performance.now() - (sentAt[mark] ?? 0))
  }
  const { cpu } = await relay.usage()
  const began = performance.now()
  let sent = 0
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * rate
    for (; sent < due; sent++) {
      sentAt[sent] = performance.now()
      joined[sent % rooms]?.[0]?.write(sent)
    }
    await wait(1)
  }
  await wait(300)
  const after = await relay.usage()
  const used = after.cpu - cpu
  await leave(joined)
  const { name } = relay
  const load = `${rooms} rooms × ${each}, ${rate}/s`
  noteDelays(name, 'delivery', load, delays)
  const whole = (sent * (each - 1) - delays.length) / (sent * (each - 1))
  if (whole > 0.001) note(name, `not delivered within 0.3 s, ${load}`, whole * 100, '%')
  noteDelays(name, 'of which the commit', load, after.commits)
  // On disk at ours, applied in memory at Hocuspocus; the others never say.
  noteDelays(name, 'acknowledged', load, acknowledgements)
  note(name, `processor per update, ${load}`, used / sent, 'µs')
}
