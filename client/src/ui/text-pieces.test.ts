import { describe, expect, it } from 'vitest'
import { COMPARED_AT_MOST, type TextPiece, textPieces } from './text-pieces.ts'

const joined = (pieces: readonly TextPiece[], left: TextPiece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('')

describe('the difference of two texts', () => {
  it('[CLIENT-122] gives both texts back and cuts no character, whatever they are', async () => {
    const letters = ['水', '质', '监', '𠮷', '𠮸', '🏅', '🏆', 'a', '\n']
    // A fixed row of numbers: a failure is the same one next time.
    let seed = 20_221_121
    const upTo = (n: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return (seed >> 8) % n
    }
    const text = () => Array.from({ length: upTo(24) }, () => letters[upTo(letters.length)]).join('')
    for (let run = 0; run < 2_000; run++) {
      const [before, after] = [text(), text()]
      const pieces = await textPieces(before, after)
      expect([joined(pieces, 'added'), joined(pieces, 'removed')]).toEqual([before, after])
      expect(pieces.every((piece) => piece.text.isWellFormed())).toBe(true)
    }
  })

  it('[CLIENT-122] marks the changed words alone', async () => {
    expect(await textPieces('负责曹娥江水质监测与评价。', '负责曹娥江断面水质监测与评价。')).toEqual([
      { kind: 'kept', text: '负责曹娥江' },
      { kind: 'added', text: '断面' },
      { kind: 'kept', text: '水质监测与评价。' },
    ])
  })

  it('[CLIENT-122] very long texts are shown whole', async () => {
    const long = '水'.repeat(COMPARED_AT_MOST)
    expect(await textPieces(long, `${long}质`)).toEqual([
      { kind: 'removed', text: long },
      { kind: 'added', text: `${long}质` },
    ])
    expect(await textPieces(long, long)).toEqual([{ kind: 'kept', text: long }])
  })
})
