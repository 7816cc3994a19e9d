/**
 * What the ledger holds of each meeting that a case was before: the place on its roster, who stood aside, and the ballot as counts. A case keeps no
 * meeting once it has moved on; its facts do.
 */
import type { AccountId } from '../kernel/ids.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { RecordedCaseFact } from './case-facts.ts'
import type { Meeting, Vote } from './meeting.ts'

export interface MeetingRecord {
  readonly stage: StageCode
  readonly meeting: Meeting
  /** On the roster, from 1. */
  readonly number: number
  readonly recused: readonly { readonly account: AccountId; readonly reason: string }[]
  /** Null until the ballot is written down. */
  readonly ballot: {
    readonly vote: Vote
    readonly outcome: 'passed' | 'failed'
    /** ISO 8601: when it was written down. */
    readonly at: string
  } | null
}

/** In the order in which the case came before them. */
export function meetingsOf(facts: readonly RecordedCaseFact[]): readonly MeetingRecord[] {
  const records: MeetingRecord[] = []
  /** Of the meeting that is being held: the last one, as long as it has no ballot. */
  const note = (change: (record: MeetingRecord) => Partial<MeetingRecord>) => {
    const record = records.at(-1)
    if (record && record.ballot === null) records[records.length - 1] = { ...record, ...change(record) }
  }
  for (const fact of facts) {
    if (fact.kind === 'placed-on-roster') {
      const { stage, meeting, number } = fact.data
      records.push({ stage, meeting, number, recused: [], ballot: null })
    } else if (fact.kind === 'expert-recused') {
      const aside = { account: fact.actor as AccountId, reason: fact.data.reason }
      note(({ recused }) => ({ recused: [...recused, aside] }))
    } else if (fact.kind === 'vote-recorded') {
      note(() => ({ ballot: { ...fact.data, at: fact.at } }))
    }
  }
  return records
}
