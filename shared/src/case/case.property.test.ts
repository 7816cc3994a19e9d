import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../plan/plan.ts'
import {
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from '../plan/plans/jinhua-construction-2023.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from '../plan/plans/zhejiang-ecology-2022-senior.ts'
import { CaseHistory } from '../testing/case-history.ts'
import { castOf, commandsFor, roundsUnder } from '../testing/case-moves.ts'
import { offeredTo, wrongsOf } from '../testing/case-oracle.ts'
import { reachable, stateKey } from '../testing/case-reachable.ts'
import { walk } from '../testing/case-walk.ts'
import { TERMINAL } from './case-state.ts'

const RUNS = Number(process.env.YEJIBU_CASE_RUNS ?? 1500)
const SEED = Number(process.env.YEJIBU_SEED ?? Date.now() % 2 ** 31)
const DEPTH = Number(process.env.YEJIBU_CASE_DEPTH ?? 8)

const NAT = fc.nat({ max: 1_000_000 })
const WINDOW = { open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }
const SET = { review: 18_000, midToSeniorFee: 8_000 }
const MUNI: Way = [shaoxingEcology2022Mid(WINDOW), 'A-MUNI']
const BACK: Way = [{ ...shaoxingEcology2022Mid(WINDOW), resubmitTo: 'returning-stage' }, 'A-COUNTY']
const WAYS: readonly Way[] = [
  MUNI,
  BACK,
  [zhejiangEcology2022Senior(WINDOW), 'B-MUNI'],
  [jinhuaConstruction2023Mid(WINDOW), 'C-MID'],
  [jinhuaConstruction2023MidDetermination(WINDOW), 'C-MID-INIT'],
]

type Way = readonly [Plan, string]

function stagesOf([plan, code]: Way) {
  return plan.chains.find((chain) => chain.code === code)?.stages ?? []
}

describe('every case', () => {
  test.each([
    ['from its submission', 0],
    ['from its report', 5],
    ['from its fee', 11],
    ['from its meeting', 15],
  ])('[CASE-10] [CASE-8] %s, everything that anybody can do: only legal steps, in turn, and a way out', (_, steps) => {
    const start = new CaseHistory(MUNI[0], SET).submitted()
    let left = steps
    walk(start, MUNI[1], () => left-- === 0)
    const { histories, wrongs } = reachable(start, MUNI[1], stagesOf(MUNI), DEPTH)
    expect(wrongs).toEqual([])
    if (DEPTH >= 8) expect(histories.size).toBeGreaterThan(60)
  })

  test('[CASE-10] [CASE-4] [CASE-8] takes only legal steps, in turn, each content with its own notice, whatever is tried', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.noBias(fc.nat({ max: WAYS.length - 1 })),
        fc.noBias(fc.nat({ max: 40 })),
        fc.array(fc.noBias(fc.tuple(NAT, NAT, fc.nat({ max: 9 }))), { minLength: 1, maxLength: 40 }),
        (index, ahead, tries) => {
          const way = WAYS[index] ?? MUNI
          const [plan, chain] = way
          const cast = castOf(stagesOf(way))
          const rounds = roundsUnder(plan)
          const history = new CaseHistory(plan, SET).submitted(rounds[0].submission)
          let left = ahead
          walk(history, chain, () => left-- === 0)
          for (const [who, what, days] of tries) {
            // Every fourth try is anybody doing anything; the others are what the table offers to that person.
            const actor = cast[who % cast.length] ?? 'relay'
            const commands = commandsFor(history, rounds, chain)
            const kinds = offeredTo(history.case, actor)
            const offered = commands.filter((command) => kinds.has(command.kind))
            const choice = what % 4 === 0 || offered.length === 0 ? commands : offered
            const command = choice[Math.floor(what / 4) % choice.length]
            if (!command) throw new Error('nothing to try')
            if (days > 7) history.later(days)
            const before = history.case
            seen.add(before.state.kind)
            if (!history.asks(actor, command).ok) continue
            history.does(actor, command)
            seen.add(history.case.state.kind)
            expect(wrongsOf(before, actor, command, history.case)).toEqual([])
          }
          const { state } = history.case
          // Whatever happened, it can be brought to an end by those whose turn it is, without anybody giving up.
          if (!TERMINAL.includes(state.kind)) expect(isFinished(history, chain), stateKey(history)).toBe(true)
        },
      ),
      { numRuns: RUNS, seed: SEED },
    )
    // A thousand runs see most of the thirty states; fewer prove less and must not fail for it.
    if (RUNS >= 1000) expect(seen.size).toBeGreaterThan(20)
  })
})

/** Walks on to the end; a case returned after the window closed may only be withdrawn or left. */
function isFinished(history: CaseHistory, chain: string): boolean {
  const ahead = history.fork()
  const isLate = ahead.now.getTime() > Date.parse(ahead.plan.window.close)
  const trail = walk(ahead, chain, ({ state }) => isLate && (state.kind === 'emp-returned' || state.kind === 'draft'))
  return trail.length > 0
}
