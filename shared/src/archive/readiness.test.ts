import { describe, expect, it } from 'vitest'
import { itemIdSchema, PROFILE_ITEM } from '../kernel/ids.ts'
import { parseYearMonth } from '../kernel/year-month.ts'
import type { Evidence, FieldValues, Item, Part } from './item.ts'
import { problemsOfEntry, readinessOf, specialtyYears } from './readiness.ts'

const FILE: Evidence = { sha256: 'a'.repeat(64), bytes: 9, type: 'application/pdf', kind: 'evidence', name: 'a.pdf' }
const SITUATION = { employerName: '绍兴市越州生态环境监测中心', today: '2022-09-15' }

let count = 0
function item(part: Part, fields: FieldValues, id = `item-${++count}`): Item {
  return { id: itemIdSchema.parse(id), part, fields, evidence: [FILE], salt: '', otherVersions: [], order: id }
}

const profile = item(
  'profile',
  {
    fullName: '许明川',
    gender: 'male',
    idType: 'residentId',
    idNumber: '330683198803071539',
    birthDate: '1988-03-07',
    ethnicity: '01',
    mobile: '13800000005',
    workStartYm: '201107',
    currentEmployer: SITUATION.employerName,
    employerNature: 'nonPublic',
    competentDeptName: '绍兴市生态环境局',
    fileCustodian: '绍兴市人才服务中心',
    filesEntrusted: 'no',
    specialty: '监测与分析',
    specialtyWorkYears: '11',
    outOfProvinceSocialInsurance: 'no',
  },
  PROFILE_ITEM,
)
const education = item('education', {
  beginYm: '200709',
  endYm: '201106',
  school: '浙江工业大学',
  major: '环境工程',
  eduLevel: 'bachelor',
  graduationYm: '201106',
  studyMode: 'fullTime',
  isOverseas: 'no',
})
const work = item('work', {
  beginYm: '201107',
  employerName: SITUATION.employerName,
  position: '技术员',
  duties: '监测',
  specialty1: '监测与分析',
  countsAsSpecialty: 'yes',
})
const assessment = item('assessment', { year: '2021', result: 'qualified' })

function profileSentences(changes: FieldValues): string[] {
  const changed = { ...profile, fields: { ...profile.fields, ...changes } }
  return readinessOf({ profile: changed, items: [work] }, SITUATION).profile.problems.map(({ message }) => message.zh)
}

function profileCodes(changes: FieldValues, items: readonly Item[] = [work], situation = SITUATION): string[] {
  const changed = { ...profile, fields: { ...profile.fields, ...changes } }
  return readinessOf({ profile: changed, items }, situation).profile.problems.map((p) => `${p.code} ${p.severity}`)
}

describe('an archive', () => {
  it('[ARC-20] is ready when the profile and each mandatory section have an entry without error', () => {
    const ready = readinessOf({ profile, items: [education, work, assessment] }, SITUATION)
    expect(ready.profile.problems).toEqual([])
    expect(ready.isReadyForReview).toBe(true)
    expect(ready.sections.filter((s) => s.count > 0)).toEqual([
      { key: 'education', count: 1, sendable: 1, isMissing: false },
      { key: 'work', count: 1, sendable: 1, isMissing: false },
      { key: 'assessment', count: 1, sendable: 1, isMissing: false },
    ])
    expect(ready.sections).toHaveLength(16)
  })

  it('[ARC-20] without an entry of a mandatory section it is not, and says which', () => {
    const ready = readinessOf({ profile, items: [education, work] }, SITUATION)
    expect(ready.isReadyForReview).toBe(false)
    expect(ready.sections.filter((s) => s.isMissing).map((s) => s.key)).toEqual(['assessment'])
  })

  it('[ARC-20] an entry with an error does not count, another beside it does', () => {
    const broken = item('assessment', { year: '2020' })
    const items = [education, work, broken]
    expect(readinessOf({ profile, items }, SITUATION).isReadyForReview).toBe(false)
    expect(readinessOf({ profile, items }, SITUATION).items.get(broken.id)).toMatchObject({
      isSendable: false,
      missing: 1,
    })
    expect(readinessOf({ profile, items: [...items, assessment] }, SITUATION).isReadyForReview).toBe(true)
  })

  it('[ARC-20] an empty one lacks the profile and three sections', () => {
    const empty = readinessOf({ profile: { ...profile, fields: {} }, items: [] }, SITUATION)
    expect(empty.isReadyForReview).toBe(false)
    expect(empty.profile.missing).toBe(16)
    expect(empty.sections.filter((s) => s.isMissing)).toHaveLength(3)
  })

  it('[ARC-19] has one assessment for a year: the later ones are told', () => {
    const again = item('assessment', { year: '2021', result: 'excellent' })
    const ready = readinessOf(
      { profile, items: [assessment, again, item('assessment', { year: '2020', result: 'qualified' })] },
      SITUATION,
    )
    expect([...ready.items.values()].map((i) => i.problems.map((p) => p.code))).toEqual([[], ['V-UNIQUE'], []])
  })

  it('[ARC-19] [ARC-20] an entry judged alone beside its neighbours is judged as with all of them', () => {
    const again = item('assessment', { year: '2021', result: 'excellent' })
    const items = [education, work, assessment, again, item('assessment', {}), item('honor', { name: '' })]
    const ready = readinessOf({ profile, items }, SITUATION)
    for (const one of items) {
      const neighbours = items.filter(({ part }) => part === one.part)
      expect(problemsOfEntry(one, neighbours, SITUATION.today)).toEqual(ready.items.get(one.id)?.problems)
    }
  })
})

describe('the profile against the rest', () => {
  it('[ARC-18] more years than were worked is an error, fewer a warning', () => {
    expect(profileCodes({})).toEqual([])
    expect(profileCodes({ specialtyWorkYears: '12' })).toEqual(['V-YEARS error'])
    expect(profileSentences({ specialtyWorkYears: '12' })).toEqual(['专业工作年限须填写实足年限，当前计算为11年。'])
    expect(profileCodes({ specialtyWorkYears: '10' })).toEqual(['V-YEARS warning'])
    expect(profileCodes({ specialtyWorkYears: '12' }, [])).toEqual([])
  })

  it('[ARC-18] counts full years of what counts, each month once, up to the cutoff', () => {
    const cutoff = parseYearMonth('202209')
    if (!cutoff) throw new Error('a month')
    const years = (...fields: FieldValues[]) =>
      specialtyYears(
        fields.map((f) => ({ fields: f })),
        cutoff,
      )
    const counted = { countsAsSpecialty: 'yes' }
    expect(years({ ...counted, beginYm: '202110', endYm: null })).toBe(1)
    expect(years({ ...counted, beginYm: '202111', endYm: null })).toBe(0)
    expect(years({ ...counted, beginYm: '202110', endYm: '203012' })).toBe(1)
    expect(
      years({ ...counted, beginYm: '201001', endYm: '201112' }, { ...counted, beginYm: '201101', endYm: '201212' }),
    ).toBe(3)
    expect(years({ countsAsSpecialty: 'no', beginYm: '201001', endYm: '201912' })).toBe(0)
    expect(years({ ...counted, beginYm: '2010', endYm: '201912' })).toBe(0)
  })

  it('[ARC-22] the employer’s name is the bound employer’s', () => {
    expect(profileCodes({ currentEmployer: '越州监测中心' })).toEqual(['V-UNIT-1 error'])
    expect(profileSentences({ currentEmployer: '越州监测中心' })).toEqual([
      '工作单位须为全称，且与单位公章一致。单位登记的名称是“绍兴市越州生态环境监测中心”。',
    ])
    const unbound = { ...profile, fields: { ...profile.fields, currentEmployer: '越州监测中心' } }
    const ready = readinessOf({ profile: unbound, items: [work] }, { ...SITUATION, employerName: null })
    expect(ready.profile.problems).toEqual([])
  })
})
