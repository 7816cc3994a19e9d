import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentFrom } from './document-from.ts'
import { BadFrame, presenceFrame, readFrame, updateFrame } from './frames.ts'
import { openingFrames, stateVectorOf } from './opening.ts'

const LIMITS = { presenceBytes: 16_384 }

/** Honest frames, to be damaged. */
const honest: readonly Uint8Array[] = (() => {
  const doc = new Y.Doc()
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)))
  const items = doc.getMap<Y.Map<unknown>>('items')
  const item = new Y.Map<unknown>()
  items.set('i1', item)
  item.set('title', '太湖流域水质监测')
  item.set('prose', new Y.Text('完成断面监测'))
  item.set('number', 12.5)
  item.set('bytes', new Uint8Array([1, 2, 3]))
  item.set('nested', { a: [1, null, true, 'x'] })
  doc.getText('t').insert(0, '甲乙丙')
  doc.getText('t').format(0, 2, { bold: true })
  doc.getText('t').delete(1, 1)
  items.delete('i1')
  frames.push(updateFrame(Y.encodeStateAsUpdate(doc)))
  frames.push(presenceFrame([{ client: 7, clock: 3, state: '{"name":"周敏"}' }]))
  return frames
})()

const damaged = fc
  .record({
    frame: fc.constantFrom(...honest),
    hits: fc.array(fc.record({ at: fc.nat(400), byte: fc.nat(255) }), { maxLength: 4 }),
    cut: fc.nat(400),
    more: fc.uint8Array({ maxLength: 3 }),
  })
  .map(({ frame, hits, cut, more }) => {
    const bytes = frame.slice()
    for (const { at, byte } of hits) bytes[at % bytes.length] = byte
    const kept = cut < bytes.length / 4 ? bytes.slice(0, bytes.length - cut) : bytes
    return Uint8Array.from([...kept, ...more])
  })

/** As a frame lies in a larger buffer, with somebody else's bytes after it. */
function amongOthers(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.alloc(bytes.length + 600, 0x41)
  buffer.set(bytes, 100)
  return buffer.subarray(100, 100 + bytes.length)
}

describe('frames from anybody', () => {
  it('[SYNC-17] a frame is refused, or everything done with a stored update can be done with it', () => {
    let refused = 0
    let kept = 0
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: damaged }, { weight: 1, arbitrary: fc.uint8Array() }), (bytes) => {
        let incoming: ReturnType<typeof readFrame>
        try {
          incoming = readFrame(amongOthers(bytes), LIMITS)
        } catch (error) {
          expect(error).toBeInstanceOf(BadFrame)
          refused += 1
          return
        }
        if (incoming.kind !== 'update') return
        kept += 1
        const stored = { epoch: 'e', snapshot: null, rows: [{ id: 1, updates: [incoming.update] }] }
        stateVectorOf(stored)
        openingFrames(stored, new Map([[1, 1]]))
        documentFrom([incoming.update])
        expect(Buffer.from(incoming.update).includes('AAAAAAAA')).toBe(false)
      }),
      { numRuns: 3_000 },
    )
    // The damage is of both kinds, so the property says something.
    expect(refused).toBeGreaterThan(100)
    expect(kept).toBeGreaterThan(100)
  })

  it('[SYNC-17] a frame that ends too early or too late is refused, whatever lies beside it in memory', () => {
    const frames = [...honest, Uint8Array.from([0, 0, 1, 0])]
    for (const frame of frames) {
      expect(() => readFrame(Uint8Array.from([...frame, 0]), LIMITS)).toThrow(BadFrame)
      for (let length = 0; length < frame.length; length++) {
        expect(() => readFrame(amongOthers(frame.slice(0, length)), LIMITS)).toThrow(BadFrame)
      }
      expect(() => readFrame(amongOthers(frame), LIMITS)).not.toThrow()
    }
  })

  it('[SYNC-17] an honest frame is passed on byte for byte', () => {
    for (const frame of honest.slice(0, -1)) {
      const incoming = readFrame(frame, LIMITS)
      expect(incoming.kind === 'update' && incoming.frame).toEqual(frame)
    }
  })
})
