/**
 * Whom a form is about: a frozen submission with its plan and, where it has begun, its case. Forms read nothing else, so what is printed is what
 * was submitted and decided, whatever was written since.
 */

import type { PulledRevision, Submission } from '../application/submission.ts'
import type { FieldValues } from '../archive/item.ts'
import type { SectionKey } from '../archive/section.ts'
import type { Case, Decision } from '../case/case-state.ts'
import type { OrgId } from '../kernel/ids.ts'
import { applicationTypeOf, type Plan } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { Checkpoint } from './form.ts'
import { dottedMonth, period, sumOfHours, wordsFor } from './value-words.ts'

export interface Subject {
  readonly submission: Submission
  /** The version that the submission names. */
  readonly plan: Plan
  readonly case: Case
  /** The case's newest fact; null before there is one. */
  readonly checkpoint: Checkpoint | null
  /** Names of the offices of the route. */
  readonly officeNames: Readonly<Record<OrgId, string>>
}

export function personOf({ submission }: Subject): FieldValues {
  return submission.profile.content.fields
}

/** A field of the profile in words. */
export function ofPerson(subject: Subject, name: string): string {
  return wordsFor('profile', personOf(subject), name)
}

export function nameOf(subject: Subject): string {
  return personOf(subject).fullName ?? ''
}

/** What was pulled of a section, oldest first where it has a beginning, else as it was pulled. */
export function entriesOf({ submission }: Subject, section: SectionKey): readonly PulledRevision[] {
  const entries = submission.pulls.filter(({ part }) => part === section)
  const key = ({ content: { fields } }: PulledRevision) =>
    fields.year ?? fields.beginYm ?? fields.graduationYm ?? dateOf(fields) ?? ''
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.item < b.item ? -1 : 1))
}

function dateOf(fields: FieldValues): string | null | undefined {
  return (
    fields.awardYm ??
    fields.grantYm ??
    fields.publishYm ??
    fields.pressYm ??
    fields.approvedYm ??
    fields.publishedYm ??
    fields.projectYm ??
    fields.obtainedYm ??
    fields.ym
  )
}

/** Six digits. */
export function birthMonth(subject: Subject): string {
  return (personOf(subject).birthDate ?? '').replaceAll('-', '').slice(0, 6)
}

/** By the plan's names; the code where the plan does not know it. */
export function typeName({ plan, submission: { form } }: Subject): string {
  const type = applicationTypeOf(plan, form.type)
  if (!type) return form.type
  const ticks = type.ticks.filter(({ code }) => form.ticks.includes(code)).map(({ name }) => name)
  return ticks.length > 0 ? `${type.name}（${ticks.join('、')}）` : type.name
}

export function categoryName({ plan, submission: { form } }: Subject): string {
  return plan.categories.find(({ code }) => code === form.category)?.name ?? form.category
}

export function acceptancePoint({ plan, submission: { form } }: Subject) {
  return plan.acceptancePoints.find(({ code }) => code === form.acceptancePoint)
}

/** The highest schooling that was pulled: the last by graduation. */
export function schoolingOf(subject: Subject): {
  readonly school: string
  readonly major: string
  readonly level: string
  readonly degree: string
  readonly graduated: string
} {
  const fields = highest(entriesOf(subject, 'education'))?.content.fields ?? {}
  const say = (name: string) => wordsFor('education', fields, name)
  const degree = say('degree')
  return {
    school: fields.school ?? '',
    major: fields.major ?? '',
    level: say('eduLevel'),
    degree: degree === '无' ? '' : degree,
    graduated: fields.graduationYm ?? '',
  }
}

function highest(entries: readonly PulledRevision[]): PulledRevision | undefined {
  return [...entries].sort((a, b) =>
    (a.content.fields.graduationYm ?? '') < (b.content.fields.graduationYm ?? '') ? 1 : -1,
  )[0]
}

/** `2019合格、2020优秀`: year and result, ascending (V-ASSESS). */
export function assessmentsOf(subject: Subject): string {
  return entriesOf(subject, 'assessment')
    .map(({ part, content: { fields } }) => `${fields.year ?? ''}${wordsFor(part, fields, 'result')}`)
    .join('、')
}

/** Hours per year, ascending. */
export function hoursByYear(subject: Subject): readonly { readonly year: string; readonly hours: string }[] {
  const entries = entriesOf(subject, 'continuingEducation').map(({ content }) => content.fields)
  const years = [...new Set(entries.map(({ year }) => year ?? ''))].sort()
  return years.map((year) => ({
    year,
    hours: sumOfHours(entries.filter((e) => (e.year ?? '') === year).map((e) => e.hours)),
  }))
}

/** One line for each post held. */
export function workLines(subject: Subject): readonly string[] {
  return entriesOf(subject, 'work').map(
    ({ content: { fields } }) => `${period(fields)}　${fields.employerName ?? ''}　${fields.position ?? ''}`,
  )
}

export function titleHeld(subject: Subject): {
  readonly name: string
  readonly obtained: string
  readonly appointed: string
} {
  const person = personOf(subject)
  return {
    name: person.currentTitleName ?? '',
    obtained: dottedMonth(person.titleObtainedYm),
    appointed: dottedMonth(person.titleAppointedYm),
  }
}

/** The last decision on what lies before everybody, of the given stages. */
export function lastDecision({ case: kase }: Subject, stages: readonly StageCode[]): Decision | undefined {
  return kase.decisions.filter(({ stage, verdict }) => stages.includes(stage) && verdict !== 'returned').at(-1)
}

/** Which seal an office's opinion carries. */
export function officeName(subject: Subject, decision: Decision | undefined): string {
  return decision ? (subject.officeNames[decision.org] ?? '') : ''
}
