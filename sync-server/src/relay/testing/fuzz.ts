/** Frames that are almost right: real ones of every kind, cut, flipped, spliced and stretched, the same for the same seed. */
import * as Y from 'yjs'
import { askStateFrame, presenceFrame, updateFrame } from '../frames.ts'
import { frameOf } from './raw-client.ts'

/** In [0, 1). */
export type Dice = () => number

export function makeDice(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function makeFuzz(dice: Dice): () => Uint8Array<ArrayBuffer> {
  const below = (n: number) => Math.floor(dice() * n)
  const seeds = realFrames()
  const pick = () => seeds[below(seeds.length)] ?? new Uint8Array()
  const longNumber = () => Uint8Array.from({ length: 1 + below(12) }, () => 0x80 | below(128))
  const changes: readonly ((frame: Uint8Array) => Uint8Array)[] = [
    (frame) => frame.subarray(0, below(frame.length + 1)),
    (frame) => {
      const changed = frame.slice()
      for (let n = 1 + below(4); n > 0; n--) changed[below(changed.length)] = below(256)
      return changed
    },
    (frame) => Uint8Array.from([...frame.subarray(0, below(frame.length)), ...pick().subarray(below(8))]),
    // A number that has no end, or one far beyond the frame's, in place of a length or a clock.
    (frame) => {
      const at = below(frame.length)
      return Uint8Array.from([...frame.subarray(0, at), ...longNumber(), ...frame.subarray(at + 1)])
    },
    (frame) => Uint8Array.from([...frame, ...frame]),
    () => Uint8Array.from({ length: below(60) }, () => below(256)),
  ]
  return () => {
    let frame = pick()
    for (let n = 1 + below(2); n > 0; n--) frame = changes[below(changes.length)]?.(frame) ?? frame
    return new Uint8Array(frame)
  }
}

function realFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 7
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('t').insert(0, '一二三')
  doc.getText('t').delete(1, 1)
  doc.getMap('m').set('a', new Y.Map([['b', [1, 'x', null, { c: true }]]]))
  doc.getArray('l').push([new Uint8Array([1, 2, 3]), 2 ** 40, -1.5])
  const states = [{ client: 1, clock: 1, state: '{"name":"x"}' }]
  return [
    ...updates.map(updateFrame),
    ...updates.slice(1).map((update) => frameOf(1, update)),
    updateFrame(Y.encodeStateAsUpdate(doc)),
    askStateFrame(Y.decodeStateVector(Y.encodeStateVector(doc))),
    presenceFrame(states),
    Uint8Array.from([3]),
  ]
}
