/** The meetings that a case came before, each with what was said and voted there. Told by the facts: after a vote the state keeps no views. */
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import type { StageCode } from '@yejibu/shared/plan/stage-code'

export type SaidAtMeeting = Extract<RecordedCaseFact, { kind: 'view-given' | 'expert-recused' | 'vote-recorded' }>

export interface MeetingHeld {
  readonly stage: StageCode
  readonly meeting: string
  readonly seats: number
  /** On the roster, from 1. */
  readonly number: number
  readonly said: readonly SaidAtMeeting[]
}

/** In the order in which the case came before them: a case of two committees (初评委, 中评委) comes before two. */
export function meetingsHeld(facts: readonly RecordedCaseFact[]): readonly MeetingHeld[] {
  const held: MeetingHeld[] = []
  for (const fact of facts) {
    if (fact.kind === 'placed-on-roster') {
      const { stage, number, meeting } = fact.data
      held.push({ stage, number, meeting: meeting.meeting, seats: meeting.seats, said: [] })
    } else if (fact.kind === 'view-given' || fact.kind === 'expert-recused' || fact.kind === 'vote-recorded') {
      const last = held.pop()
      if (last) held.push({ ...last, said: [...last.said, fact] })
    }
  }
  return held
}
