import { describe, expect, test } from 'vitest'
import type { FieldValues, Part } from '../archive/item.ts'
import { contentOf } from '../archive/revision.ts'
import type { ItemId } from '../kernel/ids.ts'
import { proposedClaims } from './score-proposal.ts'
import { type Indicator, type ScoreTable, scoreTableSchema } from './score-table.ts'
import { reaches, type ScoreClaim, type ScoredItem, scoreOf } from './self-score.ts'
import { CONSTRUCTION_117_DEMO } from './tables/construction-117-demo.ts'
import { ECOLOGY_80_DEMO } from './tables/ecology-80-demo.ts'

const PERSON = { schooling: 'bachelor', specialtyYears: 8 }
const item = (id: string, part: Part, fields: FieldValues): ScoredItem => ({
  item: id as ItemId,
  content: contentOf({ part, fields, evidence: [] }),
})
const claim = (indicator: string, row: string, id: string | null, rank: number | null = null): ScoreClaim => ({
  indicator,
  row,
  item: id as ItemId | null,
  rank,
})
const common = { name: '项目', sections: ['award' as const, 'honor' as const], note: '' }
const row = (code: string, points: number) => ({ code, name: code, part: null, matches: [], points })

function tableOf(indicators: Indicator[], more: Partial<ScoreTable['groups'][number]> = {}): ScoreTable {
  const group = { code: 'g', name: '组', take: 'sum' as const, cap: null, indicators, ...more }
  return { id: 'T', version: 3, title: '表', isOfficial: true, controls: [], groups: [group] }
}
const ITEMS = ['a', 'b', 'c', 'd'].map((id, at) => item(id, 'award', { rank: String(at + 1), level: 'county' }))

function score(table: ScoreTable, claims: ScoreClaim[], ranges: Record<string, string> = {}) {
  const { total, problems, lines } = scoreOf(table, { controls: [], claims, ranges }, ITEMS, PERSON)
  return { total, lines, problems: problems.map(({ why }) => why) }
}

describe('kinds of points', () => {
  test('[PLAN-9] of choices the highest counts', () => {
    const table = tableOf([
      { ...common, code: 'I', cap: 10, scoreKind: 'choice', needsItem: true, rows: [row('low', 4), row('high', 8)] },
    ])
    expect(score(table, [claim('I', 'high', 'a'), claim('I', 'low', 'b')]).total).toBe('8')
  })

  test('[PLAN-9] per item: points × count, up to the cap', () => {
    const table = tableOf([{ ...common, code: 'I', cap: 7, scoreKind: 'perItem', rows: [row('each', 2.5)] }])
    expect(score(table, [claim('I', 'each', 'a'), claim('I', 'each', 'b')]).total).toBe('5')
    const three = score(
      table,
      ['a', 'b', 'c'].map((id) => claim('I', 'each', id)),
    )
    expect([three.total, three.lines[0]?.value, three.lines[0]?.counted]).toEqual(['7', '7.5', '7'])
  })

  test('[PLAN-9] by level and rank, later ranks together up to a cap of their own', () => {
    const rows = [{ code: 'county', name: '县级', part: null, matches: [], byRank: [6, 4], other: 1.5 }]
    const table = tableOf([
      { ...common, code: 'I', cap: 20, scoreKind: 'levelRank', rankField: 'rank', otherCap: 2, rows },
    ])
    const claims = ['a', 'b', 'c', 'd'].map((id) => claim('I', 'county', id, 1))
    const { total, lines } = score(table, claims)
    expect(total).toBe('12')
    expect(lines[0]?.claims.map(({ rank, points }) => [rank, points])).toEqual([
      [1, '6'],
      [2, '4'],
      [3, '1.5'],
      [4, '1.5'],
    ])
  })

  test('[PLAN-9] a base × the coefficient of the rank, half a tenth up', () => {
    const table = tableOf([
      {
        ...common,
        code: 'I',
        cap: 99,
        scoreKind: 'roleCoefficient',
        rankField: 'rank',
        rows: [row('A', 6.1)],
        coefficients: [1, 0.5],
        later: 0.3,
      },
    ])
    expect(score(table, [claim('I', 'A', 'a')]).total).toBe('6.1')
    expect(score(table, [claim('I', 'A', 'b')]).total).toBe('3.1')
    expect(score(table, [claim('I', 'A', 'd')]).total).toBe('1.8')
  })

  test('[PLAN-9] a number inside its bounds, with one decimal place', () => {
    const table = tableOf([{ ...common, code: 'I', cap: 5, scoreKind: 'range', min: 1, max: 5 }])
    expect(score(table, [], { I: '4.9' })).toMatchObject({ total: '4.9', problems: [] })
    for (const wrong of ['0.9', '5.1', '4.95', '-1', '五']) {
      expect(score(table, [], { I: wrong })).toMatchObject({ total: '0', problems: ['number-out-of-range'] })
    }
    expect(score(table, [])).toMatchObject({ total: '0', problems: [] })
  })

  test('[PLAN-9] a penalty takes away, up to its cap, and never below nothing', () => {
    const table = tableOf([
      { ...common, code: 'P', cap: 3, scoreKind: 'penalty', rows: [row('late', 2)] },
      { ...common, code: 'I', cap: 9, scoreKind: 'perItem', rows: [row('each', 4)] },
    ])
    expect(score(table, [claim('P', 'late', null), claim('P', 'late', null), claim('I', 'each', 'a')]).total).toBe('1')
    expect(score(table, [claim('P', 'late', null)]).total).toBe('0')
  })

  test('[PLAN-9] of two the better, where the table says so', () => {
    const two: Indicator[] = ['I', 'J'].map((code) => ({
      ...common,
      code,
      cap: 9,
      scoreKind: 'perItem',
      rows: [row('each', code === 'I' ? 4 : 6)],
    }))
    const claims = [claim('I', 'each', 'a'), claim('J', 'each', 'b')]
    expect(score(tableOf(two), claims).total).toBe('10')
    expect(score(tableOf(two, { take: 'best' }), claims).total).toBe('6')
    expect(score(tableOf(two, { cap: 7 }), claims).total).toBe('7')
  })
})

describe('claims', () => {
  const table = tableOf([
    {
      ...common,
      code: 'I',
      cap: 50,
      scoreKind: 'perItem',
      rows: [row('each', 2), { ...row('national', 9), matches: [{ field: 'level', isOneOf: ['national'] }] }],
    },
    { ...common, code: 'J', cap: 50, scoreKind: 'perItem', sections: ['paper'], rows: [row('each', 2)] },
  ])

  test.each<[string, ScoreClaim, string]>([
    ['of what was not pulled', claim('I', 'each', 'z'), 'item-not-pulled'],
    ['of nothing', claim('I', 'each', null), 'item-needed'],
    ['of another section', claim('J', 'each', 'a'), 'item-of-another-section'],
    ['under a row that is not there', claim('I', 'none', 'a'), 'unknown-row'],
    ['under an indicator that is not there', claim('X', 'each', 'a'), 'unknown-indicator'],
    ['of a level that the entry does not have', claim('I', 'national', 'a'), 'row-does-not-match'],
  ])('[PLAN-9] %s give nothing and are named', (_, wrong, why) => {
    expect(score(table, [wrong])).toMatchObject({ total: '0', problems: [why] })
  })

  test('[PLAN-9] use an entry once per table', () => {
    expect(score(table, [claim('I', 'each', 'a'), claim('I', 'each', 'a')])).toMatchObject({
      total: '2',
      problems: ['item-used-twice'],
    })
  })

  test('[PLAN-9] 79.9 is not 80, and 80 is', () => {
    expect([reaches('79.9', 80), reaches('80', 80), reaches('116.9', 117), reaches('117', 117)]).toEqual([
      false,
      true,
      false,
      true,
    ])
  })
})

describe('the demonstration tables', () => {
  const capsOf = (table: ScoreTable) => table.groups.flatMap((g) => g.indicators).reduce((sum, i) => sum + i.cap, 0)

  test('[PLAN-6] have the shape of a table, say that they are not official, and their caps sum to 140 and 171', () => {
    for (const table of [ECOLOGY_80_DEMO, CONSTRUCTION_117_DEMO]) {
      expect(scoreTableSchema.parse(table)).toEqual(table)
      expect(table.isOfficial).toBe(false)
    }
    expect([capsOf(ECOLOGY_80_DEMO), capsOf(CONSTRUCTION_117_DEMO)]).toEqual([140, 171])
  })

  test('[PLAN-10] what the archive speaks for is proposed, its own rank counted', () => {
    const items = [
      item('edu', 'education', { eduLevel: 'master' }),
      item('r1', 'researchProject', { level: 'provincial', rank: '2' }),
      item('r2', 'researchProject', { level: 'municipal', rank: '5' }),
      item('p1', 'paper', { indexing: 'core' }),
      item('p2', 'paper', { indexing: 'ei' }),
      item('h1', 'honor', { level: 'municipal' }),
      item('h2', 'honor', { level: 'county' }),
      item('e1', 'engineeringProject', { role: 'lead' }),
    ]
    const person = { schooling: 'master', specialtyYears: 8 }
    const claims = proposedClaims(ECOLOGY_80_DEMO, items, person)
    expect(claims.map(({ indicator, row, item: id }) => [indicator, row, id])).toEqual([
      ['E1', 'master', 'edu'],
      ['E2', 'master-8', null],
      ['E3', 'provincial', 'r1'],
      ['E3', 'municipal', 'r2'],
      ['E9', 'core', 'p1'],
      ['E10', 'municipal', 'h1'],
    ])
    const { total, lines } = scoreOf(ECOLOGY_80_DEMO, { controls: [], claims, ranges: {} }, items, person)
    expect(total).toBe('42')
    expect(lines.filter((line) => line.value !== '0').map((line) => [line.indicator, line.counted])).toEqual([
      ['E1', '7'],
      ['E2', '10'],
      ['E3', '15'],
      ['E9', '4'],
      ['E10', '6'],
    ])
  })
})
