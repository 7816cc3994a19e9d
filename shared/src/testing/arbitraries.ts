/** Generators for fast-check: entries as people and hostile clients write them. Client ids, salts and times come from the generator too. */
import fc from 'fast-check'
import * as Y from 'yjs'
import type { Field } from '../archive/field.ts'
import type { Evidence, FieldValues, Part } from '../archive/item.ts'
import { fieldsOf } from '../archive/revision.ts'
import { EVIDENCE_KINDS, SECTION_KEYS } from '../archive/section.ts'

export const sections = fc.constantFrom(...SECTION_KEYS)

export const parts: fc.Arbitrary<Part> = fc.constantFrom('profile', ...SECTION_KEYS)

export const salts = fc.stringMatching(/^[0-9a-f]{64}$/)

/** Any sequence of UTF-16 units, lone surrogates and controls included. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  fc.stringMatching(/^[０-９Ａ-Ｚ𠮷🏅\r\n .-]{0,12}$/u),
)

export const evidences: fc.Arbitrary<Evidence> = fc.record({
  sha256: salts,
  bytes: fc.nat(20_000_000),
  type: fc.constantFrom('application/pdf', 'image/jpeg', 'image/png', 'text/html'),
  kind: fc.constantFrom(...EVIDENCE_KINDS),
  name: fc.string({ maxLength: 12 }),
})

/** A value that the field's type allows, in its one spelling. */
export function valueFor({ type }: Field): fc.Arbitrary<string> {
  switch (type.kind) {
    case 'text':
    case 'prose':
      return fc.stringMatching(/^[一-龥a-z]{1,12}$/)
    case 'code':
      return fc.stringMatching(/^[A-Z0-9]{5,11}$/)
    case 'month':
      return fc.stringMatching(/^20[01][0-9](0[1-9]|1[0-2])$/)
    case 'date':
      return fc.stringMatching(/^19[789][0-9]-(0[1-9]|1[0-2])-([01][1-9]|2[0-8])$/)
    case 'year':
      return fc.stringMatching(/^20[01][0-9]$/)
    case 'integer':
      return fc.integer({ min: type.min, max: type.max }).map(String)
    case 'decimal':
      return fc.integer({ min: Math.ceil(type.min), max: Math.floor(type.max) }).map(String)
    case 'choice':
      return fc.constantFrom(...type.options.map((option) => option.code))
    case 'yes-no':
      return fc.constantFrom('yes', 'no')
  }
}

/** Every field of a part, each empty or with an allowed value. */
export function valuesFor(part: Part): fc.Arbitrary<FieldValues> {
  const made = valuesByPart.get(part)
  if (made) return made
  const fields = fieldsOf(part).map((field) => [field.name, fc.option(valueFor(field), { nil: null })] as const)
  const values = fc.record(Object.fromEntries(fields))
  valuesByPart.set(part, values)
  return values
}

// Generators of patterns take long to make, and `chain` asks for them in every run.
const valuesByPart = new Map<Part, fc.Arbitrary<FieldValues>>()

/** A fresh document whose device number is the generator's, so that a failing run can be run again. */
export function device(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

/** Carries everything one device has over to another. */
export function carry(from: Y.Doc, to: Y.Doc, origin: unknown = 'network'): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), origin)
}
