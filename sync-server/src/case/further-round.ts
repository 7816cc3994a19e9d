/** How an application that was submitted before comes in again (domain §5.2 #9, #13, #25). The command is the first submission's: the client need not know. */

import { foldCase } from '@yejibu/shared/case/case'
import type { CaseRefusal } from '@yejibu/shared/case/case-commands'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { StateKind } from '@yejibu/shared/case/case-state'
import { decideResubmission } from '@yejibu/shared/case/resubmission'
import { refuse } from '@yejibu/shared/kernel/result'
import type { FurtherRound } from '../application/perform-submission.ts'

/** States in which its owner may send the same application once more. */
const OPEN_TO_ITS_OWNER: ReadonlySet<StateKind> = new Set(['draft', 'emp-returned', 'stage-returned'])

/** Null where this is its first time, or where it lies before somebody. */
export const furtherRound: FurtherRound<CaseRefusal> = (facts, command, situation) => {
  const kase = foldCase(facts.filter(isCaseFact))
  if (!kase.filed || !OPEN_TO_ITS_OWNER.has(kase.state.kind)) return null
  const { plan, actor, now } = situation
  if (!plan) return refuse({ kind: 'no-such-plan' })
  return decideResubmission(kase, command, situation, { actor, plan, register: [], feeSetting: {}, now })
}
