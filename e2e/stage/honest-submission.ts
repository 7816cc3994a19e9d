/** What the product's own client would send for a person who may apply, made from the facts she may see; her files are handed over first. */

import type { Filing } from '@yejibu/shared/application/filing'
import { pullables } from '@yejibu/shared/application/pull'
import { type AccountId, applicationIdOf, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { type Plan, planSchema } from '@yejibu/shared/plan/plan'
import { type ArchiveReview, foldReview, reviewOf } from '@yejibu/shared/review/review'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { sampleFiling } from '../../sync-server/src/operations/sample/sample-filing.ts'
import type { HandMadeClient } from './hand-made-client.ts'
import { newId } from './hand-made-client.ts'
import { plainForm } from './plain-form.ts'

export interface HonestSubmission {
  readonly application: string
  readonly plan: string
  readonly planVersion: number
  readonly form: ReturnType<typeof plainForm>
  readonly pulls: { item: string; digest: string; note: string | null }[]
  readonly filing: Filing
}

export async function reviewSeenBy(client: HandMadeClient, archive: string): Promise<ArchiveReview> {
  const facts = await client.facts()
  return foldReview(facts.filter((fact) => fact.stream === `archive/${archive}`).filter(isReviewFact))
}

/** @param id the first plan that is published where left out */
export async function openPlan(client: HandMadeClient, id?: string | null): Promise<Plan> {
  const { body } = await client.request('GET', '/api/plans')
  const plans = (body as { plans: unknown[] }).plans.map((plan) => planSchema.parse(plan))
  const found = id ? plans.find((plan) => plan.id === id) : plans[0]
  if (!found) throw new Error(`no plan ${id ?? ''} is published`)
  return found
}

export async function honestSubmission(client: HandMadeClient, owner: string): Promise<HonestSubmission> {
  const plan = await openPlan(client)
  const review = await reviewSeenBy(client, owner)
  const profile = reviewOf(review, PROFILE_ITEM).approved
  if (!profile) throw new Error(`${owner} has no approved profile`)
  const pullable = pullables(plan, review).filter((p) => !p.isBeforeTitle && !p.lacksContributor)
  const candidate = {
    type: 'normal',
    profile: profile.content.fields,
    pulled: pullable.map(({ approval }) => approval.content),
  }
  const { filing, files } = sampleFiling(
    owner as AccountId,
    plan,
    candidate,
    new Date(Date.now() - 60_000).toISOString(),
  )
  for (const { file, bytes } of files) await client.putFile(owner, file.sha256, bytes)
  const pulls = pullable.map(({ approval }) => ({ item: approval.item as string, digest: approval.digest, note: null }))
  return {
    application: applicationIdOf(owner as AccountId, newId()),
    plan: plan.id,
    planVersion: plan.version,
    form: plainForm(plan, '任现职以来，主要从事地表水环境质量监测与评价工作。'),
    pulls: [{ item: PROFILE_ITEM, digest: profile.digest, note: null }, ...pulls],
    filing,
  }
}
