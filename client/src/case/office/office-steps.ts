/**
 * Which steps an officer or expert may take with a case as it stands. Each is tried against the relay's own rule (`decideCase`) with words that would do:
 * what is not hers, not now or not of this chain is not offered; what only time or somebody else can bring is offered with the reason why not yet.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import { decideCase } from '@yejibu/shared/case/case'
import type { CaseRefusal, FiledCase } from '@yejibu/shared/case/case-commands'
import type { Plan } from '@yejibu/shared/plan/plan'
import { officeDrafts } from './office-drafts.ts'
import { type OfficeStep, type StepDraft, sampleOf } from './step.ts'

export interface Desk {
  readonly actor: Actor
  readonly plan: Plan
  readonly now: Date
}

/** Only time or somebody else can change it. */
const NOT_YET: readonly CaseRefusal['kind'][] = [
  'notice-still-running',
  'objections-open',
  'calendar-unknown',
  'interview-first',
  'mandate-first',
]
/** The sample words, or what the page does not know; not the case. */
const OF_THE_SAMPLE: readonly CaseRefusal['kind'][] = [
  'fee-not-set',
  'copies-missing',
  'seals-missing',
  'vote-malformed',
  'no-quorum',
  'too-late',
]

export function stepsFor(kase: FiledCase, desk: Desk): readonly OfficeStep[] {
  return offered(officeDrafts(kase, desk), kase, desk)
}

export function offered(drafts: readonly StepDraft[], kase: FiledCase, desk: Desk): readonly OfficeStep[] {
  return drafts.flatMap((draft): OfficeStep[] => {
    const command = draft.command(sampleOf(draft.fields), desk.now)
    const decided = decideCase(kase, command, { ...desk, register: [], feeSetting: {} })
    if (decided.ok || OF_THE_SAMPLE.includes(decided.refusal.kind)) return [{ ...draft, whyNot: null }]
    return NOT_YET.includes(decided.refusal.kind) ? [{ ...draft, whyNot: decided.refusal }] : []
  })
}
