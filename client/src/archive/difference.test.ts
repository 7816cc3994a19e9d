import type { Evidence } from '@yejibu/shared/archive/item'
import { describe, expect, it } from 'vitest'
import { type Content, differenceOf, isSame } from './difference.ts'

const file = (fill: string, kind: Evidence['kind'] = 'evidence') => ({
  sha256: fill.repeat(64),
  bytes: 10,
  type: 'application/pdf',
  kind,
})
const paper = (fields: Content['fields'], evidence: Content['evidence'] = []): Content => ({
  part: 'paper',
  fields,
  evidence,
})

describe('the difference between two contents of an entry', () => {
  it('[CLIENT-36] lists the fields that changed in the order of the form, emptied ones too', () => {
    const was = paper({ title: '甲', journal: '乙', rank: '1' })
    const is = paper({ title: '甲', journal: '丙', rank: null, publishYm: '202106' })
    const { fields } = differenceOf(was, is)
    expect(fields.map(({ field, before, after }) => [field.name, before, after])).toEqual([
      ['journal', '乙', '丙'],
      ['publishYm', null, '202106'],
      ['rank', '1', null],
    ])
  })

  it('[CLIENT-36] says which files came and went, and tells a rearranged list from the same one', () => {
    const { added, removed } = differenceOf(paper({}, [file('a')]), paper({}, [file('b')]))
    expect([added[0]?.sha256[0], removed[0]?.sha256[0]]).toEqual(['b', 'a'])
    const turned = differenceOf(paper({}, [file('a'), file('b')]), paper({}, [file('b'), file('a')]))
    expect(turned.isEvidenceRearranged).toBe(true)
    expect(differenceOf(paper({}, [file('a')]), paper({}, [file('a', 'other')])).isEvidenceRearranged).toBe(true)
    expect(isSame(differenceOf(paper({}, [file('a')]), paper({}, [file('a')])))).toBe(true)
  })
})
