import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApplicationId } from '../kernel/ids.ts'
import { EXPERTS, officerAt } from '../testing/case-history.ts'
import { at, commandOn, MID } from '../testing/case-rows.ts'
import { banOf, banOn, falsifiedIn } from './ban.ts'
import { isLive } from './case-state.ts'
import { DRAFT_STEPS, type DraftState, draftAt, maySubmit, nextStep, previousStep, startDraft } from './draft-steps.ts'
import { hasQuorum, isPassed, voteProblem } from './meeting.ts'
import { isOnRoster, type RosterRow, SPECIAL, sortedRoster } from './roster.ts'

const RULE = { quorum: { of: 2, outOf: 3 }, approval: { of: 2, outOf: 3 } }
const [FIRST, SECOND] = EXPERTS
const OFFICE = officerAt('MID_MEETING')

describe('a meeting', () => {
  test('[CASE-12] two thirds of the seats, two thirds of those present, without rounding', () => {
    const vote = (seats: number, present: number, yes: number) => ({
      seats,
      present,
      for: yes,
      against: present - yes,
      abstain: 0,
    })
    expect([hasQuorum(vote(25, 16, 0), RULE), hasQuorum(vote(25, 17, 0), RULE)]).toEqual([false, true])
    expect([isPassed(vote(25, 17, 11), RULE), isPassed(vote(25, 17, 12), RULE)]).toEqual([false, true])
    expect([isPassed(vote(3, 3, 2), RULE), hasQuorum(vote(3, 0, 0), RULE)]).toEqual([true, false])
  })

  test('[CASE-12] counts that do not add up, or are more than the seats, are refused', () => {
    const vote = { seats: 3, present: 3, for: 2, against: 1, abstain: 0 }
    expect(voteProblem(vote, 3)).toBeNull()
    expect(voteProblem({ ...vote, abstain: 1 }, 3)).toBe('does-not-add-up')
    expect(voteProblem({ ...vote, present: 4, for: 3 }, 3)).toBe('more-than-seats')
    expect(voteProblem({ ...vote, for: 2.5, against: 0.5 }, 3)).toBe('not-whole')
    expect(voteProblem({ ...vote, for: 4, against: -1 }, 3)).toBe('not-whole')
  })

  test('[CASE-12] who stands aside has no view and no seat', () => {
    if (!FIRST || !SECOND) throw new Error('two experts')
    const history = at('meeting-pending')()
    history.does(FIRST, commandOn(history, 'give-view'), { kind: 'recuse', reason: '与申报人同一单位' })
    const { state } = history.case
    expect(state).toMatchObject({ kind: 'meeting-pending', views: {}, recused: { 'expert-a': '与申报人同一单位' } })
    expect(history.asks(FIRST, commandOn(history, 'give-view'))).toMatchObject({ refusal: { kind: 'recused' } })
    const vote = { seats: 3, present: 3, for: 3, against: 0, abstain: 0 }
    expect(history.asks(OFFICE, { kind: 'record-vote', vote })).toMatchObject({ refusal: { kind: 'vote-malformed' } })
    const without = { seats: 2, present: 2, for: 2, against: 0, abstain: 0 }
    expect(history.does(OFFICE, { kind: 'record-vote', vote: without }).case.state.kind).toBe('meeting-passed')
  })
})

describe('a roster', () => {
  const order = { categories: ['monitoring', 'engineering', 'planning'], specialFirst: 'per-category' } as const
  const rows = fc.uniqueArray(
    fc.record({
      application: fc.integer({ min: 1, max: 99 }).map((n) => `person-${n}.aaaaaaaa` as ApplicationId),
      category: fc.constantFrom('planning', 'engineering', 'monitoring'),
      special: fc.constantFrom(null, ...SPECIAL),
      name: fc.constantFrom('王', '李', '张'),
    }),
    { selector: (row) => row.application, maxLength: 20 },
  )

  test('[CASE-15] is the same whatever order its rows came in, contiguous by category, special ones first', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const sorted = sortedRoster(given, order)
        expect(sortedRoster([...given].reverse(), order)).toEqual(sorted)
        const categories = sorted.map((row) => order.categories.indexOf(row.category as 'planning'))
        expect(categories).toEqual([...categories].sort((a, b) => a - b))
        for (const category of order.categories) {
          const specials = sorted.filter((row) => row.category === category).map((row) => row.special !== null)
          expect(specials).toEqual([...specials].sort((a, b) => Number(b) - Number(a)))
        }
        sorted.forEach((row, i) => {
          expect(isOnRoster(sorted, order, row.application, i + 1)).toBe(true)
        })
      }),
    )
  })

  test('[CASE-15] special ones head the whole roster where the plan says so; an unsorted one is found', () => {
    const row = (id: string, category: string, special: RosterRow['special']): RosterRow => {
      return { application: `${id}.aaaaaaaa` as ApplicationId, category, special, name: id }
    }
    const plain = row('a', 'monitoring', null)
    const skilled = row('b', 'planning', 'skilled')
    expect(sortedRoster([plain, skilled], { ...order, specialFirst: 'global' })).toEqual([skilled, plain])
    expect(sortedRoster([skilled, plain], order)).toEqual([plain, skilled])
    expect(isOnRoster([skilled, plain], order, plain.application, 2)).toBe(false)
  })
})

describe('falsification', () => {
  const voided = () => {
    const history = at('certified')()
    return history.does(officerAt('HRSS_M'), commandOn(history, 'void-application'))
  }

  test('[CASE-13] revokes the certified title, ends the case and bars three years from the year after the review', () => {
    const { case: kase, facts } = voided()
    expect(kase.state).toMatchObject({
      kind: 'voided',
      isTitleRevoked: true,
      ban: { reviewYear: 2022, from: 2023, until: 2025 },
    })
    expect(isLive(kase)).toBe(false)
    expect(falsifiedIn(facts)).toEqual([2022])
    const barred = [2022, 2023, 2024, 2025, 2026].map((year) => banOn({ year }, facts) !== null)
    expect(barred).toEqual([false, true, true, true, false])
    expect(banOf({ ...MID, falsificationBanYears: 5 }).until).toBe(2027)
  })

  test('[CASE-13] is enforced at the next start', () => {
    const ban = banOn({ year: 2023 }, voided().facts)
    expect(startDraft({ ...START, ban })).toMatchObject({ refusal: { kind: 'banned', ban: { until: 2025 } } })
  })
})

const START = {
  plan: MID,
  now: new Date('2023-09-15T02:00:00Z'),
  closedGates: 0,
  otherApplication: null,
  hasReadRequirements: true,
  ban: null,
}

describe('the steps of a draft', () => {
  const value = (result: ReturnType<typeof nextStep>): DraftState => {
    if (!result.ok) throw new Error(result.refusal.kind)
    return result.value
  }

  test('[CASE-14] #1 马上申报 asks for open gates, an open window, no other application and the requirements read', () => {
    expect(startDraft(START)).toEqual({ ok: true, value: { kind: 'drafting', step: 'photo' } })
    const other = 'xumingchuan.bbbbbbbb' as ApplicationId
    const kinds = [
      startDraft({ ...START, closedGates: 1 }),
      startDraft({ ...START, now: new Date('2023-08-01T00:00:00Z') }),
      startDraft({ ...START, otherApplication: other }),
      startDraft({ ...START, hasReadRequirements: false }),
    ].map((result) => (result.ok ? null : result.refusal.kind))
    expect(kinds).toEqual(['gates-closed', 'plan-not-open', 'another-application', 'requirements-unread'])
  })

  test.each([
    [2, 'photo'],
    [3, 'pledge'],
    [4, 'info'],
    [5, 'pull'],
    [6, 'attachments'],
  ] as const)('[CASE-14] #%i %s leads on when nothing is lacking in it', (_number, step) => {
    const next = DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1]
    expect(nextStep({ kind: 'drafting', step }, [])).toEqual({ ok: true, value: { kind: 'drafting', step: next } })
    expect(nextStep({ kind: 'drafting', step }, [step])).toEqual({
      ok: false,
      refusal: { kind: 'step-incomplete', step },
    })
  })

  test('[CASE-14] #7 上一步 goes back one, and not before the first', () => {
    expect(value(previousStep({ kind: 'drafting', step: 'pledge' }))).toEqual({ kind: 'drafting', step: 'photo' })
    expect(previousStep({ kind: 'drafting', step: 'photo' })).toMatchObject({ refusal: { kind: 'no-earlier-step' } })
  })

  test('[CASE-14] #8 提交 asks all steps again, in the order in which they can be mended', () => {
    const preview: DraftState = { kind: 'drafting', step: 'preview' }
    expect(maySubmit(preview, [])).toEqual({ ok: true, value: true })
    expect(maySubmit(preview, ['pull', 'pledge'])).toMatchObject({ refusal: { step: 'pledge' } })
    expect(maySubmit({ kind: 'drafting', step: 'info' }, [])).toMatchObject({ refusal: { step: 'info' } })
  })

  test('[CASE-14] #44 late is not accepted', () => {
    const draft: DraftState = { kind: 'drafting', step: 'preview' }
    expect(draftAt(draft, MID, new Date('2023-10-31T09:30:00Z'))).toBe(draft)
    const expired = draftAt(draft, MID, new Date('2023-10-31T09:30:00.001Z'))
    expect(expired.kind).toBe('expired')
    for (const result of [nextStep(expired, []), previousStep(expired), maySubmit(expired, [])]) {
      expect(result).toMatchObject({ refusal: { kind: 'expired' } })
    }
  })
})
