import { describe, expect, it } from 'vitest'
import { judgeCreditCode } from '../account/credit-code.ts'
import { readIdCard } from '../account/id-card.ts'
import { CAST, SAMPLE_ORGS } from './people.ts'

describe('the cast', () => {
  it.each(CAST)('[ACC-20] $name has an identity number that reads as her birth date and sex', (person) => {
    expect(readIdCard(person.idNumber)).toEqual({
      ok: true,
      value: { birthDate: person.birthDate, gender: person.gender },
    })
  })

  it('[ACC-22] organisations of the cast have good credit codes where they have one', () => {
    const codes = SAMPLE_ORGS.flatMap((org) => org.creditCode ?? [])
    expect(codes.map(judgeCreditCode)).toEqual(codes.map(() => 'good'))
  })

  it('[KER-1] everyone has an account id of her own', () => {
    expect(new Set(CAST.map((p) => p.accountId)).size).toBe(CAST.length)
  })
})
