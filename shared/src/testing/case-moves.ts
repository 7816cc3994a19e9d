/**
 * Everything that anybody could try with a case at this moment: each command with parameters that fit the state, and some that do not, for
 * each person of the cast. What is allowed is not known here; `case-transitions.ts` says it, from the specification alone.
 */
import type { Actor } from '../account/actor.ts'
import { type Submission, submissionDigest } from '../application/submission.ts'
import type { CaseCommand } from '../case/case-commands.ts'
import { CHECKS } from '../case/case-rules.ts'
import { stageOf } from '../case/case-state.ts'
import { noticeContentOf, noticeDigest } from '../case/notice-content.ts'
import { remarkOfType } from '../case/roster.ts'
import type { Plan } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type CaseHistory, CLERK, EXPERTS, LEAD, OWNER, officerAt, STRANGER, submissionFor } from './case-history.ts'

export interface Round {
  readonly submission: Submission
  readonly digest: string
  readonly notice: string
}

type Rounds = readonly [Round, Round, Round]

const made = new WeakMap<Plan, Rounds>()

/** The same content, other words that no notice shows, another publicised title. */
export function roundsUnder(plan: Plan): Rounds {
  const known = made.get(plan)
  if (known) return known
  const round = (submission: Submission): Round => ({
    submission,
    digest: submissionDigest(submission),
    notice: noticeDigest(noticeContentOf(submission)),
  })
  const rounds: Rounds = [
    round(submissionFor(plan)),
    round(submissionFor(plan, undefined, '补充了述职。')),
    round(submissionFor(plan, '另一篇论文')),
  ]
  made.set(plan, rounds)
  return rounds
}

export const ALL_MET = Object.fromEntries(CHECKS.map((check) => [check, 'met' as const]))
export const FINE = '符合条件，同意推荐。'

export function castOf(stages: readonly StageCode[]): readonly (Actor | 'relay')[] {
  const experts = EXPERTS.slice(0, 1)
  return ['relay', OWNER, LEAD, CLERK, STRANGER, ...experts, ...stages.filter((s) => s !== 'EMP').map(officerAt)]
}

export function commandsFor(
  history: Pick<CaseHistory, 'case' | 'plan' | 'now'>,
  rounds: readonly Round[],
  chain: string,
): readonly CaseCommand[] {
  const { filed, state, payments } = history.case
  if (!filed) return []
  const { digest, lines } = filed
  const notice = rounds.find((round) => round.digest === digest)?.notice ?? ''
  const stage = stageOf(state) ?? 'HRSS_M'
  const seen = { digest, stage }
  const [line = 'form'] = Object.keys(lines)
  const right = Object.keys(lines).map((key) => ({ line: key, verdict: 'right' as const, remark: null }))
  const raised = 'notice' in state ? Object.values(state.notice.objections) : []
  const open = raised.find((objection) => objection.state === 'open')?.objection ?? 'o1'
  const answer = { objection: open, investigation: '已核查原始材料。', answer: '已书面答复。' }
  const bill = 'bill' in state ? state.bill : { fen: 100, deadline: history.now.toISOString() }
  const started = Object.values(payments).find((payment) => payment.state === 'started')
  const order = started?.order ?? `order-${Object.keys(payments).length + 1}`
  const panel = EXPERTS.map((expert) => expert.accountId)
  const { application, form } = filed.submission
  const row = { application, category: form.category, special: remarkOfType(form.type), name: '许明川' }
  const paid = { order, fen: bill.fen, channel: 'counter' as const, receipt: '收据-001' }
  const seats = 3 - ('recused' in state ? Object.keys(state.recused).length : 0)
  const vote = { seats, present: seats, for: 2, against: seats - 2, abstain: 0 }
  const copies = { copies: 4, seals: history.plan.evaluationForm.stamps }
  return [
    { kind: 'open-submission', digest },
    { kind: 'take-back-submission', digest },
    { kind: 'check-lines', digest, checks: right },
    { kind: 'check-lines', digest, checks: [{ line, verdict: 'wrong', remark: '扫描件不清晰' }] },
    { kind: 'pass-eligibility', digest, opinion: FINE },
    { kind: 'pass-eligibility', digest: 'stale', opinion: FINE },
    { kind: 'return-submission', digest, reason: '请补充材料' },
    { kind: 'reject-submission', digest, reason: '不符合条件' },
    ...rounds.map(({ submission, digest: name }) => {
      return { kind: 'resubmit-application' as const, submission, digest: name }
    }),
    { kind: 'start-notice', digest, content: notice, workingDays: null, method: '单位公告栏' },
    { kind: 'start-notice', digest, content: notice, workingDays: 4, method: '单位公告栏' },
    { kind: 'carry-notice-over', digest },
    { kind: 'witness-notice', content: 'notice' in state ? state.notice.content : notice },
    { kind: 'witness-notice', content: 'altered' },
    { kind: 'record-objection', objection: 'o1', objector: 'anonymous', about: line, text: '业绩与事实不符' },
    { kind: 'record-objection', objection: 'o2', objector: { name: '李某' }, about: null, text: '排名有误' },
    { kind: 'uphold-objection', ...answer, outcome: 'return' },
    { kind: 'uphold-objection', ...answer, outcome: 'reject' },
    { kind: 'uphold-objection', ...answer, outcome: 'fail' },
    { kind: 'dismiss-objection', ...answer },
    { kind: 'dismiss-objection', ...answer, objection: 'o2' },
    { kind: 'close-notice', content: notice, result: '公示期间无异议。' },
    { kind: 'report-application', digest, chain, opinion: FINE, vacancies: 3 },
    { kind: 'decline-application', digest, reason: '岗位数额已满' },
    { kind: 'pass-stage', ...seen, checklist: ALL_MET, opinion: FINE },
    { kind: 'pass-stage', ...seen, checklist: {}, opinion: FINE },
    { kind: 'return-from-stage', ...seen, reason: '请补充学历证明' },
    { kind: 'reject-at-stage', ...seen, reason: '资历不足' },
    { kind: 'recommend-case', ...seen },
    { kind: 'issue-mandate', digest, ...LETTER },
    { kind: 'issue-mandate', digest, ...LETTER, number: '' },
    { kind: 'determine-title', ...seen, checklist: ALL_MET, opinion: FINE },
    { kind: 'post-list', ...seen, content: 'the list', method: '部门网站' },
    { kind: 'start-payment', order, channel: 'online' },
    { kind: 'confirm-payment', ...paid, paidAt: history.now.toISOString() },
    { kind: 'confirm-payment', ...paid, fen: bill.fen + 1, paidAt: history.now.toISOString() },
    { kind: 'reopen-fee', deadline: new Date(history.now.getTime() + 864_000_000).toISOString() },
    { kind: 'refund-payment', order: 'order-1', reason: '重复缴费' },
    { kind: 'export-form', digest },
    { kind: 'deliver-form', ...copies },
    { kind: 'deliver-form', ...copies, copies: 0 },
    { kind: 'call-to-interview', on: '2022-11-20', place: '市民中心三楼' },
    { kind: 'record-interview', result: 'good', comment: '答辩流畅' },
    { kind: 'put-on-roster', number: 1, meeting: { meeting: 'm1', seats: 3, panel }, roster: [row], order: ORDER },
    { kind: 'give-view', recommendation: 'strong', conformity: 'meets', comment: '业绩突出' },
    { kind: 'recuse', reason: '与申报人同一单位' },
    { kind: 'record-vote', vote },
    { kind: 'record-vote', vote: { ...vote, seats: 5 - seats } },
    { kind: 'record-vote', vote: { ...vote, for: 1, against: seats - 1 } },
    { kind: 'record-vote', vote: { seats, present: 1, for: 1, against: 0, abstain: 0 } },
    { kind: 'submit-upward', digest },
    { kind: 'open-result-notice', content: 'the results', method: '部门网站' },
    { kind: 'announce-result', digest },
    { kind: 'issue-certificate', number: 'Z330600202200001' },
    { kind: 'withdraw-application', digest },
    { kind: 'void-application', reason: '论文系伪造', evidence: ['a'.repeat(64)] },
    { kind: 'let-time-pass' },
  ]
}

/** 评审委托书 as an office types it. */
export const LETTER = {
  number: '绍市环委〔2022〕3号',
  committee: '浙江省生态环境专业高级工程师评审委员会',
  grounds: '经审查，材料齐全、程序合规。',
  handler: '陈一',
  on: '2022-10-12',
}
const ORDER = { categories: [], specialFirst: 'per-category' } as const
