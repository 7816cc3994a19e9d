/**
 * Everybody who might knock, and what each is to one person's things: the only part of the matrix that is written by hand. What she may do follows
 * from the product's own tables by that relation; nothing here names a right.
 */
import { ACCESS, type Relation, type Resource, type Verb } from '@yejibu/shared/account/access-table'
import type { Role } from '@yejibu/shared/account/actor'
import { CASE_ACCESS, type ReaderOfCase } from '@yejibu/shared/case/visible-facts'
import { type Audience, CATALOGUE } from '@yejibu/shared/forms/catalogue'
import type { FormKind } from '@yejibu/shared/forms/form-kind'
import { EXPERTS, officerAt } from '@yejibu/shared/testing/case-history'

export const OWNER = 'xumingchuan'
export const LEAD = 'zhoumin'
export const CLERK = 'wangxiao'
export const HR = [LEAD, CLERK]
export const OPERATOR = 'zhouhang'
export const COMMITTEE = officerAt('MID_MEETING').accountId as string
/** Offices through which it came, with the one where it stands. */
export const OFFICES = (['DEPT_M', 'HRSS_M', 'MID_OFFICE', 'FEE', 'FORM', 'MID_MEETING'] as const).map(
  (stage) => officerAt(stage).accountId as string,
)
export const PANEL = EXPERTS.map(({ accountId }): string => accountId)

/** Each role elsewhere, beside people of the same employer and of offices that the case does not come to. */
export const ELSEWHERE: readonly (readonly [Role, 'employer' | 'department' | 'committee-office'])[] = [
  ['applicant', 'employer'],
  ['hr-lead', 'employer'],
  ['hr-clerk', 'employer'],
  ['department', 'department'],
  ['committee-office', 'committee-office'],
]
export const NO_PART = [
  ...ELSEWHERE.map(([role]) => `elsewhere-${role}`),
  'formerly-hr',
  'luqinghe',
  'sunli',
  'hejing',
  OPERATOR,
  officerAt('SR_OFFICE').accountId as string,
  officerAt('DEPT_C').accountId as string,
]
export const EVERYBODY = [OWNER, ...HR, ...OFFICES, ...PANEL, ...NO_PART]

type Related = Readonly<Record<string, readonly Relation[]>>

/** What each is to a thing of hers, of her employer's, of the meeting's office, of the office whose plan it is, of another organisation. */
export const TO = {
  her: { [OWNER]: ['owner'], [LEAD]: ['reviewer'], [CLERK]: ['reviewer'] },
  'her desk': { [OWNER]: ['owner'], [LEAD]: ['reviewer', 'reviewer-here'], [CLERK]: ['reviewer', 'reviewer-here'] },
  'her employer': { [LEAD]: ['lead', 'hr'], [CLERK]: ['hr'] },
  /** As a member of it, asked about her. */
  'her membership': { [OWNER]: ['owner'], [LEAD]: ['lead', 'hr'], [CLERK]: ['hr'] },
  'the meeting’s office': { [COMMITTEE]: ['officer', 'committee-office'] },
  'the plan’s office': { hejing: ['officer', 'committee-office'] },
  another: {},
} as const satisfies Readonly<Record<string, Related>>
export type Thing = keyof typeof TO

/** As what each reads the case, where it stands before the panel. */
const READS: Readonly<Record<string, ReaderOfCase>> = {
  ...Object.fromEntries(OFFICES.map((who) => [who, 'office' as const])),
  [OWNER]: 'owner',
  [LEAD]: 'employer',
  [CLERK]: 'employer',
  [COMMITTEE]: 'committee',
  ...Object.fromEntries(PANEL.map((who) => [who, 'expert' as const])),
}
const PRINTS: Readonly<Record<Audience, readonly string[]>> = { owner: [OWNER], employer: HR, office: OFFICES }

export function whoMay<R extends Resource>(resource: R, verb: Verb<R>, thing: Thing): readonly string[] {
  const rows: Readonly<Record<string, readonly Relation[]>> = ACCESS[resource]
  const row = rows[verb] ?? []
  const related: Related = TO[thing]
  return EVERYBODY.filter((who) =>
    [...(related[who] ?? []), ...(who === OPERATOR ? OPERATES : [])].some((relation) => row.includes(relation)),
  )
}
const OPERATES: readonly Relation[] = ['operator']

export function whoMayInCase(verb: keyof typeof CASE_ACCESS): readonly string[] {
  const row: readonly ReaderOfCase[] = CASE_ACCESS[verb]
  return EVERYBODY.filter((who) => Object.hasOwn(READS, who) && row.some((reader) => reader === READS[who]))
}

/** Who is offered a form about her. */
export function whoPrints(kind: FormKind): readonly string[] {
  return CATALOGUE[kind].ofPerson.flatMap((audience) => PRINTS[audience])
}

/** Who prints a form about everybody of an organisation: of her employer, or of the meeting's office. */
export function whoPrintsGroup(kind: FormKind, of: 'employer' | 'office'): readonly string[] {
  if (!CATALOGUE[kind].ofGroup.includes(of)) return []
  return of === 'employer' ? HR : [COMMITTEE]
}
