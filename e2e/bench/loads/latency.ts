/** How long until the others hear of an update, and until its writer knows that it is kept, at a steady load. */
import { machineTime } from '../marks.ts'
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
  const heard: { mark: number; at: number }[] = []
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
    for (const other of others)
      other.onDelivered = (mark) => {
        const at = machineTime()
        delays.push(at - (sentAt[mark] ?? 0))
        heard.push({ mark, at })
      }
  }
  await relay.commits()
  const { cpu } = await relay.usage()
  const began = performance.now()
  let sent = 0
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * rate
    for (; sent < due; sent++) {
      sentAt[sent] = machineTime()
      joined[sent % rooms]?.[0]?.write(sent)
    }
    await wait(1)
  }
  await wait(300)
  const used = (await relay.usage()).cpu - cpu
  const commits = await relay.commits()
  await leave(joined)
  const { name } = relay
  const load = `${rooms} rooms × ${each}, ${rate}/s`
  noteDelays(name, 'delivery', load, delays)
  const whole = (sent * (each - 1) - delays.length) / (sent * (each - 1))
  if (whole > 0.001) note(name, `not delivered within 0.3 s, ${load}`, whole * 100, '%')
  noteDelays(
    name,
    'of which the commit',
    load,
    commits.map(({ took }) => took),
  )
  const kept = new Map(commits.flatMap(({ marks, ended }) => marks.map((mark) => [mark, ended] as const)))
  const afterwards = heard.flatMap(({ mark, at }) => (kept.has(mark) ? at - (kept.get(mark) ?? 0) : []))
  noteDelays(name, 'delivery after the commit', load, afterwards)
  // On disk at ours, applied in memory at Hocuspocus; the others never say.
  noteDelays(name, 'acknowledged', load, acknowledgements)
  note(name, `processor per update, ${load}`, used / sent, 'µs')
}
