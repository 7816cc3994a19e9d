import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { accountIdSchema, itemIdSchema } from '../kernel/ids.ts'
import { contentOf, digestOf, digestOfCommitments, fieldSalt, fieldsOf, isRevision, type Revision } from './revision.ts'
import vectorsFile from './revision-vectors.json'
import { EVIDENCE_KINDS, SECTION_KEYS } from './section.ts'

const evidenceSchema = z.object({
  sha256: z.string(),
  bytes: z.number(),
  type: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
})
const fieldsSchema = z.record(z.string(), z.nullable(z.string()))
const partSchema = z.enum(['profile', ...SECTION_KEYS])
const vectors = z
  .array(
    z.object({
      name: z.string(),
      archive: accountIdSchema,
      item: itemIdSchema,
      salt: z.string(),
      input: z.object({
        part: partSchema,
        fields: fieldsSchema,
        evidence: z.array(z.extend(evidenceSchema, { name: z.string() })),
      }),
      content: z.object({
        part: partSchema,
        version: z.number(),
        fields: fieldsSchema,
        evidence: z.array(evidenceSchema),
      }),
      preimage: z.string(),
      digest: z.string(),
    }),
  )
  .parse(vectorsFile)

/** RFC 8785 as far as revisions need it: sorted keys, whole numbers, JSON's own strings. Written apart from the project's. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`).join(',')}}`
}

function recomputedPreimage({ content, salt, archive, item }: (typeof vectors)[number]): string {
  const committed = Object.entries({ ...content.fields, evidence: content.evidence }).map(([name, value]) => {
    const ownSalt = createHmac('sha256', Buffer.from(salt, 'hex')).update(name).digest()
    return [name, createHash('sha256').update(ownSalt).update(sortedJson(value)).digest('hex')]
  })
  const { part, version } = content
  return `yejibu/revision/v1\n${sortedJson({ archive, item, part, version, commitments: Object.fromEntries(committed) })}`
}

function vector(name: string): (typeof vectors)[number] {
  const found = vectors.find((v) => v.name === name)
  if (!found) throw new Error(`no vector is called ${name}`)
  return found
}

const ONE_FILE = vector('one file').content.evidence[0] ?? { sha256: '', bytes: 0, type: '', kind: 'other' }

describe('the published vectors', () => {
  it('[ARC-3] there are at least thirty, each of its own name', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(30)
    expect(new Set(vectors.map((v) => v.name)).size).toBe(vectors.length)
  })

  it.each(vectors)(
    '[ARC-3] $name: content and digest are as published',
    ({ input, content, salt, archive, item, digest }) => {
      expect(contentOf(input)).toEqual(content)
      expect(digestOf(content, salt, { archive, item })).toBe(digest)
    },
  )

  it.each(vectors)('[ARC-3] $name: recomputed without the code of the project', (v) => {
    const preimage = recomputedPreimage(v)
    expect(Buffer.from(preimage)).toEqual(Buffer.from(v.preimage))
    expect(createHash('sha256').update(preimage).digest('hex')).toBe(v.digest)
  })

  it.each([
    ['a plain paper', 'the same paper, fields in another order and with ones the section does not know'],
    ['a plain paper', 'full-width digits of a month become ASCII'],
    ['NFD input becomes NFC', 'NFC input stays'],
    ['CRLF in prose becomes LF', 'LF in prose stays'],
    ['nothing filled', 'empty strings are nothing'],
    ['nothing filled', 'null is nothing'],
    ['an identity number ending in X', 'a full-width identity number'],
    ['one file', 'one file under another name'],
  ])('[ARC-3] “%s” and “%s” are one revision', (one, other) => {
    expect(vector(one).digest).toBe(vector(other).digest)
  })

  it.each([
    ['a plain paper', 'the same paper as another item'],
    ['a plain paper', 'the same paper in another archive'],
    ['a plain paper', 'the same paper under another salt'],
    ['a plain paper', 'one file'],
    ['one file', 'the same file as another kind'],
    ['one file', 'one file twice'],
    ['two files', 'two files in the other order'],
    ['full-width digits in text stay', 'nothing filled'],
  ])('[ARC-3] “%s” and “%s” are two revisions', (one, other) => {
    expect(vector(one).digest).not.toBe(vector(other).digest)
  })
})

describe('a revision handed over', () => {
  const { content, salt, digest, archive, item } = vector('two files')
  const place = { archive, item }
  const good: Revision = { content, salt, digest }
  const resealed = (changed: Revision['content'], at = place): Revision => ({
    content: changed,
    salt,
    digest: digestOf(changed, salt, at),
  })

  it('[ARC-3] is accepted at its place and nowhere else', () => {
    expect(isRevision(good, place)).toBe(true)
    expect(isRevision(good, { ...place, item: itemIdSchema.parse('item-2') })).toBe(false)
    expect(isRevision(good, { ...place, archive: accountIdSchema.parse('luqinghe') })).toBe(false)
  })

  it.each<[string, Revision]>([
    ['another digest', { ...good, digest: '0'.repeat(64) }],
    ['a field changed after hashing', { ...good, content: { ...content, fields: { ...content.fields, rank: '2' } } }],
    ['no salt', { ...good, salt: '' }],
    ['a field too many', resealed({ ...content, fields: { ...content.fields, extra: '1' } })],
    ['a field too few', resealed({ ...content, fields: { title: 'x' } })],
    ['text that is not canonical', resealed({ ...content, fields: { ...content.fields, title: 'e\u0301' } })],
    ['another version of the field list', resealed({ ...content, version: 2 })],
    ['evidence that is no hash', resealed({ ...content, evidence: [{ ...ONE_FILE, sha256: 'x' }] })],
  ])('[ARC-3] is refused with %s', (_what, revision) => {
    expect(isRevision(revision, place)).toBe(false)
  })

  it('[ARC-3] one field can be opened without telling the others', () => {
    const commitments: Record<string, string> = {}
    for (const [name, value] of [...Object.entries(content.fields), ['evidence', content.evidence] as const]) {
      commitments[name] = createHash('sha256').update(fieldSalt(salt, name)).update(sortedJson(value)).digest('hex')
    }
    const opened = createHash('sha256')
      .update(fieldSalt(salt, 'title'))
      .update(sortedJson(content.fields.title))
      .digest('hex')
    expect(commitments.title).toBe(opened)
    expect(digestOfCommitments({ part: content.part, version: content.version, commitments }, place)).toBe(digest)
  })

  it('[ARC-3] a salt that is none gives no digest', () => {
    expect(() => digestOf(content, 'f'.repeat(63), place)).toThrow(RangeError)
  })
})

describe('projection', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.stringMatching(/^[０-９Ａ-Ｚ\s.-]*$/),
  )

  it('[ARC-2] is idempotent for any text of any part', () => {
    fc.assert(
      fc.property(partArbitrary(), fc.infiniteStream(fc.option(text)), (part, values) => {
        const fields: Record<string, string | null> = {}
        for (const { name } of fieldsOf(part)) fields[name] = values.next().value ?? null
        const once = contentOf({ part, fields, evidence: [] })
        expect(contentOf({ part, fields: once.fields, evidence: [] })).toEqual(once)
      }),
    )
  })

  it('[ARC-3] any change of a projected value changes the digest', () => {
    const { content, salt, archive, item } = vector('a plain paper')
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(content.fields)), text, (name, value) => {
        const changed = contentOf({ part: 'paper', fields: { ...content.fields, [name]: value }, evidence: [] })
        const isSame = changed.fields[name] === content.fields[name]
        expect(digestOf(changed, salt, { archive, item }) === digestOf(content, salt, { archive, item })).toBe(isSame)
      }),
    )
  })
})

function partArbitrary() {
  return fc.constantFrom('profile' as const, ...SECTION_KEYS)
}
