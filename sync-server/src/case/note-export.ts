/**
 * Writes down that an applicant exported the evaluation form that she hands in (domain §5.2 #31). It follows from her download, so it needs no
 * command of hers, and it is written once for each time the form was due, however often she prints.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import type { Submission } from '@yejibu/shared/application/submission'
import { decideCase } from '@yejibu/shared/case/case'
import type { CaseRefusal } from '@yejibu/shared/case/case-commands'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { refuse } from '@yejibu/shared/kernel/result'
import { situationOf } from './case-situation.ts'
import { type CaseParts, caseOf } from './perform-case.ts'

export async function noteExport(
  parts: Omit<CaseParts, 'submissions'>,
  { submission }: { readonly submission: Submission },
  actor: Actor,
): Promise<void> {
  if (actor.accountId !== submission.owner) return
  const stream = `application/${submission.application}` as const
  if (isNoted(await parts.ledger.read(stream))) return
  // Where it is not hers to export at this moment, for instance long after the meeting, there is nothing to write down.
  await parts.perform<CaseRefusal>({
    stream,
    actor: actor.accountId,
    command: null,
    expected: null,
    decide: async (facts) => {
      const kase = caseOf(facts)
      const situation = await situationOf(parts, kase, actor)
      if (!situation || !kase.filed || isNoted(facts)) return refuse({ kind: 'form-not-available' })
      return decideCase(kase, { kind: 'export-form', digest: kase.filed.digest }, situation)
    },
  })
}

/** Of the form as it is due now: a further round, or a fee that was paid since, makes it another one. */
function isNoted(facts: readonly Fact[]): boolean {
  const exported = facts.findLast(({ kind }) => kind === 'form-exported')
  const anew = facts.findLast(({ kind }) => ANEW.has(kind))
  return exported !== undefined && exported.seq > (anew?.seq ?? 0)
}

const ANEW = new Set(['application-submitted', 'application-resubmitted', 'payment-confirmed'])
