import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { broadcastOf, framed } from './framed.ts'

const news = fc.array(
  fc.record({
    sender: fc.constantFrom<string[]>('a', 'b', 'c'),
    frame: fc.oneof(
      { weight: 20, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 40 }) },
      // On both sides of where a longer header begins.
      { weight: 1, arbitrary: fc.constantFrom(125, 126, 65_535, 65_536).map((size) => new Uint8Array(size).fill(7)) },
    ),
  }),
  { maxLength: 30 },
)

describe('what members hear of one commit', () => {
  it('[RELAY-306] everybody hears all but its own, in order, and its own last word after it', () => {
    fc.assert(
      fc.property(news, fc.option(fc.uint8Array({ minLength: 1, maxLength: 9 })), (committed, last) => {
        const { all, without } = broadcastOf(committed)
        expect(all.equals(framed(committed.map(({ frame }) => frame)))).toBe(true)
        for (const sender of ['a', 'b', 'c', 'd']) {
          const others = committed.filter((one) => one.sender !== sender).map(({ frame }) => frame)
          expect(without(sender, last).equals(framed(last ? [...others, last] : others))).toBe(true)
        }
      }),
    )
  })
})
