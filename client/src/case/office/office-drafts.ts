/** Every step that an officer could ever take with a case, each with its fields; which of them are hers now is tried out in `office-steps.ts`. */
import type { FiledCase } from '@yejibu/shared/case/case-commands'
import { caseRulesOf } from '@yejibu/shared/case/case-rules'
import { type StateKind, stageOf } from '@yejibu/shared/case/case-state'
import { mandateRuleOf } from '@yejibu/shared/case/mandate'
import { noticeContentOf, noticeDigest } from '@yejibu/shared/case/notice-content'
import { openObjections } from '@yejibu/shared/case/publicity'
import { addDays, dayInShanghai, endOfDay } from '@yejibu/shared/kernel/working-days'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { LETTER_FIELDS, letterIn, letterValues, newLetter } from './letter.ts'
import { filesIn, type StepField, textOf, type Values } from './office-fields.ts'
import { choice, count, number, type StepDraft, step, text, words } from './step.ts'

const CHANNELS = ['counter', 'transfer'] as const
export const RESULTS = ['good', 'sufficient', 'poor', 'absent'] as const

export interface DraftsFor {
  readonly plan: Plan
  readonly now: Date
}

export function officeDrafts(kase: FiledCase, { plan, now }: DraftsFor): readonly StepDraft[] {
  const { state, filed, payments } = kase
  const { digest } = filed
  const today = dayInShanghai(now)
  const at = { digest, stage: stageOf(state) ?? ('EMP' as StageCode) }
  const checklist = caseRulesOf(plan).checklist
  const content = noticeDigest(noticeContentOf(filed.submission))
  const opinion = [{ kind: 'checklist', checks: checklist }, words('opinion')] as const
  const reason = [words('reason')]
  const seats = state.kind === 'meeting-pending' ? state.meeting.seats - Object.keys(state.recused).length : 0
  const bill = 'bill' in state ? state.bill : null
  const started = Object.values(payments).find((one) => one.state === 'started')
  const order = started?.order ?? `counter-${digest.slice(0, 12)}-${Object.keys(payments).length + 1}`
  const lastDay =
    bill && dayInShanghai(new Date(bill.deadline)) < today ? dayInShanghai(new Date(bill.deadline)) : today
  const stamps = plan.evaluationForm.stamps
  const { copies: usual } = plan.evaluationForm
  return [
    step('pass-stage', opinion, (v) => ({ ...at, checklist: ticked(checklist, v), opinion: text(v, 'opinion') })),
    step('determine-title', opinion, (v) => ({ ...at, checklist: ticked(checklist, v), opinion: text(v, 'opinion') })),
    ...mandating(kase, plan, today),
    step('recommend-case', [], () => at),
    step('post-list', [words('method')], (v) => ({ ...at, content, method: text(v, 'method') })),
    step('confirm-payment', paying(lastDay), (v, when) => ({
      order,
      fen: bill?.fen ?? 0,
      channel: CHANNELS.find((one) => one === textOf(v, 'channel')) ?? 'counter',
      receipt: text(v, 'receipt'),
      paidAt: momentOn(textOf(v, 'paidOn'), when),
    })),
    step('reopen-fee', [{ kind: 'day', name: 'deadline', min: addDays(today, 1) }], (v) => ({
      deadline: endOfDay(textOf(v, 'deadline')),
    })),
    step('deliver-form', [count('copies', Math.max(1, usual ?? 1), 20), { kind: 'seals', seals: stamps }], (v) => ({
      copies: number(v, 'copies'),
      seals: stamps.filter((seal) => textOf(v, `seal/${seal}`) === 'yes'),
    })),
    step('call-to-interview', [{ kind: 'day', name: 'on', min: today }, words('place')], (v) => ({
      on: textOf(v, 'on'),
      place: text(v, 'place'),
    })),
    step('record-interview', [choice('result', RESULTS), words('comment')], (v) => ({
      result: RESULTS.find((one) => one === textOf(v, 'result')) ?? 'absent',
      comment: text(v, 'comment'),
    })),
    step('record-vote', ballot(seats), (v) => ({
      vote: {
        seats,
        present: number(v, 'present'),
        for: number(v, 'for'),
        against: number(v, 'against'),
        abstain: number(v, 'abstain'),
      },
    })),
    step('submit-upward', [], () => ({ digest })),
    step('open-result-notice', [words('method')], (v) => ({ content, method: text(v, 'method') })),
    step('announce-result', [], () => ({ digest })),
    step('issue-certificate', [{ kind: 'line', name: 'number' }], (v) => ({ number: text(v, 'number') })),
    step('return-from-stage', reason, (v) => ({ ...at, reason: text(v, 'reason') })),
    step('reject-at-stage', reason, (v) => ({ ...at, reason: text(v, 'reason') })),
    ...objecting(kase),
    ...Object.values(payments).map((one) => ({
      ...step('refund-payment', reason, (v) => ({ order: one.order, reason: text(v, 'reason') })),
      key: `refund-payment/${one.order}`,
      about: 'receipt' in one ? one.receipt : one.order,
    })),
    step('void-application', [words('reason'), { kind: 'files', name: 'evidence' }], (v) => ({
      reason: text(v, 'reason'),
      evidence: [...filesIn(v, 'evidence')],
    })),
  ]
}

/** 评审委托书, before the case goes on; once there is one, another may take its place. */
function mandating({ filed, mandate, route }: FiledCase, plan: Plan, today: string): readonly StepDraft[] {
  const rule = route && mandateRuleOf(plan, route.chain)
  if (!rule) return []
  const draft = step('issue-mandate', LETTER_FIELDS, (v) => ({ digest: filed.digest, ...letterIn(v) }))
  const initial = mandate ? letterValues(mandate) : newLetter(plan, today)
  return [{ ...draft, initial, about: mandate?.number ?? null, isAside: Boolean(mandate) }]
}

/** Objections to an office's own notices; the employer's are the employer's. */
function objecting({ state }: FiledCase): readonly StepDraft[] {
  if (!('notice' in state) || !isAtOffice(state.kind)) return []
  const { objections } = state.notice
  const open = openObjections(state.notice)
  const raised = Object.keys(objections).length
  const record = step(
    'record-objection',
    [
      words('text'),
      { kind: 'line', name: 'objector', isOptional: true },
      { kind: 'line', name: 'contact', isOptional: true },
    ],
    (v) => {
      const [name, contact] = [text(v, 'objector'), text(v, 'contact')]
      const objector = name === '' ? ('anonymous' as const) : contact === '' ? { name } : { name, contact }
      return { objection: `office-${raised + 1}`, objector, about: null, text: text(v, 'text') }
    },
  )
  const fields = [words('investigation'), words('answer')]
  const answer = (v: Values) => ({ investigation: text(v, 'investigation'), answer: text(v, 'answer') })
  return [
    record,
    ...open.flatMap((objection) => [
      {
        ...step('dismiss-objection', fields, (v) => ({ objection, ...answer(v) })),
        key: `dismiss-objection/${objection}`,
        about: objections[objection]?.text ?? objection,
      },
      {
        ...step('uphold-objection', fields, (v) => ({ objection, ...answer(v), outcome: 'fail' as const })),
        key: `uphold-objection/${objection}`,
        about: objections[objection]?.text ?? objection,
      },
    ]),
  ]
}

function isAtOffice(state: StateKind): boolean {
  return state === 'list-notice-running' || state === 'result-notice-running' || state === 'result-notice-objected'
}

function paying(lastDay: string): readonly StepField[] {
  return [choice('channel', CHANNELS), { kind: 'line', name: 'receipt' }, { kind: 'day', name: 'paidOn', max: lastDay }]
}

function ballot(seats: number): readonly StepField[] {
  return (['present', 'for', 'against', 'abstain'] as const).map((name) => count(name, 0, seats))
}

export function ticked(checks: readonly string[], values: Values): Record<string, 'met' | 'not-applicable'> {
  return Object.fromEntries(
    checks.flatMap((check) => {
      const found = textOf(values, `check/${check}`)
      return found === 'met' || found === 'not-applicable' ? [[check, found] as const] : []
    }),
  )
}

/** Today is now, any other day its noon in China: never later than the relay's clock. */
export function momentOn(day: string, now: Date): string {
  return day === dayInShanghai(now) ? now.toISOString() : new Date(`${day}T12:00:00+08:00`).toISOString()
}
