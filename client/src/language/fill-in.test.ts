import { hostileStrings } from '@yejibu/shared/archive/transfer/testing/hostile-strings'
import { describe, expect, it } from 'vitest'
import { fillIn } from './fill-in.ts'

describe('a sentence with values', () => {
  it('[CLIENT-104] what is put in stays as it is, whatever signs it has', () => {
    for (const text of hostileStrings()) {
      const said = fillIn('“{{ a }}”与{{b}}', { a: text, b: '{{ a }}' })
      const isTurning = /[\u202a-\u202e\u2066-\u2069]/.test(text)
      const about = JSON.stringify(text.slice(0, 60))
      expect(said.includes(text), about).toBe(true)
      expect(said === `“${text}”与{{ a }}`, about).toBe(!isTurning)
    }
    expect(fillIn('{{ a }}', { a: '$&' })).toBe('$&')
    expect(fillIn('{{ toString }}{{ a }}', { a: 1 })).toBe('{{ toString }}1')
    expect(fillIn('{{ a }}', undefined)).toBe('{{ a }}')
  })

  it('[CLIENT-186] a value that turns the direction of writing is closed off from the sentence, however often it closes or opens', () => {
    const [RLO, FSI, PDI] = ['\u202e', '\u2068', '\u2069']
    expect(fillIn('删除{{ a }}吗', { a: `x${RLO}y` })).toBe(`删除${FSI}x${RLO}y${PDI}吗`)
    for (const text of [`${PDI}${PDI}${RLO}`, `${FSI}${FSI}a`, `${FSI}${PDI}${PDI}${RLO}${FSI}`, ...hostileStrings()]) {
      if (text.length > 10_000) continue
      const said = fillIn('{{ a }}', { a: text })
      let depth = 0
      let isOutside = false
      for (const [at, char] of [...said].entries()) {
        if (/[\u2066-\u2068]/.test(char)) depth++
        else if (char === PDI) depth--
        isOutside ||= depth < 0 || (depth === 0 && at < [...said].length - 1 && /[\u202a-\u202e]/.test(char))
      }
      expect([depth, isOutside], JSON.stringify(text.slice(0, 60))).toEqual([0, false])
    }
  })
})
