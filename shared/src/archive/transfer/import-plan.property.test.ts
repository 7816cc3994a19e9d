import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemId } from '../../kernel/ids.ts'
import { sections, valuesFor } from '../../testing/arbitraries.ts'
import { normaliseInput } from '../field-input.ts'
import type { Item } from '../item.ts'
import type { SectionKey } from '../section.ts'
import { sectionByKey } from '../sections.ts'
import { type DraftRow, draftOf, draftsFrom, isbnIn } from './draft.ts'
import { duplicateKeys } from './duplicates.ts'
import { recordsFromTagged } from './from-tagged.ts'
import { type Decision, importOf, planImport, usualDecision } from './import-plan.ts'
import { hostileStrings } from './testing/hostile-strings.ts'

function item(
  id: string,
  part: SectionKey,
  fields: Record<string, string | null>,
  identifiers: readonly string[] = [],
) {
  const read: Item = {
    id: id as ItemId,
    part,
    fields,
    evidence: [],
    salt: 'a'.repeat(64),
    otherVersions: [],
    order: id,
    identifiers,
  }
  return read
}

function row(at: number, part: SectionKey, fields: Record<string, string | null>, identifiers?: readonly string[]) {
  return { row: at, ...draftOf(part, fields, identifiers) }
}

const draftRows: fc.Arbitrary<readonly DraftRow[]> = fc
  .array(
    fc.oneof(
      sections.chain((part) =>
        fc.record({
          part: fc.constant(part),
          fields: fc.oneof(valuesFor(part), fc.constant({ title: '同一题目', name: '同一题目' })),
        }),
      ),
      fc.constant('unreadable' as const),
    ),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map((one, at) =>
      one === 'unreadable'
        ? { row: at + 1, refusal: { kind: 'row-unreadable', text: 'x' } as const }
        : { row: at + 1, ...draftOf(one.part, one.fields) },
    ),
  )

/** As the archive keeps a title that is typed into its field. */
function titleKept(text: string): string | null {
  const field = sectionByKey('paper').fields.find(({ name }) => name === 'title')
  return field ? normaliseInput(field, text) : null
}

describe('an import', () => {
  it('[ARC-40] every row is added, merged, skipped or refused, whatever is decided', () => {
    fc.assert(
      fc.property(
        draftRows,
        fc.dictionary(fc.stringMatching(/^([1-9]|1[0-2])$/), fc.constantFrom<Decision>('add', 'merge', 'skip')),
        fc.nat(5),
        (rows, decided, present) => {
          const items = rows
            .slice(0, present)
            .flatMap((one, at) => ('draft' in one ? [item(`item-${at}`, one.draft.part, { ...one.draft.fields })] : []))
          const plan = planImport(rows, items)
          const decisions = new Map(Object.entries(decided).map(([at, decision]) => [Number(at), decision]))
          const done = importOf(plan, decisions)
          const all = [
            ...done.added.map((one) => one.row),
            ...done.merged.map((one) => one.row),
            ...done.skipped,
            ...done.refused.map((one) => one.row),
          ]
          expect(all.sort((a, b) => a - b)).toEqual(rows.map((one) => one.row))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[ARC-41] the same DOI, ISBN, patent number, standard number or title is offered as the same, against the archive and within the file', () => {
    const items = [
      item('a', 'paper', { title: '总磷 通量估算' }),
      item('b', 'paper', { title: 'Other' }, ['doi:10.1000/abc']),
      item('c', 'book', { title: '甲', isbn: '978-7-111-07575-2' }),
      item('d', 'patent', { name: '乙', patentNo: 'ZL202010123456.2' }),
      item('e', 'standard', { name: '丙', standardNo: 'DB33/T 1234—2022' }),
    ]
    const rows = [
      row(1, 'paper', { title: '总磷（通量）估算' }),
      row(2, 'paper', { title: '另题' }, ['doi:10.1000/abc']),
      row(3, 'book', { title: '别名', isbn: '7-111-07575-5' }),
      row(4, 'patent', { name: '别名', patentNo: 'CN 202010123456.2' }),
      row(5, 'standard', { name: '别名', standardNo: 'DB33/T 1234-2022' }),
      row(6, 'paper', { title: '新题' }),
      row(7, 'paper', { title: '“新题”' }),
    ]
    const twins = planImport(rows, items).map((one) => ('twin' in one ? one.twin : null))
    expect(twins.map((twin) => (twin?.kind === 'item' ? `${twin.item.id} ${twin.by}` : twin))).toEqual([
      'a title',
      'b doi',
      'c isbn',
      'd patent',
      'e standard',
      null,
      { kind: 'row', row: 6, by: 'title' },
    ])
    expect(isbnIn('7-111-07575-5')).toBe(isbnIn('ISBN 978-7-111-07575-2'))
  })

  it('[ARC-41] entries of one title that differ in what tells them apart are not offered as the same', () => {
    const work = (beginYm: string) => ({
      part: 'work' as const,
      fields: { employerName: '监测中心', beginYm, position: '工程师' },
    })
    const keys = (one: Parameters<typeof duplicateKeys>[0]) => duplicateKeys(one).map(({ key }) => key)
    expect(keys(work('201401'))).not.toEqual(keys(work('201801')))
    expect(keys(work('201401'))).toEqual(keys(work('201401')))
    expect(duplicateKeys({ part: 'paper', fields: { title: '——' } })).toEqual([])
  })

  it('[ARC-41] merging fills what is empty and changes nothing that was written, also when two rows meet one entry', () => {
    const present = item('a', 'paper', { title: '总磷', journal: '环境科学', abstract: null, rank: null })
    const plan = planImport(
      [
        row(1, 'paper', { title: '总磷', journal: '别的刊物', abstract: '摘要' }),
        row(2, 'paper', { title: '总磷', abstract: '另一摘要', rank: '2' }),
        row(3, 'paper', { title: '总磷' }),
      ],
      [present],
    )
    expect(plan.map(usualDecision)).toEqual(['merge', 'merge', 'skip'])
    expect(importOf(plan, new Map()).merged).toMatchObject([
      { item: 'a', fields: { abstract: '摘要' } },
      { item: 'a', fields: { rank: '2' } },
    ])
    expect(importOf(plan, new Map()).merged.map(({ fields }) => Object.keys(fields))).toEqual([['abstract'], ['rank']])
  })

  it('[ARC-40] hostile text in a bibliography comes in as that text, or its row is refused with a reason; never as another record', () => {
    for (const text of hostileStrings().filter((one) => !/[\r\n\u2028]/.test(one))) {
      const file = `TY  - JOUR\nTI  - 题${text}目\nJO  - 刊物\nER  - \nTY  - JOUR\nTI  - 第二条\nER  - \n`
      const drafts = draftsFrom(recordsFromTagged(file, 'ris'), '许明川')
      expect(drafts).toHaveLength(2)
      const [first] = drafts
      if (first && 'draft' in first) {
        expect(first.draft.fields.title === titleKept(`题${text}目`), JSON.stringify(text.slice(0, 60))).toBe(true)
      } else expect(first).toMatchObject({ refusal: { kind: 'row-too-long' } })
    }
  })
})
