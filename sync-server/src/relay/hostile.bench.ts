/**
 * `npm run bench -- hostile [--frames 1000000] [--seed 3]`: frames that are almost right against the reading of frames, and one in a hundred of them
 * over real sockets. Ends with 1 when a frame does anything but being read or refused.
 */
import { parseArgs } from 'node:util'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { BadFrame, readFrame } from './frames.ts'
import { LIMITS } from './limits.ts'
import { makeDice, makeFuzz } from './testing/fuzz.ts'
import { RawClient } from './testing/raw-client.ts'
import { startRelay } from './testing/relay.ts'

const { values: flags } = parseArgs({
  options: { frames: { type: 'string', default: '100000' }, seed: { type: 'string', default: '3' } },
})
const frames = Number(flags.frames)
const next = makeFuzz(makeDice(Number(flags.seed)))
let refused = 0
let slowest = 0
for (let n = 0; n < frames; n++) {
  const frame = next()
  const began = performance.now()
  try {
    readFrame(frame, LIMITS)
  } catch (error) {
    if (!(error instanceof BadFrame)) {
      console.log(`frame ${n} of seed ${flags.seed}: ${Buffer.from(frame).toString('hex')}`)
      process.exitCode = 1
    }
    refused++
  }
  slowest = Math.max(slowest, performance.now() - began)
}

const relay = await startRelay(
  memoryUpdateLog(() => 'epoch-1'),
  { limits: { socketsPerAccount: 1_000 } },
)
const url = (who: string) => `${relay.url}/archive/${who}?token=${who}&ack=1`
const witness = await new RawClient(url('a1')).sync()
let left = Math.floor(frames / 100)
let closed = 0
const attack = async () => {
  let offender = await new RawClient(url('b2')).sync()
  while (left-- > 0) {
    const answers = offender.of('presence').length
    offender.send(next())
    offender.send(Uint8Array.from([3]))
    await offender.until(() => offender.closed !== null || offender.of('presence').length > answers)
    if (!offender.closed) continue
    closed++
    offender = await new RawClient(url('b2')).sync()
  }
  offender.ws.terminate()
}
await Promise.all(Array.from({ length: 8 }, attack))
witness.write('好')
await witness.until(() => witness.durable === 1)
for (const figure of [
  { what: `of ${frames} almost right frames, refused`, value: refused, unit: 'frames' },
  { what: 'the slowest of them took', value: Number(slowest.toFixed(1)), unit: 'ms' },
  { what: 'senders closed, over sockets', value: closed, unit: `of ${Math.floor(frames / 100)} frames` },
  { what: 'complaints of the relay', value: relay.complaints.length, unit: '', reach: '0' },
])
  console.log(JSON.stringify(figure))
if (relay.complaints.length > 0) process.exitCode = 1
witness.ws.terminate()
await relay.close()
