import { createHash } from 'node:crypto'
import { readItems, readProfile } from '@yejibu/shared/archive/archive-doc'
import { readinessOf } from '@yejibu/shared/archive/readiness'
import { revisionOf } from '@yejibu/shared/archive/revision'
import { PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { XU_MINGCHUAN, YUEZHOU } from '@yejibu/shared/testing/people'
import { describe, expect, it } from 'vitest'
import { SAMPLE_PEOPLE, type SamplePerson } from './people.ts'
import { type SampleArchive, sampleArchive } from './sample-archive.ts'

const BEGUN = SAMPLE_PEOPLE.filter((sample) => sample.profile !== null)
const ARCHIVES = new Map(BEGUN.map((sample) => [sample, sampleArchive(sample)]))

describe('the sample archives', () => {
  it.each(BEGUN.map((sample) => [sample.person.name, sample] as const))(
    '[OPS-1] %s has sent nothing that the field rules would stop',
    (_name, sample) => {
      const archive = ARCHIVES.get(sample)
      if (!archive) throw new Error('has begun')
      const readiness = readinessOf(
        { profile: readProfile(archive.doc), items: readItems(archive.doc) },
        { employerName: YUEZHOU.name, today: '2022-06-30' },
      )
      const errors = archive.reviews
        .filter(({ review }) => review.kind !== 'draft')
        .flatMap(({ item }) => (item === PROFILE_ITEM ? readiness.profile : readiness.items.get(item))?.problems ?? [])
        .filter((problem) => problem.severity === 'error')
      expect(errors).toEqual([])
      expect(readiness.isReadyForReview).toBe(true)
      expect(readiness.items.size).toBe(sample.items.length)
    },
  )

  it('[OPS-2] names the same items and revisions each time', () => {
    const digests = (archiveOf: (sample: SamplePerson) => SampleArchive | null | undefined) =>
      BEGUN.map((sample) => {
        const doc = archiveOf(sample)?.doc
        return doc
          ? [readProfile(doc), ...readItems(doc)].map((i) => [i.id, revisionOf(i, sample.person.accountId)?.digest])
          : []
      })
    const first = digests((sample) => ARCHIVES.get(sample))
    expect(digests(sampleArchive)).toEqual(first)
    expect(new Set(first.flat().map(([id, digest]) => `${id} ${digest}`)).size).toBe(
      BEGUN.reduce((n, s) => n + s.items.length + 1, 0),
    )
  })

  it('[OPS-3] has a file behind every piece of evidence, of the size, type and hash that the item says', () => {
    for (const sample of BEGUN) {
      const archive = ARCHIVES.get(sample)
      if (!archive) throw new Error('has begun')
      const files = new Map(archive.files.map((file) => [file.evidence.sha256, file]))
      const referred = readItems(archive.doc).flatMap((i) => i.evidence)
      expect(referred.length).toBeGreaterThan(0)
      for (const evidence of referred) {
        const bytes = files.get(evidence.sha256)?.bytes
        if (!bytes) throw new Error(`no file for ${evidence.name}`)
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(evidence.sha256)
        expect(bytes.length).toBe(evidence.bytes)
        expect(bytes.length).toBeLessThan(60_000)
        const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
        expect(evidence.type === 'application/pdf' ? start === '%PDF-' : start.startsWith('\xff\xd8\xff')).toBe(true)
      }
    }
  })

  it('[OPS-3] writes a PDF whose cross-reference table points at every object', () => {
    const pdf = BEGUN.flatMap((sample) => ARCHIVES.get(sample)?.files ?? []).find(
      (f) => f.evidence.type === 'application/pdf',
    )
    const text = Buffer.from(pdf?.bytes ?? []).toString('latin1')
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(table, table + 5)).toBe('xref\n')
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]))
    expect(offsets.length).toBeGreaterThan(5)
    const numbered = offsets.map((offset, at) => text.startsWith(`${at + 1} 0 obj\n`, offset))
    expect(numbered.every(Boolean)).toBe(true)
    const stream = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(text)
    expect(stream?.[2]?.length).toBe(Number(stream?.[1]))
  })

  it('[OPS-4] holds 40 approved items and more in the fullest archive, and some that cannot be pulled', () => {
    const xu = SAMPLE_PEOPLE.find((sample) => sample.person === XU_MINGCHUAN)
    const kinds = xu?.items.map((i) => i.review.kind) ?? []
    expect(kinds.filter((kind) => kind === 'approved').length).toBeGreaterThanOrEqual(40)
    expect(new Set(kinds)).toEqual(new Set(['approved', 'waiting', 'draft']))
    expect(
      xu?.items.some((i) => i.part === 'paper' && Number(i.fields.publishYm) < Number(xu.profile?.titleObtainedYm)),
    ).toBe(true)
  })
})
