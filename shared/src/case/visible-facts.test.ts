import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/actor.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type CaseHistory, EXPERTS, LEAD, OWNER, officerAt, orgFor } from '../testing/case-history.ts'
import { at, MID } from '../testing/case-rows.ts'
import { moveOf, walkTo } from '../testing/case-walk.ts'
import { decideCase, foldCase } from './case.ts'
import { stageAfter } from './chain.ts'
import { mayReadCase, tabFor } from './decisions.ts'
import { isShownTo, readerOf, stateShownTo } from './visible-facts.ts'

const CHAIN = 'A-MUNI'
const seenBy = (actor: Actor, { case: kase, facts }: CaseHistory) => {
  const reader = readerOf(actor, kase)
  return reader === null ? null : facts.filter((fact) => isShownTo(reader, actor, fact))
}
/** Before a panel that has told its views, and has voted. */
function passed(): CaseHistory {
  const history = walkTo(at('form-delivered')(), CHAIN, 'meeting-pending')
  const [expert] = EXPERTS
  if (!expert) throw new Error('an expert')
  history.does(expert, moveOf(history, CHAIN, 'give-view'))
  return walkTo(history, CHAIN, 'meeting-passed')
}
const nextOf = (history: CaseHistory): StageCode => {
  const { route, state } = history.case
  const next = route && state.kind === 'meeting-passed' ? stageAfter(route, state.stage) : null
  if (next === null) throw new Error('a stage after the meeting')
  return next
}

describe('the office that announces', () => {
  test('[CASE-125] finds the case when the meeting passed it, not before, and may take its step on what it is shown', () => {
    const before = walkTo(at('form-delivered')(), CHAIN, 'meeting-pending')
    const history = passed()
    const officer = officerAt(nextOf(history))
    expect(officer.memberships.map(({ orgId }) => orgId)).not.toContain(orgFor('MID_MEETING'))
    expect(mayReadCase(officer, before.case)).toBe(false)
    expect(tabFor(history.case, orgFor(nextOf(history)))).toBe('pending')
    const seen = seenBy(officer, history) ?? []
    expect(foldCase(seen).state.kind).toBe('meeting-passed')
    expect(stateShownTo(readerOf(officer, history.case) ?? 'owner', 'meeting-passed')).toBe('meeting-passed')
    const { filed, ...folded } = foldCase(seen)
    if (!filed) throw new Error('filed')
    const step = moveOf(history, CHAIN, 'open-result-notice')
    expect(decideCase({ ...folded, filed }, step, history.situation(officer)).ok).toBe(true)
  })

  test('[CASE-125] is shown the ballot and no view; the others of the way see neither', () => {
    const history = passed()
    const kinds = (actor: Actor) => new Set((seenBy(actor, history) ?? []).map(({ kind }) => kind))
    const all = new Set(history.facts.map(({ kind }) => kind))
    const OF_MEETING = ['placed-on-roster', 'vote-recorded', 'view-given'] as const
    expect(OF_MEETING.map((kind) => all.has(kind))).toEqual([true, true, true])
    const shown = (actor: Actor) => OF_MEETING.map((kind) => kinds(actor).has(kind))
    expect(shown(officerAt(nextOf(history)))).toEqual([true, true, false])
    expect(shown(officerAt('MID_MEETING'))).toEqual([true, true, true])
    for (const actor of [OWNER, LEAD, officerAt('DEPT_M')]) {
      expect(shown(actor)).toEqual([false, false, false])
      expect(stateShownTo(readerOf(actor, history.case) ?? 'owner', 'meeting-passed')).toBe('meeting-pending')
    }
    expect(EXPERTS.map((expert) => seenBy(expert, history))).toEqual(EXPERTS.map(() => null))
  })

  test('[CASE-125] an office that reviewed earlier and announces later learns of the vote when it was taken', () => {
    const history = passed()
    const next = nextOf(history)
    const { route } = history.case
    const both = officerAt('DEPT_M')
    const stops = route?.stops.map((stop) => (stop.stage === next ? { ...stop, org: orgFor('DEPT_M') } : stop)) ?? []
    const joined = { ...history.case, route: { chain: CHAIN, ...route, stops } }
    expect(readerOf(both, joined)).toBe('announcer')
    const voting = walkTo(at('form-delivered')(), CHAIN, 'meeting-pending').case
    expect(readerOf(both, { ...voting, route: joined.route })).toBe('office')
    expect(MID.chains.map(({ code }) => code)).toContain(CHAIN)
  })
})
