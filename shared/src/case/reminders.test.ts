import { describe, expect, test } from 'vitest'
import { isReturned } from '../application/standing-submission.ts'
import type { Fact } from '../kernel/fact.ts'
import type { ApplicationId } from '../kernel/ids.ts'
import { type CaseHistory, LEAD } from '../testing/case-history.ts'
import { at, fromStage, JINHUA, MID, objected, returned, takenBack } from '../testing/case-rows.ts'
import { asLedgerFacts } from '../testing/ledger-facts.ts'
import { foldCase } from './case.ts'
import { isCaseFact } from './case-facts.ts'
import { messagesOf, reminderFrom } from './case-messages.ts'
import { NO_CASE } from './case-state.ts'
import { NEAR_DAYS, type ReminderFact, remindOfClosing, remindOfNotice } from './reminders.ts'

const DAY = 86_400_000
const CLOSE = Date.parse(MID.window.close)
const daysBefore = (days: number) => new Date(CLOSE - days * DAY)
const NOTHING = { ok: false, refusal: { kind: 'nothing-due' } }
const APPLICATION = 'xumingchuan.aaaaaaaa' as ApplicationId
const factsOf = (history: CaseHistory): readonly Fact[] => asLedgerFacts(APPLICATION, history.facts)
const told = (facts: readonly Fact[], reminder: readonly ReminderFact[], on: Date) =>
  asLedgerFacts(APPLICATION, [
    ...facts,
    ...reminder.map((one) => ({ ...one, at: on.toISOString(), actor: 'relay' as const })),
  ])

describe('a plan that closes', () => {
  test('[CASE-127] is told of in its last three days, once, and again when it was moved', () => {
    expect(remindOfClosing([], NO_CASE, MID, daysBefore(NEAR_DAYS + 0.1))).toEqual(NOTHING)
    const due = remindOfClosing([], NO_CASE, MID, daysBefore(NEAR_DAYS))
    expect(due).toEqual({
      ok: true,
      value: [{ kind: 'close-neared', data: { plan: MID.id, close: MID.window.close } }],
    })
    if (!due.ok) return
    const facts = told([], due.value, daysBefore(NEAR_DAYS))
    expect(remindOfClosing(facts, NO_CASE, MID, daysBefore(1))).toEqual(NOTHING)
    expect(remindOfClosing([], NO_CASE, MID, daysBefore(-0.1))).toEqual(NOTHING)
    const moved = { ...MID, window: { ...MID.window, close: daysBefore(-1).toISOString() } }
    expect(remindOfClosing(facts, NO_CASE, moved, daysBefore(1)).ok).toBe(true)
  })

  test('[CASE-127] concerns what lies with its owner alone', () => {
    expect(isReturned(factsOf(fromStage()()))).toBe(true)
    for (const history of [fromStage()(), takenBack(), returned()]) {
      const due = remindOfClosing(factsOf(history), history.case, MID, daysBefore(2))
      expect(due.ok).toBe(true)
      if (!due.ok) continue
      const facts = told(factsOf(history), due.value, daysBefore(2))
      expect(foldCase(facts.filter(isCaseFact))).toEqual(history.case)
      expect(isReturned(facts)).toBe(isReturned(factsOf(history)))
      expect(due.value.flatMap((fact) => reminderFrom(fact, APPLICATION, history.case))).toEqual([
        { kind: 'closing-soon', to: { account: 'xumingchuan' } },
      ])
    }
    for (const history of [at('emp-pending')(), at('notice-running')(), at('stage-pending')(), at('certified')()]) {
      expect(remindOfClosing(factsOf(history), history.case, MID, daysBefore(2))).toEqual(NOTHING)
    }
  })
})

describe('a notice that is over', () => {
  test('[CASE-128] is told to the lead once, on the day after its last, and not while an objection is open', () => {
    const running = at('notice-running')()
    expect(remindOfNotice(factsOf(running), running.case, running.now)).toEqual(NOTHING)
    const later = new Date(running.now.getTime() + 30 * DAY)
    const due = remindOfNotice(factsOf(running), running.case, later)
    expect(due.ok && due.value.map(({ kind }) => kind)).toEqual(['notice-elapsed'])
    if (!due.ok) return
    const facts = told(factsOf(running), due.value, later)
    expect(remindOfNotice(facts, running.case, later)).toEqual(NOTHING)
    const [reminder] = due.value
    if (!reminder) throw new Error('a reminder')
    expect(reminderFrom(reminder, APPLICATION, running.case)).toEqual([
      { kind: 'notice-over', to: { leadsOf: LEAD.memberships[0]?.orgId } },
    ])
    expect(remindOfNotice(factsOf(objected()()), objected()().case, later)).toEqual(NOTHING)
  })

  test('[CASE-128] who is on a posted list is told so', () => {
    const listed = at('list-notice-running', JINHUA)()
    const posted = listed.facts.findLast(({ kind }) => kind === 'list-posted')
    if (!posted) throw new Error('a list')
    expect(messagesOf(posted, listed.case)).toEqual([{ kind: 'list-posted', to: { account: 'xumingchuan' } }])
  })
})
