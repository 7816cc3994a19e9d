/**
 * How far a case has come, as its owner is told it: the stations of its way with where it stands, and what happened, by which office, when and in which
 * words. Both are folded from the facts that she sees; offices act here, not people.
 */
import { foldCase } from '@yejibu/shared/case/case'
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import { type Case, type CaseState, stageOf, TERMINAL } from '@yejibu/shared/case/case-state'
import { orgAt } from '@yejibu/shared/case/chain'
import { evolveCase } from '@yejibu/shared/case/evolve-case'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import type { zh } from '../language/zh/course.ts'
import { hiddenState } from './record-state.ts'

/** What comes before the chain, a stage of it, or all that is not known before the employer has reported. */
export type StationKey = 'review' | 'notice' | 'report' | StageCode | 'later'

export interface Station {
  readonly key: StationKey
  /** Null where the employer acts, or nobody is named yet. */
  readonly org: OrgId | null
  /** `returned`: it waits for the owner; `stopped`: the case ended here. */
  readonly standing: 'done' | 'here' | 'returned' | 'stopped' | 'ahead'
}

export type EventWord = keyof (typeof zh)['event']

export interface CaseEvent {
  readonly word: EventWord
  /** ISO 8601. */
  readonly at: string
  readonly by: 'owner' | 'employer' | 'system' | 'office'
  /** The office that acted; null for all others, and where it is not known. */
  readonly org: OrgId | null
  readonly stage: StageCode | null
  /** The opinion, reason or answer, word for word; empty where nothing was said. */
  readonly text: string
  readonly values: { readonly n?: number; readonly on?: string; readonly place?: string; readonly number?: string }
}

/** @param told where the relay says that it stands: a vote is not among an applicant's facts */
export function stationsOf(
  facts: readonly RecordedCaseFact[],
  plan: Plan | undefined,
  told?: string | undefined,
): readonly Station[] {
  const kase = foldCase(facts)
  const keys = keysOf(kase, plan)
  const { state } = kase
  const isOver = state.kind === 'certified' || state.kind === 'handed-over'
  const at = keys.findIndex(({ key }) => key === stationOf(lastStanding(facts)))
  return keys.map(({ key, org }, index) => {
    if (isOver || index < at) return { key, org, standing: 'done' }
    if (index > at) return { key, org, standing: 'ahead' }
    if (TERMINAL.includes(state.kind) || hiddenState(state.kind, told) === 'meeting-failed')
      return { key, org, standing: 'stopped' }
    const isBack = state.kind === 'emp-returned' || state.kind === 'stage-returned'
    return { key, org, standing: isBack ? 'returned' : 'here' }
  })
}

function keysOf({ route }: Case, plan: Plan | undefined): readonly Pick<Station, 'key' | 'org'>[] {
  const first = (['review', 'notice', 'report'] as const).map((key) => ({ key, org: null }))
  if (route) return [...first, ...route.stops.map(({ stage, org }) => ({ key: stage, org }))]
  const [only, ...others] = plan?.chains ?? []
  if (!only || others.length > 0) return [...first, { key: 'later', org: null }]
  return [...first, ...only.stages.slice(1).map((key) => ({ key, org: null }))]
}

/** The state in which it stood before it ended, or now: what ended a case does not say where. */
function lastStanding(facts: readonly RecordedCaseFact[]): CaseState {
  let kase = foldCase([])
  let last = kase.state
  for (const fact of facts) {
    kase = evolveCase(kase, fact)
    const hasPlace = !TERMINAL.includes(kase.state.kind) || stageOf(kase.state) !== null
    if (hasPlace) last = kase.state
  }
  return last
}

function stationOf(state: CaseState): StationKey {
  const stage = stageOf(state)
  if (stage) return stage
  switch (state.kind) {
    case 'emp-passed':
    case 'notice-running':
    case 'notice-objected':
      return 'notice'
    case 'notice-cleared':
      return 'report'
    default:
      return 'review'
  }
}

/** The oldest first. Day-by-day witnesses and single lines are left out: they decide nothing. */
export function eventsOf(facts: readonly RecordedCaseFact[]): readonly CaseEvent[] {
  let kase = foldCase([])
  return facts.flatMap((fact) => {
    const before = kase
    kase = evolveCase(kase, fact)
    const word = wordOf(fact)
    if (word === null) return []
    const stage = stageNamed(fact) ?? (isOfEmployer(fact) ? null : stageOf(before.state))
    return [{ word, at: fact.at, ...actorOf(fact, kase, stage), stage, text: textOf(fact), values: valuesOf(fact) }]
  })
}

function wordOf(fact: RecordedCaseFact): EventWord | null {
  switch (fact.kind) {
    case 'lines-checked':
    case 'notice-witnessed':
    case 'objection-recorded':
    case 'objection-dismissed':
    case 'placed-on-roster':
    case 'view-given':
    case 'expert-recused':
    case 'vote-recorded':
      return null
    default:
      return fact.kind
  }
}

const BY_OWNER: readonly RecordedCaseFact['kind'][] = [
  'application-submitted',
  'application-resubmitted',
  'submission-taken-back',
  'payment-started',
  'form-exported',
  'application-withdrawn',
]

const BY_EMPLOYER: readonly RecordedCaseFact['kind'][] = [
  'submission-opened',
  'eligibility-passed',
  'submission-returned',
  'submission-rejected',
  'notice-started',
  'notice-carried-over',
  'notice-restarted',
  'notice-closed',
  'application-reported',
  'application-declined',
]

function isOfEmployer({ kind }: RecordedCaseFact): boolean {
  return BY_EMPLOYER.includes(kind) || BY_OWNER.includes(kind)
}

function stageNamed(fact: RecordedCaseFact): StageCode | null {
  return 'stage' in fact.data ? fact.data.stage : null
}

function actorOf(fact: RecordedCaseFact, { route }: Case, stage: StageCode | null): Pick<CaseEvent, 'by' | 'org'> {
  if (BY_OWNER.includes(fact.kind)) return { by: 'owner', org: null }
  if (fact.actor === 'relay') return { by: 'system', org: null }
  if (BY_EMPLOYER.includes(fact.kind) || stage === null) return { by: 'employer', org: null }
  return { by: 'office', org: route && orgAt(route, stage) }
}

/** What was written to be read by the person it is about. */
function textOf({ data }: RecordedCaseFact): string {
  if ('opinion' in data) return data.opinion
  if ('reason' in data) return data.reason
  if ('answer' in data) return data.answer
  if ('grounds' in data) return data.grounds
  return 'result' in data && 'closedOn' in data ? data.result : ''
}

function valuesOf(fact: RecordedCaseFact): CaseEvent['values'] {
  switch (fact.kind) {
    case 'notice-started':
    case 'notice-restarted':
    case 'list-posted':
    case 'result-notice-opened':
      return { on: fact.data.startedOn, n: fact.data.workingDays }
    case 'interview-called':
      return { on: fact.data.on, place: fact.data.place }
    case 'result-announced':
      return { on: fact.data.on }
    case 'certificate-issued':
    case 'review-mandated':
      return { number: fact.data.number }
    case 'form-delivered':
      return { n: fact.data.copies }
    case 'payment-started':
      return { number: fact.data.order }
    case 'payment-confirmed':
    case 'payment-astray':
      return { number: fact.data.receipt }
    default:
      return {}
  }
}
