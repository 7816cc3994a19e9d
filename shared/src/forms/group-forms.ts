/** Forms about everybody whom an organisation has under one plan: the notice, the roster, the mandate, the posts. */
import type { Actor } from '../account/actor.ts'
import { isHrOf } from '../account/actor.ts'
import { type Case, type StateKind, stageOf } from '../case/case-state.ts'
import { stopKind } from '../case/chain.ts'
import { tabFor } from '../case/decisions.ts'
import { remarkOfType, type Special } from '../case/roster.ts'
import type { OrgId } from '../kernel/ids.ts'
import { CATALOGUE, officesOf } from './catalogue.ts'
import { postInformation, reviewMandate } from './employer-forms.ts'
import type { Form } from './form.ts'
import { FORM_KINDS, type FormKind } from './form-kind.ts'
import { noticeTermsOf } from './moments.ts'
import { publicityForm } from './publicity-form.ts'
import { inRosterOrder, type RosterSubject, rosterForm, rosterOrderOf } from './roster-form.ts'
import { nameOf, type Subject } from './subject.ts'

/** The office's word where it has put her on a roster, whose order was judged by it; before, what the case and its type say. */
export function specialOf({ submission: { form }, case: kase }: Subject): Special | null {
  if (kase.rosterMark !== undefined) return kase.rosterMark
  if (kase.isInterviewed) return 'interview'
  return remarkOfType(form.type)
}

/** As which of her organisations a person prints for a group. */
export function groupAudience(actor: Actor, org: OrgId): 'employer' | 'office' | null {
  if (isHrOf(actor, org)) return 'employer'
  return officesOf(actor).includes(org) ? 'office' : null
}

export function groupKinds(audience: 'employer' | 'office'): readonly FormKind[] {
  return FORM_KINDS.filter((kind) => CATALOGUE[kind].ofGroup.includes(audience))
}

const LEFT_EMPLOYER: readonly StateKind[] = ['emp-returned', 'emp-rejected', 'withdrawn', 'voided', 'draft']
const LEFT_OFFICE: readonly StateKind[] = ['stage-returned', 'stage-rejected', 'withdrawn', 'voided', 'draft']

/** Of an employer those whom it passed in this round, of an office those whom it passed on or has at its meeting; in the roster's order. */
export function groupFor(
  kind: FormKind,
  subjects: readonly Subject[],
  org: OrgId,
  as: 'employer' | 'office',
): readonly Subject[] {
  const { concerns, ofGroup } = CATALOGUE[kind]
  if (!ofGroup.includes(as)) return []
  const isOf = kind === 'mandate' ? isEntrustedBy : as === 'employer' ? isPassedByEmployer : isPassedByOffice
  const chosen = subjects.filter((subject) => isOf(subject, org) && (concerns?.(subject) ?? true))
  const [first] = chosen
  if (!first) return []
  return inRosterOrder(rosterSubjects(chosen), rosterOrderOf(first.plan)).map(({ subject }) => subject)
}

function isPassedByEmployer({ case: kase, submission }: Subject, org: OrgId): boolean {
  if (submission.employer.id !== org || LEFT_EMPLOYER.includes(kase.state.kind)) return false
  const round = kase.filed?.round
  return kase.decisions.some((one) => one.stage === 'EMP' && one.verdict === 'passed' && one.round === round)
}

function isPassedByOffice({ case: kase }: Subject, org: OrgId): boolean {
  return !LEFT_OFFICE.includes(kase.state.kind) && tabFor(kase, org) === 'passed' && !owesForm(kase, org)
}

/** In a letter of this office's own. */
function isEntrustedBy({ case: kase }: Subject, org: OrgId): boolean {
  return !LEFT_OFFICE.includes(kase.state.kind) && kase.mandate?.org === org
}

/** Whether the sealed form that an office's meeting waits for has not been handed in: the person is not one of the meeting's yet. */
function owesForm({ route, state }: Case, org: OrgId): boolean {
  const stops = route?.stops ?? []
  const form = stops.findIndex(({ stage }) => stopKind(stage) === 'form')
  const isForMeeting = stops.some((stop, at) => at > form && stop.org === org && stopKind(stop.stage) === 'meeting')
  const here = stageOf(state)
  return form >= 0 && isForMeeting && here !== null && stops.findIndex(({ stage }) => stage === here) <= form
}

export function rosterSubjects(subjects: readonly Subject[]): readonly RosterSubject[] {
  return subjects.map((subject) => ({ subject, special: specialOf(subject) }))
}

/** @param subjects from `groupFor`; null when there is nobody, or when the form is not about a group */
export function groupForm(kind: FormKind, subjects: readonly Subject[], org: { readonly name: string }): Form | null {
  const [first, ...others] = subjects
  if (!first) return null
  const group = [first, ...others] as const
  switch (kind) {
    case 'publicity':
      return publicityForm(group, noticeTermsOf(first))
    case 'post-information':
      return postInformation(group)
    case 'mandate':
      return reviewMandate(group, org.name)
    case 'roster': {
      const [head, ...rest] = rosterSubjects(group)
      return head ? rosterForm([head, ...rest], first.plan.committee.name) : null
    }
    default:
      return null
  }
}

/** A file name that every system takes: number and name in the order of the roster. */
export function fileNameOf(subject: Subject, number: number, title: string): string {
  const safe = nameOf(subject).replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
  return `${String(number).padStart(3, '0')}-${safe}-${title}.pdf`
}
