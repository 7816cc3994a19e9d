/**
 * What a plan says about the life of a case, with the choice that stands where the notice is silent (domain §9.2). All other files of this
 * folder ask here and never the plan's keys themselves, so a plan that learns to say more is read in one place.
 */
import type { Plan } from '../plan/plan.ts'

/** At least `of` out of `outOf`; compared in integers. */
export interface Fraction {
  readonly of: number
  readonly outOf: number
}

export interface CaseRules {
  /** The employer's notice; never under 5 whatever a plan says (V-PUB). */
  readonly noticeWorkingDays: number
  readonly countStartDay: boolean
  /** Notices of a re-checked list and of results; no source states their length. */
  readonly listWorkingDays: number
  readonly resultWorkingDays: number
  /** Calendar days from the notice of a fee to its deadline. */
  readonly feeDays: number
  /** Attendance out of the seats, and votes for out of those present (domain #37). */
  readonly quorum: Fraction
  readonly approval: Fraction
  /** What a reviewing office ticks beside its opinion (domain §2.2-5). */
  readonly checklist: readonly string[]
  /** Application types that must be interviewed before the meeting. */
  readonly interviewTypes: readonly string[]
  readonly banYears: number
  /** 评审委托书; null where none is asked for. */
  readonly mandate: NonNullable<Plan['mandate']> | null
}

/** 资历, 学历, 年度考核, 继续教育, 评聘结合, 信用核查. */
export const CHECKS = ['seniority', 'education', 'assessment', 'continuing-education', 'post-quota', 'credit'] as const

export function caseRulesOf(plan: Plan): CaseRules {
  return {
    noticeWorkingDays: Math.max(5, plan.publicity.minWorkingDays),
    countStartDay: plan.publicity.countStartDay,
    listWorkingDays: 5,
    resultWorkingDays: 5,
    feeDays: 15,
    quorum: { of: 2, outOf: 3 },
    approval: { of: 2, outOf: 3 },
    checklist: CHECKS,
    interviewTypes: [],
    banYears: plan.falsificationBanYears ?? 3,
    mandate: plan.mandate ?? null,
  }
}
