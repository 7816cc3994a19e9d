/**
 * One case as a statistic counts it: which stations it has come to, where it stands and since when, what was said against it, what runs out.
 * Told to whoever reads the case at a desk, and in her terms: what she is not shown counts as if it had not happened yet.
 */
import type { ApplicationId, PlanId } from '../../kernel/ids.ts'
import { dayInShanghai } from '../../kernel/working-days.ts'
import { STAGE_CODES, type StageCode } from '../../plan/stage-code.ts'
import type { RecordedCaseFact } from '../case-facts.ts'
import { type Case, type CaseState, NO_CASE, type StateKind, stageOf } from '../case-state.ts'
import { decisionIn } from '../decisions.ts'
import { evolveCase } from '../evolve-case.ts'
import { lastDayOf, type Notice } from '../publicity.ts'
import { type ReaderOfCase, stateShownTo } from '../visible-facts.ts'

/** The stages of a chain, the employer's own divided: its review, its notice, its report. */
export const STATION_CODES = [...STAGE_CODES, 'NOTICE', 'REPORT'] as const
export type Station = (typeof STATION_CODES)[number]

export const EMPLOYER_STATIONS: readonly Station[] = ['EMP', 'NOTICE', 'REPORT']

/** Whoever works on other people's cases. */
export type DeskReader = Exclude<ReaderOfCase, 'owner' | 'expert'>

/** A "no" with its reason, one round and one decision each. */
export interface No {
  readonly station: StageCode
  readonly verdict: 'returned' | 'rejected'
  /** The reason of the whole, then what was found wrong of each line. */
  readonly texts: readonly string[]
}

export interface Deadline {
  readonly what: 'notice' | 'list-notice' | 'result-notice' | 'fee'
  /** The last day, `YYYY-MM-DD` in Shanghai; null where the calendar does not reach so far. */
  readonly day: string | null
}

export interface Course {
  readonly application: ApplicationId
  readonly name: string
  readonly plan: { readonly id: PlanId; readonly title: string; readonly year: number }
  /** Every station that it goes by as far as known, in order. */
  readonly way: readonly Station[]
  /** Those it has come to in the present run, in order; the last is where it stands or ended. */
  readonly reached: readonly Station[]
  readonly state: StateKind
  /** ISO 8601: since when it stands so. */
  readonly since: string
  readonly nos: readonly No[]
  readonly deadline: Deadline | null
}

/** Null for what lies before nobody: never submitted, or taken back. */
export function courseOf(
  application: ApplicationId,
  facts: readonly RecordedCaseFact[],
  reader: DeskReader,
): Course | null {
  let kase: Case = NO_CASE
  let [reached, nos]: [readonly Station[], readonly No[]] = [[], []]
  let [stands, since] = ['', '']
  for (const fact of facts) {
    const no = noIn(kase, fact)
    if (no) nos = [...nos, no]
    kase = evolveCase(kase, fact)
    const station = stationOf(kase.state)
    // Who comes to a station again has not been beyond it: the later ones are to be passed anew.
    if (station !== null && station !== reached.at(-1)) {
      const before = reached.indexOf(station)
      reached = [...(before < 0 ? reached : reached.slice(0, before)), station]
    }
    const shown = `${stateShownTo(reader, kase.state.kind)} ${station}`
    if (shown !== stands) [stands, since] = [shown, fact.at]
  }
  const { filed, route, state } = kase
  if (!filed || state.kind === 'draft') return null
  const { plan, profile } = filed.submission
  return {
    application,
    name: profile.content.fields.fullName ?? '',
    plan: { id: plan.id, title: plan.title, year: plan.year },
    way: [...EMPLOYER_STATIONS, ...(route?.stops.map(({ stage }) => stage) ?? [])],
    reached,
    state: stateShownTo(reader, state.kind),
    since,
    nos,
    deadline: deadlineOf(state),
  }
}

function stationOf(state: CaseState): Station | null {
  switch (state.kind) {
    case 'emp-pending':
    case 'emp-returned':
      return 'EMP'
    case 'emp-passed':
    case 'notice-running':
    case 'notice-objected':
      return 'NOTICE'
    case 'notice-cleared':
      return 'REPORT'
    case 'certified':
      return 'CERT'
    default:
      return stageOf(state)
  }
}

function noIn(before: Case, fact: RecordedCaseFact): No | null {
  const decision = decisionIn(before, fact)
  if (decision?.verdict !== 'returned' && decision?.verdict !== 'rejected') return null
  const lines = fact.kind === 'submission-returned' ? fact.data.wrong.map((line) => before.checks[line]?.remark) : []
  const texts = [decision.text, ...lines].flatMap((text) => (text ? [text] : []))
  return { station: decision.stage, verdict: decision.verdict, texts }
}

function deadlineOf(state: CaseState): Deadline | null {
  switch (state.kind) {
    case 'notice-running':
    case 'notice-objected':
      return { what: 'notice', day: lastOf(state.notice) }
    case 'list-notice-running':
      return { what: 'list-notice', day: lastOf(state.notice) }
    case 'result-notice-running':
    case 'result-notice-objected':
      return { what: 'result-notice', day: lastOf(state.notice) }
    case 'fee-due':
      return { what: 'fee', day: dayInShanghai(new Date(state.bill.deadline)) }
    default:
      return null
  }
}

function lastOf(notice: Notice): string | null {
  const last = lastDayOf(notice)
  return last.ok ? last.value : null
}
