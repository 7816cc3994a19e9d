/** The straight way of a case: at each state the step that leads on, taken by whoever's turn it is, up to a state or to the end. */
import type { Actor } from '../account/actor.ts'
import type { CaseCommand, CaseCommandKind } from '../case/case-commands.ts'
import { type Case, type StateKind, stageOf, TERMINAL } from '../case/case-state.ts'
import { determiningStage, stageAfter, stopKind } from '../case/chain.ts'
import { mandatorOf, mayBeMandated } from '../case/mandate.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type CaseHistory, CLERK, LEAD, OWNER, officerAt } from './case-history.ts'
import { commandsFor, roundsUnder } from './case-moves.ts'

/** Where the case stood, step by step: its state and, within the chain, the stage. */
export type Trail = readonly string[]

/** @throws when the case stands still, or a step that should lead on was refused */
export function walk(history: CaseHistory, chain: string, until?: (kase: Case) => boolean): Trail {
  const trail: string[] = []
  for (let steps = 0; steps < 200; steps++) {
    const { state } = history.case
    const stage = stageOf(state)
    trail.push(stage ? `${state.kind} ${stage}` : state.kind)
    if (TERMINAL.includes(state.kind) || until?.(history.case)) return trail
    const [actor, kind, days = 0] = stepFrom(history)
    history.later(days).does(actor, moveOf(history, chain, kind))
  }
  throw new Error(`goes round: ${trail.slice(-8).join(' → ')}`)
}

export function walkTo(history: CaseHistory, chain: string, kind: StateKind, stage?: StageCode): CaseHistory {
  walk(history, chain, ({ state }) => state.kind === kind && (stage === undefined || stageOf(state) === stage))
  if (history.case.state.kind !== kind) throw new Error(`never ${kind} ${stage ?? ''}`)
  return history
}

/** The first move of this kind with fitting parameters. */
export function moveOf(history: CaseHistory, chain: string, kind: CaseCommandKind): CaseCommand {
  const move = commandsFor(history, roundsUnder(history.plan), chain).find((command) => command.kind === kind)
  if (!move) throw new Error(`no move ${kind}`)
  return move
}

/** Who does what, and after how many days. */
export function stepFrom({
  case: kase,
  plan,
  now,
}: Pick<CaseHistory, 'case' | 'plan' | 'now'>): readonly [Actor | 'relay', CaseCommandKind, number?] {
  const { state, checks, filed, route } = kase
  const entrusts = !kase.mandate && route && mayBeMandated(kase, plan) ? mandatorOf(plan, route) : null
  if (entrusts) return [officerAt(entrusts.stage), 'issue-mandate']
  switch (state.kind) {
    case 'draft':
    case 'emp-returned':
    case 'stage-returned':
      return [OWNER, 'resubmit-application']
    case 'emp-pending': {
      const isChecked = Object.keys(filed?.lines ?? {}).every((line) => checks[line]?.verdict === 'right')
      return isChecked ? [CLERK, 'pass-eligibility'] : [CLERK, 'check-lines']
    }
    case 'emp-passed':
      return [LEAD, 'start-notice']
    case 'notice-running':
      return [CLERK, 'close-notice', 16]
    case 'notice-objected':
      return [LEAD, 'dismiss-objection']
    case 'notice-cleared':
      return [LEAD, 'report-application']
    case 'stage-pending':
      return [officerAt(state.stage), determiningStage(plan) === state.stage ? 'determine-title' : 'pass-stage']
    case 'stage-passed': {
      const next = route && stageAfter(route, state.stage)
      return [officerAt(state.stage), next && stopKind(next) === 'list-notice' ? 'post-list' : 'recommend-case']
    }
    case 'list-notice-running':
      return ['relay', 'let-time-pass', 16]
    case 'fee-overdue':
      return [officerAt(state.stage), 'reopen-fee']
    case 'fee-due':
      if (now.getTime() > Date.parse(state.bill.deadline)) return ['relay', 'let-time-pass']
      return [officerAt(state.stage), 'confirm-payment']
    case 'form-due':
      return state.isExported ? [officerAt(state.stage), 'deliver-form'] : [OWNER, 'export-form']
    case 'form-delivered':
    case 'interview-done':
    case 'awaiting-meeting':
      return [officerAt(state.stage), stopKind(state.stage) === 'interview' ? 'call-to-interview' : 'put-on-roster']
    case 'interview-pending':
      return [officerAt(state.stage), 'record-interview']
    case 'meeting-pending':
      return [officerAt(state.stage), 'record-vote']
    case 'meeting-passed': {
      const next = route && stageAfter(route, state.stage)
      const kind = next ? stopKind(next) : null
      if (kind === 'result-notice') return [officerAt(state.stage), 'open-result-notice']
      return [officerAt(state.stage), kind === 'announcement' ? 'announce-result' : 'submit-upward']
    }
    case 'result-notice-running':
      return ['relay', 'let-time-pass', 16]
    case 'result-notice-objected':
      return [officerAt(state.stage), 'dismiss-objection']
    case 'awaiting-announcement':
      return [officerAt(state.stage), 'announce-result']
    case 'announced':
      return [officerAt('CERT'), 'issue-certificate']
    default:
      throw new Error(`nothing leads on from ${state.kind}`)
  }
}
