import { lastDayOf } from '@yejibu/shared/case/publicity'
import type { Fact, StreamName } from '@yejibu/shared/kernel/fact'
import { NO_PREVIOUS } from '@yejibu/shared/kernel/fact'
import type { FactId } from '@yejibu/shared/kernel/ids'
import { enterYears } from '@yejibu/shared/kernel/known-years'
import { CALENDAR_STREAM } from '@yejibu/shared/plan/calendar-facts'
import { inventedYear } from '@yejibu/shared/testing/invented-year'
import { createMemo, createRoot, createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { followCalendar } from './follow-calendar.ts'

afterEach(() => enterYears([]))

const fact: Fact = {
  ...{ seq: 1, stream: CALENDAR_STREAM, n: 1, id: 'fact-1' as FactId, kind: 'calendar-year-published', v: 1 },
  ...{ at: '2026-11-21T02:00:00Z', actor: 'relay', data: inventedYear(2027), prev: NO_PREVIOUS, hash: NO_PREVIOUS },
}

it('[CLIENT-510] the last day of a notice follows when a year comes with the facts, and not before they are read', () => {
  const [seen, setSeen] = createSignal<readonly Fact[] | undefined>(undefined)
  const asked: StreamName[] = []
  const facts = {
    factsOf: (stream: StreamName) => {
      asked.push(stream)
      return seen() ?? []
    },
    isLoaded: () => seen() !== undefined,
  }
  const stop = followCalendar(facts)
  const { last, dispose } = createRoot((undo) => {
    const terms = { startedOn: '2026-12-28', workingDays: 5, countStartDay: false, lastDay: null }
    return { last: createMemo(() => lastDayOf(terms)), dispose: undo }
  })
  expect(last()).toMatchObject({ refusal: { kind: 'calendar-unknown', year: 2027 } })
  expect(asked).toEqual([])
  setSeen([])
  expect(last().ok).toBe(false)
  setSeen([fact])
  expect(last()).toEqual({ ok: true, value: '2027-01-05' })
  expect(new Set(asked)).toEqual(new Set([CALENDAR_STREAM]))
  stop()
  expect(last()).toEqual({ ok: true, value: '2027-01-05' })
  dispose()
})
