/**
 * What each fact does to a case. Facts were decided once and are not judged again; a fact that does not fit the state it finds (it cannot
 * come from `decideCase`) leaves the case as it is. Where a case goes is in the fact.
 */
import type { CaseFactOf, RecordedCaseFact } from './case-facts.ts'
import { type Case, type Checks, type StateKind, type StateOf, stateOn } from './case-state.ts'
import { orgAt } from './chain.ts'
import { decisionIn } from './decisions.ts'
import type { PaymentOrder } from './fees.ts'
import { type LineKey, linesOf } from './lines.ts'
import { startNotice, withAnswer, withObjection } from './publicity.ts'

export function evolveCase(before: Case, fact: RecordedCaseFact): Case {
  const decision = decisionIn(before, fact)
  const kase = decision ? { ...before, decisions: [...before.decisions, decision] } : before
  const { state } = kase
  switch (fact.kind) {
    case 'application-submitted':
      // A second one follows a submission that was taken back: what was decided before stays known.
      return begun(kase, fact, 'employer')
    case 'application-resubmitted':
      return begun(kase, fact, fact.data.to)
    case 'submission-opened':
      return { ...kase, state: { kind: 'emp-pending', isOpened: true } }
    case 'submission-taken-back':
      return { ...kase, state: { kind: 'draft' } }
    case 'lines-checked':
      return { ...kase, checks: checked(kase.checks, fact), state: { kind: 'emp-pending', isOpened: true } }
    case 'eligibility-passed':
      return { ...kase, state: { kind: 'emp-passed', opinion: fact.data.opinion } }
    case 'submission-returned':
      return { ...kase, state: { kind: 'emp-returned', reason: fact.data.reason, wrong: fact.data.wrong } }
    case 'submission-rejected':
    case 'application-declined':
      return { ...kase, state: { kind: 'emp-rejected', reason: fact.data.reason } }
    case 'notice-started':
      return { ...kase, cleared: null, state: { kind: 'notice-running', notice: startNotice(fact.data) } }
    case 'notice-restarted':
      return within(kase, ['notice-running', 'notice-objected'], (now) => ({
        ...now,
        notice: { ...startNotice(fact.data), objections: now.notice.objections },
      }))
    case 'notice-witnessed':
      return within(kase, ['notice-running', 'notice-objected'], (now) => ({
        ...now,
        notice: { ...now.notice, witnessedOn: [...now.notice.witnessedOn, fact.data.on] },
      }))
    case 'notice-closed':
    case 'notice-carried-over':
      return { ...kase, cleared: fact.data, state: { kind: 'notice-cleared', record: fact.data } }
    case 'objection-recorded':
      return objected(kase, fact)
    case 'objection-upheld':
      return upheld(kase, fact)
    case 'objection-dismissed':
      return dismissed(kase, fact)
    case 'application-reported':
      return { ...kase, route: fact.data.route, state: stateOn(fact.data.to) }
    case 'stage-passed':
      return { ...kase, state: { kind: 'stage-passed', stage: fact.data.stage, opinion: fact.data.opinion } }
    case 'stage-returned':
      return { ...kase, state: { kind: 'stage-returned', stage: fact.data.stage, reason: fact.data.reason } }
    case 'stage-rejected':
      return { ...kase, state: { kind: 'stage-rejected', stage: fact.data.stage, reason: fact.data.reason } }
    case 'case-recommended':
    case 'title-determined':
    case 'list-cleared':
    case 'submitted-upward':
      return { ...kase, state: stateOn(fact.data.to) }
    case 'review-mandated': {
      const { digest: _digest, ...mandate } = fact.data
      return { ...kase, mandate }
    }
    case 'list-posted':
      return within(kase, ['stage-passed'], (now) => ({
        kind: 'list-notice-running',
        stage: fact.data.stage,
        reviewed: now.stage,
        notice: startNotice(fact.data),
      }))
    case 'payment-started':
      return paying(kase, { ...fact.data, state: 'started' })
    case 'payment-confirmed': {
      const { to, ...paid } = fact.data
      return { ...paying(kase, { ...paid, state: 'paid' }), state: stateOn(to) }
    }
    case 'payment-astray': {
      const { why: _why, ...paid } = fact.data
      return paying(kase, { ...paid, state: 'astray' })
    }
    case 'payment-refunded':
      return refunded(kase, fact)
    case 'fee-overdue':
      return within(kase, ['fee-due'], (now) => ({ ...now, kind: 'fee-overdue' }))
    case 'fee-reopened':
      return within(kase, ['fee-overdue'], (now) => ({ ...now, kind: 'fee-due', bill: fact.data.bill }))
    case 'form-exported':
      return within(kase, ['form-due'], (now) => ({ ...now, isExported: true }))
    case 'form-delivered': {
      const { to } = fact.data
      return { ...kase, state: to.at === 'scheduling' ? { kind: 'form-delivered', stage: to.stage } : stateOn(to) }
    }
    case 'interview-called':
      return { ...kase, state: { kind: 'interview-pending', ...fact.data } }
    case 'interview-recorded': {
      const { to } = fact.data
      const next = to.at === 'scheduling' ? ({ kind: 'interview-done', stage: to.stage } as const) : stateOn(to)
      return { ...kase, isInterviewed: true, state: next }
    }
    case 'placed-on-roster': {
      const { special, ...place } = fact.data
      const marked = special === undefined ? kase : { ...kase, rosterMark: special }
      return { ...marked, state: { kind: 'meeting-pending', ...place, views: {}, recused: {} } }
    }
    case 'view-given':
      return within(kase, ['meeting-pending'], (now) => ({
        ...now,
        views: { ...now.views, [fact.actor]: fact.data },
      }))
    case 'expert-recused':
      return within(kase, ['meeting-pending'], (now) => ({
        ...now,
        views: Object.fromEntries(Object.entries(now.views).filter(([expert]) => expert !== fact.actor)),
        recused: { ...now.recused, [fact.actor]: fact.data.reason },
      }))
    case 'vote-recorded': {
      const { vote, outcome } = fact.data
      return within(kase, ['meeting-pending'], ({ stage, number }) =>
        outcome === 'passed'
          ? { kind: 'meeting-passed', stage, number, vote }
          : { kind: 'meeting-failed', stage, vote },
      )
    }
    case 'result-notice-opened':
      return {
        ...kase,
        state: { kind: 'result-notice-running', stage: fact.data.stage, notice: startNotice(fact.data) },
      }
    case 'result-announced':
      return { ...kase, state: { kind: 'announced', stage: fact.data.stage, on: fact.data.on } }
    case 'certificate-issued':
      return { ...kase, state: { kind: 'certified', number: fact.data.number } }
    case 'application-withdrawn':
      return { ...kase, state: { kind: 'withdrawn' } }
    case 'application-expired':
      return { ...kase, state: { kind: 'expired' } }
    case 'application-voided': {
      const { reason, ban, isTitleRevoked } = fact.data
      return state.kind === 'voided' ? kase : { ...kase, state: { kind: 'voided', reason, ban, isTitleRevoked } }
    }
  }
}

function within<Kind extends StateKind>(
  kase: Case,
  kinds: readonly Kind[],
  change: (state: StateOf<Kind>) => Case['state'],
): Case {
  const { state } = kase
  const isOne = (now: Case['state']): now is StateOf<Kind> => kinds.some((kind) => kind === now.kind)
  return isOne(state) ? { ...kase, state: change(state) } : kase
}

/** A round begins. What was found right of a line that did not change stays found. */
function begun(
  kase: Case,
  fact: Extract<RecordedCaseFact, { kind: 'application-submitted' | 'application-resubmitted' }>,
  to: CaseFactOf<'application-resubmitted'>['data']['to'],
): Case {
  const { submission, digest } = fact.data
  const before = kase.filed?.lines ?? null
  const lines = linesOf(submission)
  const isKept = (line: LineKey) => kase.checks[line]?.verdict === 'right' && before?.[line] === lines[line]
  const checks = Object.fromEntries(Object.entries(kase.checks).filter(([line]) => isKept(line)))
  const filed = { submission, digest, lines, before, round: (kase.filed?.round ?? 0) + 1, at: fact.at }
  if (to !== 'employer') return { ...kase, filed, checks, state: { kind: 'stage-pending', stage: to } }
  return { ...kase, filed, checks, route: null, mandate: null, state: { kind: 'emp-pending', isOpened: false } }
}

function checked(before: Checks, { data, actor, at }: RecordedCaseFact & CaseFactOf<'lines-checked'>): Checks {
  const found = data.checks.map(({ line, verdict, remark }) => [line, { verdict, remark, by: actor, at }] as const)
  return { ...before, ...Object.fromEntries(found) }
}

function objected(kase: Case, { data, at }: RecordedCaseFact & CaseFactOf<'objection-recorded'>): Case {
  const { state } = kase
  switch (state.kind) {
    case 'notice-running':
    case 'notice-objected':
      return { ...kase, state: { kind: 'notice-objected', notice: withObjection(state.notice, data, at) } }
    case 'result-notice-running':
    case 'result-notice-objected': {
      const notice = withObjection(state.notice, data, at)
      return { ...kase, state: { kind: 'result-notice-objected', stage: state.stage, notice } }
    }
    case 'list-notice-running':
      // The office that re-checked looks at the case again (domain #47).
      return { ...kase, state: { kind: 'stage-pending', stage: state.reviewed } }
    default:
      return kase
  }
}

/** The record that the objection was about is wrong from now on. A reader who was not told of the objection still learns what it led to. */
function upheld(kase: Case, { data, actor, at }: RecordedCaseFact & CaseFactOf<'objection-upheld'>): Case {
  const { state } = kase
  if (state.kind === 'result-notice-objected' || state.kind === 'result-notice-running') {
    return { ...kase, state: { kind: 'meeting-failed', stage: state.stage, vote: null } }
  }
  if (state.kind !== 'notice-objected' && state.kind !== 'notice-running') return kase
  if (data.outcome === 'reject') return { ...kase, state: { kind: 'emp-rejected', reason: data.answer } }
  const about = state.notice.objections[data.objection]?.about ?? null
  const wrong = about === null ? [] : [about]
  const found = wrong.map((line) => [line, { verdict: 'wrong', remark: data.answer, by: actor, at }] as const)
  const checks = { ...kase.checks, ...Object.fromEntries(found) }
  return { ...kase, checks, state: { kind: 'emp-returned', reason: data.answer, wrong } }
}

function dismissed(kase: Case, { data }: CaseFactOf<'objection-dismissed'>): Case {
  const { state } = kase
  if (state.kind !== 'notice-objected' && state.kind !== 'result-notice-objected') return kase
  const notice = withAnswer(state.notice, data, 'dismissed')
  const isOpen = Object.values(notice.objections).some((objection) => objection.state === 'open')
  if (state.kind === 'notice-objected') {
    return { ...kase, state: { kind: isOpen ? 'notice-objected' : 'notice-running', notice } }
  }
  const kind = isOpen ? 'result-notice-objected' : 'result-notice-running'
  return { ...kase, state: { kind, stage: state.stage, notice } }
}

type Charged = PaymentOrder &
  (
    | { readonly state: 'started' }
    | { readonly state: 'paid' | 'astray'; readonly receipt: string; readonly paidAt: string }
  )

/** Money beside an order, told when the case has left its route, is of whom the stage's other money is. */
function paying(kase: Case, payment: Charged): Case {
  const { payments, route } = kase
  const { order, stage } = payment
  const known = Object.hasOwn(payments, order) ? payments[order] : undefined
  const before = Object.values(payments).findLast((one) => one.stage === stage)
  const collector = known?.collector ?? (route && orgAt(route, stage)) ?? before?.collector ?? null
  return { ...kase, payments: { ...payments, [order]: { ...payment, collector } } }
}

function refunded(kase: Case, { data, at }: RecordedCaseFact & CaseFactOf<'payment-refunded'>): Case {
  const paid = kase.payments[data.order]
  if (paid?.state !== 'paid' && paid?.state !== 'astray') return kase
  const refund = { ...paid, state: 'refunded' as const, refundedAt: at, reason: data.reason }
  return { ...kase, payments: { ...kase.payments, [data.order]: refund } }
}
