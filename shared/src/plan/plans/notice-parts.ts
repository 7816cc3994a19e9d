/** What the notices of the seeds have in common, so that each plan's file shows what is its own (domain §4.4–4.7). */

import type { Condition } from '../condition.ts'
import type { AcceptancePoint, Ask, AttachmentSlot, Plan } from '../plan.ts'
import type { Question } from '../question.ts'

/** Decided by whoever publishes: the notices state no dates, and which parts are insisted on is the office's choice. */
export interface Publication {
  /** ISO 8601 with offset. */
  readonly open: string
  readonly close: string
  /** Nothing beside the archive where left out. */
  readonly asks?: readonly Ask[]
}

export function published({ open, close, asks }: Publication): Pick<Plan, 'window' | 'asks'> {
  return { window: { open, close }, ...(asks ? { asks: [...asks] } : {}) }
}

export function slot(
  code: string,
  title: string,
  when: 'always' | 'as-available' | readonly Condition[],
  more: {
    readonly note?: string
    readonly rule?: NonNullable<AttachmentSlot['rule']>
    readonly paper?: NonNullable<AttachmentSlot['paper']>
  } = {},
): AttachmentSlot {
  const isCondition = typeof when !== 'string'
  return {
    code,
    title,
    requirement: isCondition ? 'when' : when,
    requiredWhen: isCondition ? [...when] : [],
    formats: ['pdf', 'jpg', 'png'],
    maxCount: 10,
    note: more.note ?? '',
    ...(more.rule ? { rule: more.rule } : {}),
    ...(more.paper ? { paper: more.paper } : {}),
  }
}

export const HOLDS_TITLE: readonly Condition[] = [{ on: 'holds-title' }]
export const ofType = (...types: string[]): readonly Condition[] => [{ on: 'type', isOneOf: types }]
export const STAFF_IN_QUOTA: readonly Condition[] = [
  { on: 'profile', field: 'staffing', isOneOf: ['institutionQuota'] },
]
export const STAFF_OUTSIDE_QUOTA: readonly Condition[] = [
  { on: 'profile', field: 'staffing', isOneOf: ['institutionNonQuota', 'entrepreneurshipLeave'] },
]
export const SOCIAL_INSURANCE_ELSEWHERE: readonly Condition[] = [
  { on: 'profile', field: 'outOfProvinceSocialInsurance', isOneOf: ['yes'] },
]
/** Before 2001, not taken from the state register, or from abroad (V-DEGREE). */
export const DEGREE_UNPROVEN: readonly Condition[] = [
  {
    on: 'any',
    of: [
      { on: 'entry-before', section: 'education', field: 'graduationYm', before: '200101' },
      { on: 'entry', section: 'education', field: 'autoExtracted', isOneOf: ['no', ''] },
      { on: 'entry', section: 'education', field: 'isOverseas', isOneOf: ['yes'] },
    ],
  },
]

export function question(
  code: string,
  label: string,
  askedWhen: readonly Condition[],
  rule: Question['rule'],
  more: Partial<Question> = {},
): Question {
  return {
    code,
    label,
    hint: '',
    kind: 'text',
    maxChars: 1000,
    askedWhen: [...askedWhen],
    isRequired: true,
    mustBe: null,
    mustEqualProfile: null,
    rule,
    severity: 'error',
    ...more,
  }
}

export function point(code: string, region: string, name: string, address: string, phone: string): AcceptancePoint {
  return { code, region, name, address, phone, orgId: null }
}

/** Seeds 1, 3 and 4 ask the same numbers. */
export const PHOTO: Plan['photo'] = {
  isRequired: true,
  isAutoCollected: true,
  mayReplace: true,
  minBytesExclusive: 30 * 1024,
  maxBytesExclusive: 1024 * 1024,
  minWidthExclusive: 215,
  minHeightExclusive: 300,
  minRatio: 0.65,
  maxRatio: 0.8,
  formats: ['jpg'],
}

export const STATEMENT: Plan['statement'] = { label: '本人述职', maxChars: 1000 }

export const ANY_RESULT = ['优秀', '合格', '基本合格', '不合格']

/** Domain §3.7: representative achievements since the present title, main contributors of group projects. */
export const PULL: Plan['pull'] = {
  mandatorySections: ['education', 'work', 'assessment'],
  achievementSections: [
    'academicPost',
    'award',
    'honor',
    'researchProject',
    'engineeringProject',
    'paper',
    'book',
    'patent',
    'standard',
    'achievementAdoption',
  ],
  sinceTitleOnly: true,
  manyAbove: 20,
  needsMainContributor: true,
  blockOnAnyPending: false,
}
