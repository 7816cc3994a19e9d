/** How a row of the table of transitions is written down and tried, and the cases that rows begin with. */
import type { Actor } from '../account/actor.ts'
import type { CaseCommand, CaseCommandKind, CaseRefusal } from '../case/case-commands.ts'
import { type StateKind, stageOf } from '../case/case-state.ts'
import type { Plan } from '../plan/plan.ts'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from '../plan/plans/jinhua-construction-2023.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from '../plan/plans/zhejiang-ecology-2022-senior.ts'
import { CaseHistory, CLERK, OWNER, officerAt } from './case-history.ts'
import { ALL_MET, FINE } from './case-moves.ts'
import { moveOf, walkTo } from './case-walk.ts'

const WINDOW = { open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }
export const MID = shaoxingEcology2022Mid(WINDOW)
export const FREE: Plan = { ...MID, paymentMode: 'none' }
export const JINHUA = jinhuaConstruction2023Mid(WINDOW)
export const SENIOR = zhejiangEcology2022Senior(WINDOW)
const SET = { review: 18_000, midToSeniorFee: 8_000 }
const CHAINS = new Map<Plan, string>([
  [MID, 'A-MUNI'],
  [FREE, 'A-MUNI'],
  [JINHUA, 'C-MID'],
  [SENIOR, 'B-MUNI'],
])

export interface Row {
  readonly number: number
  readonly title: string
  readonly at: () => CaseHistory
  readonly by: Actor | 'relay'
  readonly does: CaseCommandKind | Partial<CaseCommand>
  readonly to: string
  /** Who else tried, or what was wrong, and the answer. */
  readonly not: readonly (readonly [Actor | 'relay', Partial<CaseCommand>, CaseRefusal['kind']])[]
}

export const at =
  (kind: StateKind, plan = MID, stage?: Parameters<typeof walkTo>[3]) =>
  () =>
    walkTo(new CaseHistory(plan, SET).submitted(), CHAINS.get(plan) ?? plan.chains[0]?.code ?? '', kind, stage)

export const objected =
  (kind: StateKind = 'notice-running') =>
  () => {
    const history = at(kind)()
    const by = kind === 'notice-running' ? CLERK : officerAt('RESULT_PUB')
    return history.does(by, moveOf(history, 'A-MUNI', 'record-objection'))
  }
export const opened = () => at('emp-pending')().does(CLERK, commandOn(at('emp-pending')(), 'open-submission'))
export const faulty = () => {
  const history = at('emp-pending')()
  return history.does(CLERK, commandOn(history, { kind: 'check-lines', checks: [WRONG] }))
}
export const checked = () => {
  const history = at('emp-pending')()
  return history.does(CLERK, moveOf(history, 'A-MUNI', 'check-lines'))
}
export const returned = () => {
  const history = faulty()
  return history.does(CLERK, moveOf(history, 'A-MUNI', 'return-submission'))
}
export const fromStage =
  (plan = MID) =>
  () => {
    const history = at('stage-pending', plan)()
    return history.does(officerAt('DEPT_M'), moveOf(history, 'A-MUNI', 'return-from-stage'))
  }
export const voted = { seats: 3, present: 3, for: 2, against: 1, abstain: 0 }
export const WRONG = { line: 'form', verdict: 'wrong', remark: '类型有误' } as const
export const DETERMINED: Partial<CaseCommand> = { kind: 'determine-title', checklist: ALL_MET, opinion: FINE }
export const determination = jinhuaConstruction2023MidDetermination(WINDOW)
export const junior = jinhuaConstruction2023JuniorDetermination(WINDOW)

/** A fitting command of the kind, with what the row changes in it. */
export function commandOn(history: CaseHistory, wanted: CaseCommandKind | Partial<CaseCommand>): CaseCommand {
  const change = typeof wanted === 'string' ? { kind: wanted } : wanted
  if (change.kind === undefined) throw new Error('a row names its command')
  return { ...moveOf(history, CHAINS.get(history.plan) ?? 'C-MID-INIT', change.kind), ...change } as CaseCommand
}

export function takenBack(): CaseHistory {
  const history = at('emp-pending')()
  return history.does(OWNER, commandOn(history, 'take-back-submission'))
}

export function row(
  number: number,
  title: string,
  from: () => CaseHistory,
  by: Actor | 'relay',
  does: Row['does'],
  to: string,
  not: Row['not'],
): Row {
  return { number, title, at: from, by, does, to, not }
}

/** Tries the row. @param equal compares and throws; the test runner's own */
export function tryRow(
  { at: from, by, does, to, not }: Row,
  equal: (got: unknown, wanted: unknown, what: string) => void,
) {
  const history = from()
  for (const [actor, command, refusal] of not) {
    const asked = history.asks(actor, commandOn(history, command))
    const who = actor === 'relay' ? actor : actor.accountId
    equal(asked.ok ? null : asked.refusal.kind, refusal, `${command.kind} by ${who}`)
  }
  const { state } = history.does(by, commandOn(history, does)).case
  equal([state.kind, stageOf(state)].filter(Boolean).join(' '), to, 'where it leads')
}
