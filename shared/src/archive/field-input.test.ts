import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText, parts, valueFor } from '../testing/arbitraries.ts'
import type { Field } from './field.ts'
import { normaliseInput } from './field-input.ts'
import type { Part } from './item.ts'
import { canonicalValue, fieldsOf } from './revision.ts'

function field(part: Part, name: string): Field {
  const found = fieldsOf(part).find((f) => f.name === name)
  if (!found) throw new Error(`${part} has no ${name}`)
  return found
}

describe('what is typed or pasted', () => {
  it.each<[Part, string, string, string | null]>([
    ['paper', 'publishYm', '2021-06', '202106'],
    ['paper', 'publishYm', '2021.6', '202106'],
    ['paper', 'publishYm', '2021年6月', '202106'],
    ['paper', 'publishYm', '２０２１／０６', '202106'],
    ['paper', 'publishYm', ' 202106 ', '202106'],
    ['paper', 'publishYm', '去年六月', '去年六月'],
    ['profile', 'birthDate', '19880307', '1988-03-07'],
    ['profile', 'birthDate', '1988年3月7日', '1988-03-07'],
    ['profile', 'birthDate', '1988/3/7', '1988-03-07'],
    ['profile', 'idNumber', '330602 19891116 462x', '33060219891116462X'],
    ['profile', 'mobile', '+86 138-0000-0005', '13800000005'],
    ['profile', 'mobile', '1３８0０００0００5', '13800000005'],
    ['profile', 'gender', '女', 'female'],
    ['profile', 'filesEntrusted', '是', 'yes'],
    ['profile', 'filesEntrusted', '也许', '也许'],
    ['profile', 'filesEntrusted', 'constructor', 'constructor'],
    ['book', 'isbn', 'ISBN 978–7–111–12345–x', '978-7-111-12345-X'],
    ['patent', 'patentNo', 'zl 2020 1 0123456.2', 'ZL202010123456.2'],
    ['researchProject', 'amountWan', '1,234,567.50', '1234567.50'],
    ['researchProject', 'amountWan', '1,23', '1,23'],
    ['assessment', 'year', '2021年', '2021'],
    ['paper', 'title', '  曹娥江\n 总磷  ', '曹娥江 总磷'],
    ['paper', 'title', '   ', null],
    ['paper', 'abstract', '一  \n\n二 \n', '一\n\n二'],
  ])('[ARC-11] %s %s: %j becomes %j', (part, name, raw, kept) => {
    expect(normaliseInput(field(part, name), raw)).toBe(kept)
  })

  it('[ARC-11] once in its spelling it stays, and it is what the document would hold', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.option(anyText), (part, which, raw) => {
        const fields = fieldsOf(part)
        const one = fields[which % fields.length]
        if (!one) throw new Error('every part has fields')
        const once = normaliseInput(one, raw)
        expect(normaliseInput(one, once)).toBe(once)
        expect(canonicalValue(one, once)).toBe(once)
      }),
      { numRuns: 5000 },
    )
  })

  it('[ARC-11] an allowed value is left as it is', () => {
    const allowed = parts.chain((part) =>
      fc.constantFrom(...fieldsOf(part)).chain((one) => fc.tuple(fc.constant(one), valueFor(one))),
    )
    fc.assert(
      fc.property(allowed, ([one, value]) => {
        expect(normaliseInput(one, value)).toBe(value)
      }),
    )
  })
})
