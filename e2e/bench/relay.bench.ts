/**
 * Ours beside Hocuspocus, @y/websocket-server and a bare ws, one after the other in one run, each in a process of its own, the load in this one:
 *
 *     npm run bench -- relay [--seconds 3] [--idle 400] [--only hocuspocus,ours] [--full]
 *
 * `--full` is the size of the design's table: 2,000 idle connections, ten seconds a load. What stands on disk differs and is part of each figure's
 * name: ours acknowledges after fsync, Hocuspocus stores two seconds later, the others never.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { DIALECTS, type Dialect, RelayClient } from './relay-client.ts'
import type { Usage } from './relays/said.ts'

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string' },
    idle: { type: 'string' },
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
})
const SECONDS = Number(flags.seconds ?? (flags.full ? 10 : 3))
const IDLE = Number(flags.idle ?? (flags.full ? 2_000 : 400))
const TEMP = mkdtempSync(join(tmpdir(), 'yejibu-bench-'))

type Name = keyof typeof DIALECTS
/** The baselines first, so that ours has them to be compared with. */
const NAMES = (['bare-ws', 'y-websocket-server', 'hocuspocus', 'ours'] as const).filter(
  (name) => !flags.only || flags.only.split(',').includes(name),
)

interface Running {
  readonly port: number
  readonly dialect: Dialect
  usage(): Promise<Usage>
  stop(): Promise<void>
}

const measured = new Map<string, Map<Name, number>>()
/** Below by how much ours is better than Hocuspocus. */
const REACH: Readonly<Record<string, string>> = {
  'saturated, 10 rooms × 5: updates': '≥ 2.5 × hocuspocus',
  'saturated, 10 rooms × 5: processor per update': '≤ 16',
  'memory of an idle connection': '≤ 11',
  'cold open, 200 items in 3,201 updates': '≤ 6',
}

function note(name: Name, what: string, value: number, unit: string): void {
  const known = measured.get(what) ?? new Map<Name, number>()
  measured.set(what, known.set(name, value))
  const baseline = known.get('hocuspocus')
  const ratio = name === 'ours' && baseline ? `${(value / baseline).toFixed(2)} × hocuspocus` : undefined
  const reach = name === 'ours' ? REACH[what] : undefined
  const rounded = Number(value.toPrecision(3))
  console.log(JSON.stringify({ what: `${what} — ${name}`, value: rounded, unit, reach, ratio }))
}

async function start(name: Name, folder: string): Promise<Running> {
  const program = fileURLToPath(new URL(`./relays/${name}.ts`, import.meta.url))
  const child = fork(program, [folder], { execArgv: ['--expose-gc', '--import', 'tsx'], silent: true })
  child.stderr?.on('data', (said: Buffer) => process.stderr.write(said))
  const { port } = await heard<{ port: number }>(child)
  return {
    port,
    dialect: DIALECTS[name],
    async usage() {
      child.send('usage')
      return (await heard<{ usage: Usage }>(child)).usage
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

function heard<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the relay ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Message)
    })
  })
}

async function joinRooms(relay: Running, rooms: number, each: number, prefix: string): Promise<RelayClient[][]> {
  const joined = Array.from({ length: rooms }, (_, room) =>
    Array.from({ length: each }, () => new RelayClient(relay.port, relay.dialect, `${prefix}${room}`)),
  )
  await Promise.all(joined.flat().map((client) => client.opened))
  return joined
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const leave = (rooms: RelayClient[][]) => Promise.all(rooms.flat().map((client) => client.close()))
const at = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN

/** One writer a room, so many updates a second over all rooms; from sending to each other socket's hearing. */
async function latency(name: Name, relay: Running, rooms: number, each: number, rate: number): Promise<void> {
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
  const began = performance.now()
  let sent = 0
  while (performance.now() - began < SECONDS * 1000) {
    const due = ((performance.now() - began) / 1000) * rate
    for (; sent < due; sent++) {
      sentAt[sent] = performance.now()
      joined[sent % rooms]?.[0]?.write(sent)
    }
    await wait(1)
  }
  await wait(300)
  await leave(joined)
  const load = `${rooms} rooms × ${each}, ${rate}/s`
  delays.sort((a, b) => a - b)
  note(name, `delivery p50, ${load}`, at(delays, 0.5), 'ms')
  note(name, `delivery p95, ${load}`, at(delays, 0.95), 'ms')
  const whole = (sent * (each - 1) - delays.length) / (sent * (each - 1))
  if (whole > 0.001) note(name, `not delivered within 0.3 s, ${load}`, whole * 100, '%')
  if (acknowledgements.length === 0) return
  acknowledgements.sort((a, b) => a - b)
  const meaning = name === 'ours' ? 'on disk' : 'applied in memory'
  note(name, `acknowledged (${meaning}) p95, ${load}`, at(acknowledgements, 0.95), 'ms')
}

/** Every socket writes as fast as a window of 32 updates under way allows. */
async function saturate(name: Name, relay: Running, rooms: number, each: number, what: string, prefix: string) {
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
  await wait(500)
  const [cpu, from, began] = [(await relay.usage()).cpu, delivered, performance.now()]
  await wait(SECONDS * 1000)
  const [count, seconds] = [delivered - from, (performance.now() - began) / 1000]
  const used = (await relay.usage()).cpu - cpu
  isOver = true
  await wait(200)
  await leave(joined)
  note(name, `${what}: updates`, count / seconds, '/s')
  note(name, `${what}: processor per update`, used / count, 'µs')
}

async function idle(name: Name, relay: Running): Promise<void> {
  const before = await relay.usage()
  const joined = await joinRooms(relay, IDLE, 1, 'idle-')
  const after = await relay.usage()
  note(name, 'memory of an idle connection', (after.rss - before.rss) / IDLE / 1024, 'KB')
  await leave(joined)
}

const ITEMS = 200
const UPDATES = 3_201

/** An archive of 200 items, written in 3,201 updates. @returns what a client that has nothing must get */
async function fill(relay: Running): Promise<string> {
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
  await wait(1_500)
  return state
}

async function coldOpen(name: Name, folder: string, state: string): Promise<void> {
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
  note(name, 'cold open, 200 items in 3,201 updates', performance.now() - began, 'ms')
  const doc = new Y.Doc()
  for (const update of first.received) Y.applyUpdate(doc, update)
  const isWhole = JSON.stringify(sorted(doc.getMap('items').toJSON())) === JSON.stringify(sorted(JSON.parse(state)))
  if (!isWhole) note(name, 'cold open: what came was incomplete', doc.getMap('items').size, `of ${ITEMS} items`)
  const together = performance.now()
  const many = await Promise.all(Array.from({ length: 100 }, open))
  note(name, 'cold open, 100 at once', performance.now() - together, 'ms')
  await leave([[first, ...many]])
  await relay.stop()
}

function sorted(value: object): unknown[] {
  return Object.entries(value)
    .map(([key, inner]) => [key, typeof inner === 'object' ? sorted(inner as object) : inner])
    .sort()
}

for (const name of NAMES) {
  const folder = mkdtempSync(join(TEMP, `${name}-`))
  const relay = await start(name, folder)
  await idle(name, relay)
  for (const [rooms, each, rate] of [
    [1, 2, 20],
    [10, 5, 200],
    [50, 10, 40],
    [50, 10, 400],
  ] as const)
    await latency(name, relay, rooms, each, rate)
  await saturate(name, relay, 10, 5, 'saturated, 10 rooms × 5', 'full-')
  // The same rooms again, with what has been written in them, then more rooms, then more sockets in one.
  await saturate(name, relay, 10, 5, 'saturated, the same rooms once more', 'full-')
  await saturate(name, relay, 100, 2, 'saturated, 100 rooms × 2', 'many-')
  await saturate(name, relay, 1, 40, 'saturated, 1 room × 40', 'one-')
  const state = name === 'bare-ws' ? null : await fill(relay)
  await relay.stop()
  if (state !== null && name !== 'y-websocket-server') await coldOpen(name, folder, state)
}
rmSync(TEMP, { recursive: true, force: true })
process.exit()
