/** Whatever texts are made of: what cites stays, what moves goes back, and nothing else is touched. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftedText, yearShifts } from './years-in-texts.ts'

const year = fc.integer({ min: 1995, max: 2060 })
const word = fc.constantFrom('申报', '继续教育证明', '，', '；', '评审计划', '任职满4年', '2000字', '（', '）', ' ')
const cited = fc.oneof(
  fc.tuple(fc.constantFrom('浙人社发', '粤人社规'), year).map(([who, y]) => `${who}〔${y}〕33号`),
  year.map((y) => `《办法（${y}年修订）》`),
  year.map((y) => `${y}年第5号令`),
  year.map((y) => `${y}年7月1日起施行`),
)
const named = fc.oneof(
  year.map((y) => `${y}年度`),
  year.map((y) => `${y}年12月31日前`),
  year.map((y) => `${y}—${y + 2}年`),
)
const piece = fc.oneof(word, cited, named)
const span = fc.record({ from: fc.integer({ min: 2000, max: 2050 }), by: fc.integer({ min: -5, max: 5 }) })

test('[PLAN-97] a sure change leaves every citation to the letter and differs in years alone', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      cited,
      fc.array(piece, { maxLength: 8 }),
      span,
      (left, law, right, s) => {
        const start = left.join('')
        const text = `${start}${law}${right.join('')}`
        const shifted = shiftedText(text, { from: s.from, to: s.from + s.by })
        if (!shifted) return
        expect(shifted.after).toHaveLength(text.length)
        expect(shifted.after.replaceAll(/\d{4}/g, 'Y')).toBe(text.replaceAll(/\d{4}/g, 'Y'))
        if (shifted.isSure) expect(shifted.after.slice(start.length, start.length + law.length)).toBe(law)
      },
    ),
    { numRuns: 500 },
  )
})

test('[PLAN-97] moved on and back again, a text of the round is what it was', () => {
  const round = span.chain(({ from, by }) => {
    const near = fc.integer({ min: from - 6, max: from })
    const ofRound = near.map((y) => [`${y}年度`, `${y}年12月31日前`, `${y}—${y + 2}年`][y % 3] ?? '')
    return fc.record({ from: fc.constant(from), by: fc.constant(by), pieces: fc.array(fc.oneof(word, cited, ofRound)) })
  })
  fc.assert(
    fc.property(round, ({ from, by, pieces }) => {
      const text = pieces.join('')
      const there = shiftedText(text, { from, to: from + by })
      if (!there?.isSure) return
      expect(shiftedText(there.after, { from: from + by, to: from })).toEqual({ after: text, isSure: true })
    }),
    { numRuns: 500 },
  )
})

test('[PLAN-97] each proposal names a text that stands there, once', () => {
  const plan = fc.dictionary(
    fc.constantFrom('title', 'note', 'mailing', 'window', 'code', 'when'),
    fc.oneof(named, fc.array(piece)),
  )
  fc.assert(
    fc.property(plan, span, (value, { from, by }) => {
      const shifts = yearShifts(value, { from, to: from + by })
      const places = shifts.map(({ path }) => path.join('.'))
      expect(new Set(places).size).toBe(places.length)
      for (const { path, before, after } of shifts) {
        expect(path.reduce<unknown>((here, key) => Reflect.get(Object(here), key), value)).toBe(before)
        expect(after).not.toBe(before)
        expect(['window', 'code', 'when']).not.toContain(path[0])
      }
    }),
  )
})
