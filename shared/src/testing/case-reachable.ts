/**
 * Every case that can be reached from one within so many steps, by anybody doing anything, each looked at once. Two cases are the same when
 * nothing that a rule looks at differs: dates count by what is over, not by themselves.
 */
import { stageOf, TERMINAL } from '../case/case-state.ts'
import { periodOver } from '../case/publicity.ts'
import { windowAt } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { CaseHistory } from './case-history.ts'
import { castOf, commandsFor, roundsUnder } from './case-moves.ts'
import { wrongsOf } from './case-oracle.ts'

export interface Reached {
  readonly histories: ReadonlyMap<string, CaseHistory>
  readonly wrongs: readonly string[]
}

export function stateKey(history: CaseHistory): string {
  const { filed, state, checks, cleared, payments, now, plan } = { ...history.case, ...history }
  const notice = 'notice' in state ? state.notice : null
  return JSON.stringify([
    state.kind,
    stageOf(state),
    filed?.digest,
    Object.entries(checks).map(([line, { verdict }]) => [line, verdict]),
    cleared?.content,
    Object.values(payments).map((payment) => payment.state),
    notice && [
      periodOver(notice, now).ok,
      Object.values(notice.objections).map(({ objection, state: found }) => [objection, found]),
      notice.witnessedOn.length > 1,
    ],
    'bill' in state && Date.parse(state.bill.deadline) < now.getTime(),
    'isOpened' in state && state.isOpened,
    'isExported' in state && state.isExported,
    'views' in state && [Object.keys(state.views), Object.keys(state.recused)],
    'reviewed' in state,
    history.case.mandate?.number,
    windowAt(plan, now),
  ])
}

export function reachable(start: CaseHistory, chain: string, stages: readonly StageCode[], depth: number): Reached {
  const cast = castOf(stages)
  const rounds = roundsUnder(start.plan)
  const histories = new Map([[stateKey(start), start]])
  const wrongs = new Set<string>()
  let edge = [start]
  for (let level = 0; level < depth && edge.length > 0; level++) {
    const next: CaseHistory[] = []
    const reach = (history: CaseHistory) => {
      const key = stateKey(history)
      if (histories.has(key)) return
      histories.set(key, history)
      next.push(history)
    }
    for (const history of edge) {
      const commands = commandsFor(history, rounds, chain)
      let exits = 0
      for (const actor of cast) {
        for (const command of commands) {
          const decided = history.asks(actor, command)
          if (!decided.ok) continue
          const after = history.fork().does(actor, command)
          for (const wrong of wrongsOf(history.case, actor, command, after.case)) wrongs.add(wrong)
          if (after.case.state.kind !== history.case.state.kind && after.case.state.kind !== 'voided') exits++
          reach(after)
        }
      }
      const later = history.fork().later(16)
      reach(later)
      // Who waits in a notice has a way out once it is over; the clock is tried above.
      const isNotice = 'notice' in history.case.state
      if (exits === 0 && !isNotice && !TERMINAL.includes(history.case.state.kind)) {
        wrongs.add(`no way out of ${history.case.state.kind}`)
      }
    }
    edge = next
  }
  return { histories, wrongs: [...wrongs] }
}
