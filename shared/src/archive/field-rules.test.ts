import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText, parts, valuesFor } from '../testing/arbitraries.ts'
import { QIAN_RULAN, XU_MINGCHUAN } from '../testing/people.ts'
import { isRequired, problemsOf } from './field-rules.ts'
import { isIsbn, isPatentNumber } from './field-value.ts'
import type { FieldValues, Part } from './item.ts'
import { isError } from './problem.ts'
import { fieldsOf, type RevisionEvidence } from './revision.ts'

const TODAY = '2022-09-15'

function file(kind: RevisionEvidence['kind'], more: Partial<RevisionEvidence> = {}): RevisionEvidence {
  return { sha256: 'a'.repeat(64), bytes: 1000, type: 'application/pdf', kind, ...more }
}

const PAPER: FieldValues = {
  title: '论文',
  journal: '环境科学',
  publishYm: '202106',
  isRepresentative: 'yes',
  rank: '1',
}
const AWARD: FieldValues = {
  itemName: '项目',
  level: 'municipal',
  awardName: '科技进步奖',
  rank: '2',
  participantCount: '5',
  awardYm: '202001',
}
const PROJECT: FieldValues = {
  beginYm: '201801',
  endYm: '201912',
  name: '水质自动监测站建设',
  projectCategory: '监测',
  role: 'lead',
  responsibility: '负责站点运行',
}
const PROFILE: FieldValues = {
  fullName: '许明川',
  gender: 'male',
  idType: 'residentId',
  idNumber: XU_MINGCHUAN.idNumber,
  birthDate: XU_MINGCHUAN.birthDate,
  ethnicity: '01',
  mobile: XU_MINGCHUAN.mobile,
  workStartYm: '201107',
  currentEmployer: '绍兴市越州生态环境监测中心',
  employerNature: 'institution',
  staffing: 'institutionQuota',
  competentDeptName: '绍兴市生态环境局',
  fileCustodian: '绍兴市人才服务中心',
  filesEntrusted: 'no',
  currentTitleName: '助理工程师',
  titleObtainedYm: '201712',
  titleAppointedYm: '201801',
  specialty: '监测与分析',
  specialtyWorkYears: '11',
  outOfProvinceSocialInsurance: 'no',
}
const BASE: Partial<Record<Part, FieldValues>> = {
  paper: PAPER,
  award: AWARD,
  engineeringProject: PROJECT,
  profile: PROFILE,
}
const ALL_FILES = [file('evidence'), file('mainContributor', { sha256: 'b'.repeat(64) })]

/** `code field` of every problem, warnings in brackets. */
function problems(part: Part, changes: FieldValues = {}, evidence: readonly RevisionEvidence[] = ALL_FILES): string[] {
  const files = part === 'profile' ? [] : evidence
  return problemsOf({ part, fields: { ...BASE[part], ...changes }, evidence: files }, TODAY).map((p) =>
    isError(p) ? `${p.code} ${p.field}` : `(${p.code} ${p.field})`,
  )
}

describe('entries that are in order', () => {
  it.each(['paper', 'award', 'engineeringProject', 'profile'] as const)('[ARC-12] %s has no problem', (part) => {
    expect(problems(part)).toEqual([])
  })
})

type Case = readonly [rule: string, part: Part, changes: FieldValues, problems: readonly string[]]

const CASES: readonly Case[] = [
  ['[ARC-12]', 'paper', { title: null }, ['V-REQ title']],
  ['[ARC-12]', 'paper', { isRepresentative: null, rank: null }, ['V-REQ isRepresentative', 'V-REQ rank']],
  ['[ARC-12]', 'profile', { staffing: null }, ['V-REQ staffing']],
  ['[ARC-12]', 'profile', { staffing: null, employerNature: 'nonPublic' }, []],
  [
    '[ARC-12]',
    'profile',
    { titleObtainedYm: null, titleAppointedYm: null },
    ['V-REQ titleObtainedYm', 'V-REQ titleAppointedYm'],
  ],
  ['[ARC-12]', 'profile', { currentTitleName: null, titleObtainedYm: null, titleAppointedYm: null }, []],
  ['[ARC-13]', 'paper', { title: '长'.repeat(151) }, ['V-LEN title']],
  ['[ARC-13]', 'paper', { title: '𠮷'.repeat(150) }, []],
  ['[ARC-13]', 'paper', { rank: '0' }, ['V-NUM rank']],
  ['[ARC-13]', 'paper', { rank: '1.5' }, ['V-NUM rank']],
  ['[ARC-13]', 'paper', { rank: '-1' }, ['V-NUM rank']],
  ['[ARC-13]', 'paper', { rank: '1e2' }, ['V-NUM rank']],
  ['[ARC-13]', 'paper', { impactFactor: '0' }, []],
  ['[ARC-13]', 'paper', { impactFactor: '3.1234' }, ['V-NUM impactFactor']],
  ['[ARC-13]', 'paper', { paperType: '期刊' }, ['V-CHOICE paperType']],
  ['[ARC-13]', 'paper', { isRepresentative: 'true' }, ['V-CHOICE isRepresentative']],
  ['[ARC-10]', 'paper', { publishYm: '2021-06' }, ['V-DATE-YM publishYm']],
  ['[ARC-10]', 'paper', { publishYm: '202113' }, ['V-DATE-YM publishYm']],
  ['[ARC-10]', 'paper', { publishYm: '202209' }, []],
  ['[ARC-10]', 'paper', { publishYm: '202210' }, ['V-DATE-ORDER publishYm']],
  ['[ARC-10]', 'profile', { birthDate: '1988-02-30' }, ['V-DATE-D birthDate']],
  ['[ARC-14]', 'engineeringProject', { beginYm: '202001' }, ['V-DATE-ORDER endYm']],
  ['[ARC-14]', 'engineeringProject', { beginYm: '201912' }, []],
  ['[ARC-14]', 'engineeringProject', { endYm: null }, []],
  ['[ARC-14]', 'engineeringProject', { beginYm: '2020', endYm: '201901' }, ['V-DATE-YM beginYm']],
  ['[ARC-15]', 'award', { rank: '6' }, ['V-RANK-COUNT rank']],
  ['[ARC-15]', 'award', { rank: '5' }, []],
  ['[ARC-15]', 'paper', { rank: '3', participantCount: '2' }, ['V-RANK-COUNT rank']],
  ['[ARC-17]', 'profile', { gender: 'female' }, ['V-ID-4 gender']],
  ['[ARC-17]', 'profile', { birthDate: '1988-03-08' }, ['V-ID-3 birthDate']],
  ['[ARC-17]', 'profile', { idNumber: '33068319880307153' }, ['V-ID-1 idNumber']],
  ['[ARC-17]', 'profile', { idNumber: '330683198803071530' }, ['V-ID-2 idNumber']],
  ['[ARC-17]', 'profile', { idNumber: QIAN_RULAN.idNumber }, ['V-ID-4 gender', 'V-ID-3 birthDate']],
  ['[ARC-17]', 'profile', { idType: 'passport', idNumber: 'E12345678' }, []],
  ['[ARC-17]', 'profile', { idType: 'passport', idNumber: 'E123' }, ['V-ID-5 idNumber']],
  ['[ARC-17]', 'profile', { mobile: '12800000001' }, ['V-PHONE mobile']],
  ['[ARC-17]', 'profile', { mobile: '1380000000' }, ['V-PHONE mobile']],
  ['[ARC-17]', 'profile', { fullName: 'Xu' }, ['(V-NAME fullName)']],
  ['[ARC-17]', 'profile', { fullName: '阿依·古丽' }, []],
  ['[ARC-17]', 'profile', { titleAppointedYm: '201711' }, ['(V-DATE-TITLE titleAppointedYm)']],
  ['[ARC-17]', 'profile', { workStartYm: '201801' }, ['(V-DATE-TITLE titleObtainedYm)']],
  ['[ARC-17]', 'profile', { workStartYm: '200302' }, ['V-WORK-AGE workStartYm']],
  ['[ARC-17]', 'profile', { workStartYm: '200303' }, []],
  ['[ARC-17]', 'profile', { competentDeptName: '环保科' }, ['(V-DEPT-1 competentDeptName)']],
  ['[ARC-17]', 'profile', { competentDeptName: '诸暨市生态环境分局' }, []],
]

describe('what is wrong with an entry', () => {
  for (const [rule, part, changes, expected] of CASES) {
    it(`${rule} ${part} ${JSON.stringify(changes).slice(0, 60)}: ${expected.join(', ') || 'nothing'}`, () => {
      expect(problems(part, changes)).toEqual(expected)
    })
  }
})

describe('what a table does not show', () => {
  it('[ARC-10] a certificate may be valid until a month to come', () => {
    const cert = { name: '注册环保工程师', certNo: 'A1', issuer: '人社部', obtainedYm: '202001', expiryYm: '202512' }
    expect(problems('qualificationCert', cert)).toEqual([])
  })

  it('[ARC-12] the mark beside the label follows the other fields', () => {
    const staffing = fieldsOf('profile').find((f) => f.name === 'staffing')
    const obtained = fieldsOf('profile').find((f) => f.name === 'titleObtainedYm')
    if (!staffing || !obtained) throw new Error('the profile has both')
    expect(isRequired('profile', staffing, { employerNature: 'institution' })).toBe(true)
    expect(isRequired('profile', staffing, { employerNature: 'nonPublic' })).toBe(false)
    expect(isRequired('profile', obtained, { currentTitleName: '助理工程师' })).toBe(true)
    expect(isRequired('profile', obtained, {})).toBe(false)
  })

  it('[ARC-13] characters are counted, not UTF-16 units', () => {
    expect(problems('paper', { title: '𠮷'.repeat(151) })).toEqual(['V-LEN title'])
  })

  it('[ARC-14] a field that is wrong by itself is not blamed twice', () => {
    expect(problems('engineeringProject', { beginYm: '209901', endYm: '201901' })).toEqual(['V-DATE-ORDER beginYm'])
  })

  it('[ARC-15] the number of people may be left open', () => {
    expect(problems('paper', { rank: '3', participantCount: null })).toEqual([])
  })

  it('[ARC-17] an unusual age is a warning', () => {
    const born1880 = { idNumber: '440524188001010014', birthDate: '1880-01-01', gender: 'male' }
    expect(problems('profile', born1880)).toEqual(['(V-ID-3 idNumber)'])
  })
})

describe('evidence', () => {
  it('[ARC-16] what a section asks for is missed', () => {
    expect(problems('paper', {}, [])).toEqual(['V-EVIDENCE-REQ evidence'])
    expect(problems('assessment', { year: '2021', result: 'qualified' }, [])).toEqual([])
  })

  it('[ARC-16] a degree from abroad needs its recognition, and every degree its certificate', () => {
    const degree = {
      beginYm: '201009',
      endYm: '201406',
      school: '某大学',
      major: '环境工程',
      eduLevel: 'bachelor',
      graduationYm: '201406',
      studyMode: 'fullTime',
    }
    expect(problems('education', { ...degree, isOverseas: 'no' }, [])).toEqual(['V-EVIDENCE-REQ evidence'])
    expect(problems('education', { ...degree, isOverseas: 'no' }, [file('evidence')])).toEqual([])
    expect(problems('education', { ...degree, isOverseas: 'yes' }, [file('evidence')])).toEqual([
      'V-EVIDENCE-REQ evidence',
    ])
    expect(problems('education', { ...degree, isOverseas: 'yes' }, [file('certificate')])).toEqual([])
  })

  it('[ARC-16] a group award or project without proof of being a main contributor is warned of', () => {
    expect(problems('award', {}, [file('evidence')])).toEqual(['(V-EVIDENCE-REQ evidence)'])
    expect(problems('award', { rank: '1', participantCount: '1' }, [file('evidence')])).toEqual([])
    expect(problems('engineeringProject', { role: 'participate' }, [file('evidence')])).toEqual([
      '(V-EVIDENCE-REQ evidence)',
    ])
    expect(problems('engineeringProject', { role: 'participate' })).toEqual([])
  })

  it('[ARC-16] files have the permitted types, sizes and number, and each is there once', () => {
    const ten = Array.from({ length: 10 }, (_, n) => file('evidence', { sha256: String(n).repeat(64) }))
    expect(problems('paper', {}, ten)).toEqual([])
    expect(problems('paper', {}, [...ten, file('other')])).toEqual(['V-FILE-COUNT evidence'])
    expect(problems('paper', {}, [file('evidence', { type: 'image/gif' })])).toEqual(['V-FILE-TYPE evidence'])
    expect(problems('paper', {}, [file('evidence', { bytes: 10 * 1024 * 1024 })])).toEqual([])
    expect(problems('paper', {}, [file('evidence', { bytes: 10 * 1024 * 1024 + 1 })])).toEqual(['V-FILE-SIZE evidence'])
    expect(problems('paper', {}, [file('evidence'), file('other')])).toEqual(['(V-FILE-DUP evidence)'])
  })
})

describe('check characters', () => {
  it.each(['978-7-111-54742-6', '9787115546081', '0-306-40615-2', '080442957X'])('[ARC-21] ISBN %s', (isbn) => {
    expect(isIsbn(isbn)).toBe(true)
    expect(problems('book', bookWith(isbn))).toEqual([])
  })

  it.each(['978-7-111-54742-7', '0-306-40615-3', '12345', '97871155460811'])(
    '[ARC-21] ISBN %s is warned of',
    (isbn) => {
      expect(problems('book', bookWith(isbn))).toEqual(['(V-ISBN isbn)'])
    },
  )

  it.each(['200310102344.5', 'ZL200310102344.5', 'ZL2003101023445', '2020SR1234567'])(
    '[ARC-21] patent %s',
    (number) => {
      expect(isPatentNumber(number)).toBe(true)
    },
  )

  it.each(['200310102344.6', 'ZL200310102345.5', 'US1234567', ''])('[ARC-21] patent %s is warned of', (number) => {
    expect(isPatentNumber(number)).toBe(false)
  })
})

describe('whatever is in an entry', () => {
  it('[ARC-8] judging it never fails, and every problem says what to do in both languages', () => {
    const hostile = parts.chain((part) =>
      fc.tuple(fc.constant(part), fc.dictionary(fc.constantFrom(...fieldsOf(part).map((f) => f.name)), anyText)),
    )
    fc.assert(
      fc.property(hostile, ([part, fields]) => {
        for (const { message, field } of problemsOf({ part, fields, evidence: [] }, TODAY)) {
          expect(message.zh).toMatch(/[。]$/)
          expect(message.en).toMatch(/\.$/)
          expect([...fieldsOf(part).map((f) => f.name), 'evidence']).toContain(field)
        }
      }),
    )
  })

  it('[ARC-13] allowed values are never outside their own field’s bounds', () => {
    const allowed = parts.chain((part) => fc.tuple(fc.constant(part), valuesFor(part)))
    const ofValue = new Set(['V-LEN', 'V-NUM', 'V-CHOICE', 'V-DATE-YM', 'V-DATE-Y', 'V-DATE-D'])
    fc.assert(
      fc.property(allowed, ([part, fields]) => {
        const found = problemsOf({ part, fields, evidence: [] }, TODAY).filter((p) => ofValue.has(p.code))
        expect(found).toEqual([])
      }),
    )
  })
})

function bookWith(isbn: string): FieldValues {
  return { title: '书', press: '社', pressYm: '202001', authors: '许明川', authorRank: '1', isbn }
}
