/**
 * The years that the operator entered, as this browser's copy of the facts has them: the rules here count by the same days as the relay, offline too,
 * and what a page shows by them follows when a year comes.
 */
import { enterYears, onCalendarAsked } from '@yejibu/shared/kernel/known-years'
import { CALENDAR_STREAM, enteredYears } from '@yejibu/shared/plan/calendar-facts'
import { createEffect, createRoot, createSignal } from 'solid-js'
import type { Facts } from './facts.ts'

const [entered, setEntered] = createSignal(0)
onCalendarAsked(() => {
  entered()
})

/** @returns the undo: nothing is followed any more, and what was entered stays, because it is the same for everybody */
export function followCalendar(facts: Pick<Facts, 'factsOf' | 'isLoaded'>): () => void {
  return createRoot((dispose) => {
    createEffect(() => {
      if (!facts.isLoaded(CALENDAR_STREAM)) return
      enterYears(enteredYears(facts.factsOf(CALENDAR_STREAM)))
      setEntered((times) => times + 1)
    })
    return dispose
  })
}
