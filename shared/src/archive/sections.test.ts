import { describe, expect, it } from 'vitest'
import type { Field } from './field.ts'
import type { Text } from './label.ts'
import { PROFILE, type ProfileRule } from './profile.ts'
import { EVIDENCE_FIELD } from './revision.ts'
import { SECTION_KEYS } from './section.ts'
import { SECTIONS, sectionByKey } from './sections.ts'

interface Described {
  readonly key: string
  readonly fields: readonly Field[]
  readonly rules: readonly ProfileRule[]
}

const EVERY: readonly Described[] = [...SECTIONS, { key: 'profile', fields: PROFILE.fields, rules: PROFILE.rules }]

/** The identifiers of domain §3.1 and §3.4, copied from there. A digest names content by them for ever. */
const FIELDS: Readonly<Record<string, string>> = {
  profile:
    'fullName formerName gender idType idNumber birthDate ethnicity politicalStatus domicile mobile workStartYm currentEmployer department post adminPost employerNature staffing employerAddress competentDeptName fileCustodian filesEntrusted currentTitleName titleObtainedYm titleCertNo titleIssuer titleAppointedYm specialty specialtyWorkYears outOfProvinceSocialInsurance remark',
  education:
    'beginYm endYm school major eduLevel eduCertNo schoolingYears graduationYm degree degreeNo studyMode isOverseas autoExtracted',
  work: 'beginYm endYm employerName position duties specialty1 specialty2 specialty3 isAidWork isPostdoc countsAsSpecialty',
  continuingEducation: 'year beginYm endYm trainingItem trainingSchool organizer summary subject hours',
  academicPost: 'beginYm endYm organization post duties',
  award: 'itemName level awardName grade otherName isPrimary rank participantCount awardYm',
  honor: 'name grantor level grantYm',
  researchProject:
    'beginYm endYm name source projectType level amountWan participantCount rank mainTask intro isFinished isPrimary',
  engineeringProject: 'beginYm endYm name projectCategory role amountWan scale description responsibility',
  paper:
    'title journal paperType publishYm isRepresentative isCorresponding rank participantCount indexing impactFactor citations abstract',
  book: 'title press pressYm bookType isbn authors authorRank',
  patent:
    'patentNo name patentType approvedYm rank participantCount isGranted isInProduction inventors area abstract applicantName',
  standard: 'name standardNo level publishedYm role summary',
  achievementAdoption: 'resultName projectYm companyName kind rdWan economicBenefit socialBenefit innovationLevel',
  qualificationCert: 'name specialty level certNo issuer obtainedYm expiryYm',
  rewardPunishment: 'name type ym',
  assessment: 'year result opinion assessor',
}

describe('the sections as data', () => {
  it('[ARC-1] are sixteen, numbered in the order of their keys', () => {
    expect(SECTIONS.map((s) => s.key)).toEqual(SECTION_KEYS)
    expect(SECTIONS.map((s) => s.number)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
    for (const key of SECTION_KEYS) expect(sectionByKey(key).key).toBe(key)
  })

  it('[ARC-1] education, work and assessment are mandatory and no others', () => {
    expect(SECTIONS.filter((s) => s.isMandatory).map((s) => s.key)).toEqual(['education', 'work', 'assessment'])
  })

  it.each(EVERY)('[ARC-1] $key has the fields of the domain, in their order', ({ key, fields }) => {
    expect(fields.map((f) => f.name).join(' ')).toBe(FIELDS[key])
    expect(fields.map((f) => f.name)).not.toContain(EVIDENCE_FIELD)
  })

  it.each(EVERY)(
    '[ARC-1] $key: options have codes of their own, and conditions name fields and codes that exist',
    (part) => {
      const byName = new Map(part.fields.map((field) => [field.name, field]))
      for (const { type, required } of part.fields) {
        if (type.kind === 'choice') expect(new Set(type.options.map((o) => o.code)).size).toBe(type.options.length)
        if (typeof required === 'object')
          expect(codesOf(byName.get(required.field))).toEqual(expect.arrayContaining([...required.isOneOf]))
      }
      for (const rule of part.rules) {
        if (rule.code !== 'V-EVIDENCE-REQ') {
          for (const name of fieldNamesOf(rule)) expect(byName.has(name)).toBe(true)
        } else if (rule.when && 'isOneOf' in rule.when) {
          expect(codesOf(byName.get(rule.when.field))).toEqual(expect.arrayContaining([...rule.when.isOneOf]))
        }
      }
    },
  )

  it.each(SECTIONS)(
    '[ARC-1] $key names its title, its date, and what makes it a group’s, by fields it has',
    (section) => {
      const names = section.fields.map((f) => f.name)
      expect(names).toContain(section.titleField)
      expect(section.fields.find((f) => f.name === section.dateField)?.type.kind).toMatch(/^(month|year)$/)
      if (section.uniqueBy) expect(names).toContain(section.uniqueBy)
      if (section.isGroupWhen) expect(names).toContain(section.isGroupWhen.field)
    },
  )

  it('[ARC-1] the groups of the profile hold every field once', () => {
    expect(PROFILE.groups.flatMap((g) => g.fields)).toEqual(PROFILE.fields)
  })

  it('[ARC-23] every label, option, hint and message is there in both languages', () => {
    const words: Text[] = [PROFILE.label, PROFILE.hint, ...PROFILE.groups.map((g) => g.label)]
    for (const section of SECTIONS) words.push(section.label, section.hint)
    for (const { fields, rules } of EVERY) {
      for (const { label, hint, type } of fields) {
        words.push(label, ...(hint ? [hint] : []))
        if (type.kind === 'choice') words.push(...type.options.map((o) => o.label))
        if (type.kind === 'decimal' && type.unit) words.push(type.unit)
      }
      for (const rule of rules) if (rule.code === 'V-EVIDENCE-REQ') words.push(rule.message)
    }
    for (const { zh, en } of words) {
      expect(zh.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

function codesOf(field: Field | undefined): readonly string[] {
  if (field?.type.kind === 'choice') return field.type.options.map((o) => o.code)
  return field?.type.kind === 'yes-no' ? ['yes', 'no'] : []
}

function fieldNamesOf(rule: ProfileRule): readonly string[] {
  return Object.entries(rule).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'code') return []
    return Array.isArray(value) ? value.map(String) : [String(value)]
  })
}
