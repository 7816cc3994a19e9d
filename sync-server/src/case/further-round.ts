/** How an application that was submitted before comes in again (domain §5.2 #9, #13, #25). The command is the first submission's: the client need not know. */

import { foldCase } from '@yejibu/shared/case/case'
import type { CaseRefusal } from '@yejibu/shared/case/case-commands'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { decideResubmission, isOpenToItsOwner } from '@yejibu/shared/case/resubmission'
import { refuse } from '@yejibu/shared/kernel/result'
import type { FurtherRound } from '../application/perform-submission.ts'

/** Null where this is its first time, or where it lies before somebody. */
export const furtherRound: FurtherRound<CaseRefusal> = (facts, command, situation) => {
  const kase = foldCase(facts.filter(isCaseFact))
  if (!isOpenToItsOwner(kase)) return null
  const { plan, actor, now } = situation
  if (!plan) return refuse({ kind: 'no-such-plan' })
  return decideResubmission(kase, command, situation, { actor, plan, register: [], feeSetting: {}, now })
}
