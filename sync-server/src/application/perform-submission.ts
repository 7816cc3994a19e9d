/** Submitting an application: the shared rule, told what the relay knows by its own clock and its own ledger. */
import type { Actor } from '@yejibu/shared/account/actor'
import { filesNamed } from '@yejibu/shared/application/filing'
import {
  decideSubmission,
  type SubmissionRefusal,
  type SubmissionSituation,
  type SubmitApplication,
} from '@yejibu/shared/application/submission'
import type { Fact, NewFact } from '@yejibu/shared/kernel/fact'
import { ownerOfApplication } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Plan } from '@yejibu/shared/plan/plan'
import { foldReview } from '@yejibu/shared/review/review'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import type { CommandBody } from '@yejibu/shared/wire/commands'
import type { Refusal } from '@yejibu/shared/wire/problem'
import type { Directory } from '../account/directory.ts'
import type { AppendRefusal, Ledger } from '../ledger/ledger.ts'
import { askedCommand, type Perform } from '../ledger/perform.ts'
import { readPlan } from '../plan/plan-register.ts'
import type { FiledFiles } from './filed-files.ts'
import type { SubmissionRegister } from './submission-register.ts'

/** Port: decides a submission of what was submitted before; null where it was not, or where it is not its owner's turn. */
export type FurtherRound<R extends Refusal> = (
  facts: readonly Fact[],
  command: SubmitApplication,
  situation: SubmissionSituation,
) => Result<readonly NewFact[], R | SubmissionRefusal> | null

/** What is asked before a submission is judged. */
export interface SituationParts {
  readonly ledger: Pick<Ledger, 'read'>
  readonly directory: Pick<Directory, 'employerOf'>
  readonly submissions: SubmissionRegister
  readonly files: FiledFiles
  now(): Date
}

export interface SubmissionParts extends SituationParts {
  readonly perform: Perform
}

export function performSubmission<R extends Refusal>(
  parts: SubmissionParts,
  body: CommandBody<'submit-application'>,
  actor: Actor,
  furtherRound: FurtherRound<R>,
): Promise<Result<readonly Fact[], R | SubmissionRefusal | AppendRefusal>> {
  const { application, plan, planVersion, form, pulls, filing } = body
  const owner = ownerOfApplication(application)
  return parts.perform<R | SubmissionRefusal>({
    stream: `application/${application}`,
    actor: actor.accountId,
    command: askedCommand(body.id, 'submit-application', body),
    expected: body.expected,
    mayAsk: async () => (actor.accountId === owner ? ok(true) : refuse({ kind: 'not-yours' })),
    decide: async (facts) => {
      const command = { application, plan, planVersion, form, pulls, ...(filing ? { filing } : {}) }
      const situation = await submissionSituation(parts, command, actor, await readPlan(parts.ledger, plan))
      return furtherRound(facts, command, situation) ?? decideSubmission(command, situation)
    },
  })
}

/** What the relay knows when it judges a submission. @param plan the version it is judged by; null when nobody may apply under it */
export async function submissionSituation(
  parts: SituationParts,
  { application, plan: id, filing }: SubmitApplication,
  actor: Actor,
  plan: Plan | null,
): Promise<SubmissionSituation> {
  const { ledger, directory, submissions, files } = parts
  const owner = ownerOfApplication(application)
  const archive = await ledger.read(`archive/${owner}`)
  return {
    actor,
    owner,
    employer: await directory.employerOf(owner),
    plan,
    review: foldReview(archive.filter(isReviewFact)),
    submittedAt: await submissions.submittedAt(application),
    otherApplication: await submissions.otherOf(owner, id, application),
    files: plan && filing ? await files.heldOf(owner, filesNamed(plan, filing)) : new Map(),
    bans: await submissions.bansOn(owner),
    now: parts.now(),
  }
}
