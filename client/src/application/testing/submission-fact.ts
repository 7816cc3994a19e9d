/** A submission as the relay stores it: decided by the rule from an archive that is ready, in the envelope of a fact. */
import { decideSubmission, type StoredSubmission } from '@yejibu/shared/application/submission'
import { hashOfFact, NO_PREVIOUS } from '@yejibu/shared/kernel/fact'
import { type ApplicationId, type FactId, ownerOfApplication, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { EMPLOYER } from '@yejibu/shared/testing/review-history'

export const SUBMITTED_AT = '2022-09-15T02:00:00.000Z'

export function submissionFact(application: ApplicationId): StoredSubmission {
  const ready = readyArchive(ownerOfApplication(application))
  const plan = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
  const owner = ready.history.owner
  const pulls = [ready.profile, ...ready.background, ready.paper].map(({ item, digest }) => ({
    item,
    digest,
    note: null,
  }))
  const decided = decideSubmission(
    {
      application,
      plan: plan.id,
      planVersion: 1,
      form: {
        type: 'normal',
        ticks: ['lateDegree'],
        category: 'monitoring',
        acceptancePoint: 'yuecheng',
        statement: '任现职以来，主要从事地表水自动监测。',
      },
      pulls: pulls.map((pull) => (pull.item === PROFILE_ITEM ? pull : { ...pull, note: '代表性成果' })),
    },
    {
      actor: { accountId: owner, memberships: [] },
      owner,
      employer: EMPLOYER,
      plan,
      review: ready.history.review(),
      submittedAt: null,
      otherApplication: null,
      now: new Date(SUBMITTED_AT),
    },
  )
  if (!decided.ok) throw new Error(`refused: ${decided.refusal.kind}`)
  const unhashed = {
    ...decided.value[0],
    seq: 1,
    stream: `application/${application}` as const,
    n: 1,
    id: 'fact-s' as FactId,
    v: 1,
    at: SUBMITTED_AT,
    actor: owner,
    prev: NO_PREVIOUS,
  }
  return { ...unhashed, hash: hashOfFact(unhashed) }
}
