/**
 * A committee's meeting on one case: the group's views, who stood aside, and the secret ballot as counts. Experts are the people on the
 * panel of the meeting, by account. Votes are compared in integers; nothing is rounded.
 */
import type { AccountId } from '../kernel/ids.ts'
import type { CaseRules, Fraction } from './case-rules.ts'

export interface Meeting {
  readonly meeting: string
  /** Members who are entitled to vote. */
  readonly seats: number
  readonly panel: readonly AccountId[]
}

/** 重点推荐 / 一般推荐 / 不推荐. */
export type Recommendation = 'strong' | 'plain' | 'none'
/** 符合 / 基本符合 / 不符合. */
export type Conformity = 'meets' | 'mostly' | 'not'

export interface View {
  readonly recommendation: Recommendation
  readonly conformity: Conformity
  readonly comment: string
}

/** 应到、实到、赞成、反对、弃权. */
export interface Vote {
  readonly seats: number
  readonly present: number
  readonly for: number
  readonly against: number
  readonly abstain: number
}

export type VoteProblem = 'not-whole' | 'more-than-seats' | 'does-not-add-up'

/** @param seats of the meeting, less those who stood aside */
export function voteProblem(vote: Vote, seats: number): VoteProblem | null {
  const counts = [vote.seats, vote.present, vote.for, vote.against, vote.abstain]
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) return 'not-whole'
  if (vote.seats !== seats || vote.present > seats) return 'more-than-seats'
  return vote.for + vote.against + vote.abstain === vote.present ? null : 'does-not-add-up'
}

export function hasQuorum(vote: Vote, { quorum }: Pick<CaseRules, 'quorum'>): boolean {
  return vote.present > 0 && reaches(vote.present, vote.seats, quorum)
}

export function isPassed(vote: Vote, { approval }: Pick<CaseRules, 'approval'>): boolean {
  return reaches(vote.for, vote.present, approval)
}

function reaches(count: number, whole: number, { of, outOf }: Fraction): boolean {
  return count * outOf >= whole * of
}
