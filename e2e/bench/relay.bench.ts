/**
 * Ours beside Hocuspocus, @y/websocket-server and a bare ws, one after the other in one run, each in a process of its own, the load in this one:
 *
 *     npm run bench -- relay [--seconds 3] [--idle 400,800] [--only hocuspocus,ours] [--part idle,growth] [--full]
 *
 * Parts are `idle`, `latency`, `saturated`, `growth` and `cold`. `--full` is the size of the design's table: 2,000 and 5,000 idle connections, five
 * seconds a load, 100,000 updates of one document, 20,000 documents. What stands on disk differs: ours acknowledges after fsync, Hocuspocus
 * stores two seconds later, the others never. On a busy machine only processor time and memory mean anything.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { coldOpen, fill } from './loads/cold-open.ts'
import { growWithDocuments, growWithLength, growWithPeople } from './loads/growth.ts'
import { idle } from './loads/idle.ts'
import { latency } from './loads/latency.ts'
import { type Name, start } from './loads/running.ts'
import { saturate } from './loads/saturate.ts'

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string' },
    idle: { type: 'string' },
    only: { type: 'string' },
    part: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
})
const numbers = (list: string) => list.split(',').map(Number)
const seconds = Number(flags.seconds ?? (flags.full ? 5 : 3))
const idleSteps = numbers(flags.idle ?? (flags.full ? '2000,5000' : '400,800'))
const lengths = flags.full ? [1_000, 10_000, 100_000] : [1_000, 5_000]
const documents = flags.full ? [2_000, 20_000] : [200, 1_000]
const people = flags.full ? [2, 10, 40, 100] : [2, 10, 40]
const among = documents[0] ?? 0
const has = (part: string) => !flags.part || flags.part.split(',').includes(part)
const temporary = mkdtempSync(join(tmpdir(), 'yejibu-bench-'))

/** The baselines first, so that ours has them to be compared with. */
const NAMES = (['bare-ws', 'y-websocket-server', 'hocuspocus', 'ours'] as const).filter(
  (name) => !flags.only || flags.only.split(',').includes(name),
)
const LOADS = [
  { rooms: 1, each: 2, rate: 20 },
  { rooms: 10, each: 5, rate: 200 },
  { rooms: 50, each: 10, rate: 40 },
  { rooms: 50, each: 10, rate: 400 },
] as const

for (const name of NAMES) {
  const folder = () => mkdtempSync(join(temporary, `${name}-`))
  if (has('idle')) {
    const relay = await start(name, folder())
    await idle(relay, idleSteps)
    await relay.stop()
  }
  const relay = await start(name, folder())
  if (has('latency')) for (const load of LOADS) await latency(relay, { ...load, seconds })
  if (has('saturated')) {
    await saturate(relay, { rooms: 10, each: 5, seconds }, 'saturated, 10 rooms × 5', 'full-')
    // The same rooms again, with what has been written in them, then more rooms.
    await saturate(relay, { rooms: 10, each: 5, seconds }, 'saturated, the same rooms once more', 'full-')
    await saturate(relay, { rooms: 100, each: 2, seconds }, 'saturated, 100 rooms × 2', 'many-')
  }
  if (has('growth')) {
    await growWithPeople(relay, people, seconds)
    if (name !== 'bare-ws') await growWithLength(relay, lengths)
  }
  await relay.stop()
  if (name === 'bare-ws') continue
  await documentsAndColdOpen(name, folder())
}
rmSync(temporary, { recursive: true, force: true })
process.exit()

/** What is measured at a relay with few documents and again with many, in one folder; what is not kept is not opened cold. */
async function documentsAndColdOpen(name: Name, folder: string): Promise<void> {
  const isKept = name !== 'y-websocket-server'
  const filled = await start(name, folder)
  const state = has('cold') && isKept ? await fill(filled) : null
  await filled.stop()
  if (state !== null) await coldOpen(name, folder, state)
  if (!has('growth')) return
  const growing = await start(name, folder)
  await growWithDocuments(growing, [among])
  await growing.stop()
  if (state !== null) await coldOpen(name, folder, state, `, among ${among.toLocaleString('en')} documents`)
  const more = await start(name, folder)
  await growWithDocuments(more, documents.slice(1))
  await more.stop()
}
