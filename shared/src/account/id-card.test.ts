import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idCardCheck, readIdCard } from './id-card.ts'

describe('identity numbers', () => {
  it.each(['11010519491231002X', '440524188001010014', '120223198902021249', '11010519491231002x'])(
    '[ACC-20] reads %s',
    (number) => expect(readIdCard(number).ok).toBe(true),
  )

  it.each([
    ['130402198207290622', 'V-ID-2'],
    ['1101051949123100', 'V-ID-1'],
    ['11010519491231002Y', 'V-ID-1'],
    ['１10105194912310021', 'V-ID-1'],
    [`11010519491331002${idCardCheck('11010519491331002')}`, 'V-ID-3'],
    [`11010519490229002${idCardCheck('11010519490229002')}`, 'V-ID-3'],
  ] as const)('[ACC-20] refuses %s by %s', (number, kind) => {
    expect(readIdCard(number)).toEqual({ ok: false, refusal: { kind } })
  })

  it('[ACC-21] the seventeenth digit tells the sex and the seventh to fourteenth the birth', () => {
    expect(readIdCard('11010519491231002X')).toEqual({ ok: true, value: { birthDate: '1949-12-31', gender: 'female' } })
    expect(readIdCard('440524188001010014')).toEqual({ ok: true, value: { birthDate: '1880-01-01', gender: 'male' } })
  })

  it('[ACC-20] one wrong digit never passes', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 })
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (right, place, by) => {
        const wrong = right.map((digit, index) => (index === place ? (digit + by) % 10 : digit))
        expect(idCardCheck(wrong.join(''))).not.toBe(idCardCheck(right.join('')))
      }),
    )
  })
})
