import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountIdSchema,
  applicationIdOf,
  applicationIdSchema,
  idFrom,
  itemIdSchema,
  ownerOfApplication,
  PROFILE_ITEM,
} from './ids.ts'

describe('ids', () => {
  it('[KER-1] made from random bytes are taken back by the schemas', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 40 }), (bytes) => {
        const id = idFrom<'item'>(bytes)
        expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/)
        expect(itemIdSchema.parse(id)).toBe(id)
      }),
    )
  })

  it('[KER-1] keep all of the 100 bits: another low five bits is another id', () => {
    const bytes = new Uint8Array(20)
    const seen = new Set<string>()
    for (let place = 0; place < 20; place++) {
      for (let bits = 0; bits < 32; bits++) seen.add(idFrom(bytes.with(place, bits)))
    }
    // Every place shares the id of all zeros.
    expect(seen.size).toBe(20 * 31 + 1)
  })

  it('[KER-1] fewer bytes make none', () => {
    expect(() => idFrom(new Uint8Array(19))).toThrow(RangeError)
  })

  it.each(['', 'a', 'A1', '../etc', 'a/b', 'a b', '-a', '许明川', 'a'.repeat(65), 'a.b', 'a\n'])(
    '[KER-1] %j is no account',
    (text) => expect(accountIdSchema.safeParse(text).success).toBe(false),
  )

  it('[KER-1] an application tells whose it is', () => {
    const owner = accountIdSchema.parse('xumingchuan')
    const id = applicationIdOf(owner, '0123456789')
    expect(applicationIdSchema.parse(id)).toBe(id)
    expect(ownerOfApplication(id)).toBe(owner)
    for (const wrong of ['xumingchuan', 'xumingchuan.', 'a.b.0123456789', '.0123456789', 'xumingchuan.0123456789\n']) {
      expect(applicationIdSchema.safeParse(wrong).success).toBe(false)
    }
  })

  it('[KER-1] the profile has an item id of its own', () => expect(itemIdSchema.parse(PROFILE_ITEM)).toBe('profile'))
})
