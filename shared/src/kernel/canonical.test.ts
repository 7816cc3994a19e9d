import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/arbitraries.ts'
import {
  bytesToHex,
  canonicalCode,
  canonicalJson,
  canonicalText,
  commitment,
  hexToBytes,
  hmacSha256,
  sha256Hex,
} from './canonical.ts'

describe('text', () => {
  it.each([
    ['e\u0301', '\u00e9'],
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['\ud83c', '\ufffd'],
    ['\udfc5\ud83c', '\ufffd\ufffd'],
    ['\ud83c\ud83c\udfc5', '\ufffd🏅'],
    ['２０２１ ', '２０２１ '],
    ['𠮷', '𠮷'],
  ])('[KER-3] %j is kept as %j', (text, kept) => expect(canonicalText(text)).toBe(kept))

  it.each([
    [' ２０２１０６　', '202106'],
    ['ＺＬ２０２０１０１２３４５６．２', 'ZL202010123456.2'],
    ['①', '1'],
    ['\t', ''],
  ])('[KER-3] the code %j is kept as %j', (code, kept) => expect(canonicalCode(code)).toBe(kept))

  it('[KER-3] both are well-formed and idempotent for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const form of [canonicalText, canonicalCode]) {
          const once = form(text)
          expect(form(once)).toBe(once)
          expect(once.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('JSON', () => {
  it('[KER-3] keys are sorted by UTF-16 units, at every depth, and numbers have one spelling', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 1e21 }], 𠮷: 0, '\ufb33': -0 })).toBe(
      '{"a":[{"c":1e+21,"d":null}],"b":1,"𠮷":0,"\ufb33":0}',
    )
  })

  it('[KER-3] reading it back and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('[KER-3] what JSON cannot hold is a defect', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
    expect(() => canonicalJson(Number.NaN)).toThrow()
  })
})

describe('hashes', () => {
  it('[KER-3] are those of the standards (FIPS 180-4 “abc”, RFC 4231 case 2)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Hex('a', hexToBytes('6263'))).toBe(sha256Hex('abc'))
    expect(bytesToHex(hmacSha256(new TextEncoder().encode('Jefe'), 'what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  it('[KER-3] a commitment hides its value from whoever lacks the salt', () => {
    const salts = [new Uint8Array(32), new Uint8Array(32).fill(1)].map((salt) => commitment(salt, '许明川'))
    expect(salts[0]).not.toBe(salts[1])
    expect(salts[0]).toBe(sha256Hex(new Uint8Array(32), '"许明川"'))
  })
})
