/**
 * The six steps of a draft (domain §5.1, #1–#8, #44). A draft is a document and writes no facts: where it stands is computed from what it
 * lacks, and every guard is asked again by the relay at submission. What a step lacks is found by `application/`; here is only the order.
 */
import type { ApplicationId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Plan, windowAt } from '../plan/plan.ts'
import type { Ban } from './case-state.ts'

export const DRAFT_STEPS = ['photo', 'pledge', 'info', 'pull', 'attachments', 'preview'] as const
export type DraftStep = (typeof DRAFT_STEPS)[number]

export type DraftState =
  | { readonly kind: 'drafting'; readonly step: DraftStep }
  /** The window closed before it was submitted. */
  | { readonly kind: 'expired'; readonly close: string }

export interface StartSituation {
  readonly plan: Plan
  readonly now: Date
  /** How many of the gates G1 and G2 are closed. */
  readonly closedGates: number
  /** Another application of hers that lives under this plan (V-DUP-APP). */
  readonly otherApplication: ApplicationId | null
  readonly hasReadRequirements: boolean
  /** What stands in the way of this plan since a falsification was established. */
  readonly ban: Ban | null
}

export type DraftRefusal =
  | { readonly kind: 'gates-closed'; readonly count: number }
  | { readonly kind: 'plan-not-open'; readonly open: string; readonly close: string; readonly now: string }
  | { readonly kind: 'another-application'; readonly application: ApplicationId }
  | { readonly kind: 'requirements-unread' }
  | { readonly kind: 'banned'; readonly ban: Ban }
  | { readonly kind: 'step-incomplete'; readonly step: DraftStep }
  | { readonly kind: 'no-earlier-step' }
  | { readonly kind: 'expired'; readonly close: string }

/** 马上申报. */
export function startDraft(situation: StartSituation): Result<DraftState, DraftRefusal> {
  const { plan, now, closedGates, otherApplication, hasReadRequirements, ban } = situation
  if (ban) return refuse({ kind: 'banned', ban })
  if (windowAt(plan, now) !== 'open') return refuse({ kind: 'plan-not-open', ...plan.window, now: now.toISOString() })
  if (otherApplication) return refuse({ kind: 'another-application', application: otherApplication })
  if (closedGates > 0) return refuse({ kind: 'gates-closed', count: closedGates })
  if (!hasReadRequirements) return refuse({ kind: 'requirements-unread' })
  return ok({ kind: 'drafting', step: 'photo' })
}

/** The same draft as the clock goes on. */
export function draftAt(draft: DraftState, plan: Plan, now: Date): DraftState {
  if (draft.kind === 'expired' || windowAt(plan, now) !== 'closed') return draft
  return { kind: 'expired', close: plan.window.close }
}

/** @param lacking steps in which something is missing or wrong at this moment */
export function nextStep(draft: DraftState, lacking: readonly DraftStep[]): Result<DraftState, DraftRefusal> {
  if (draft.kind === 'expired') return refuse(draft)
  if (lacking.includes(draft.step)) return refuse({ kind: 'step-incomplete', step: draft.step })
  const next = DRAFT_STEPS[DRAFT_STEPS.indexOf(draft.step) + 1] ?? draft.step
  return ok({ kind: 'drafting', step: next })
}

export function previousStep(draft: DraftState): Result<DraftState, DraftRefusal> {
  if (draft.kind === 'expired') return refuse(draft)
  const step = DRAFT_STEPS[DRAFT_STEPS.indexOf(draft.step) - 1]
  return step ? ok({ kind: 'drafting', step }) : refuse({ kind: 'no-earlier-step' })
}

/** Whether 提交 may be pressed: on the last step, with all guards asked again, in the order in which they can be mended. */
export function maySubmit(draft: DraftState, lacking: readonly DraftStep[]): Result<true, DraftRefusal> {
  if (draft.kind === 'expired') return refuse(draft)
  const first = DRAFT_STEPS.find((step) => step === 'preview' || lacking.includes(step))
  if (first !== undefined && first !== 'preview') return refuse({ kind: 'step-incomplete', step: first })
  return draft.step === 'preview' ? ok(true) : refuse({ kind: 'step-incomplete', step: draft.step })
}
