/** Has entries of somebody approved by commands, so that a journey which is about applying need not write and review an archive first. */
import type { FieldValues, Part } from '@yejibu/shared/archive/item'
import { PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { HandMadeClient } from './hand-made-client.ts'
import { reviewSeenBy } from './honest-submission.ts'

export interface MoreApproved {
  /** What the approved profile says otherwise from now on. */
  readonly profile?: FieldValues
  readonly entries?: readonly (readonly [id: string, part: Part, fields: FieldValues])[]
}

/** @param reviewer of her employer */
export async function haveApproved(
  url: string,
  owner: string,
  reviewer: string,
  { profile, entries = [] }: MoreApproved,
): Promise<void> {
  const [client, hr] = [await HandMadeClient.signIn(url, owner), await HandMadeClient.signIn(url, reviewer)]
  const revisions = new ReviewHistory(owner)
  const changed = entries.map(([id, part, fields]) => revisions.revision(id, part, fields))
  if (profile) {
    const approved = reviewOf(await reviewSeenBy(client, owner), PROFILE_ITEM).approved?.content.fields
    changed.push(revisions.revision(PROFILE_ITEM, 'profile', { ...approved, ...profile }))
  }
  for (const { item, digest, salt, content } of changed) {
    const sent = await client.command('send-revision', { archive: owner, item, revision: { digest, salt, content } })
    const ruling = { archive: owner, item, digest, verdict: 'approved', reason: null }
    const ruled = await hr.command('rule-on-revision', ruling)
    if (sent.status !== 200 || ruled.status !== 200) {
      throw new Error(`${item} was not approved: ${JSON.stringify(sent.refusal ?? ruled.refusal)}`)
    }
  }
}
