/**
 * Fills what an application carries beside the archive (photo, pledge, files) as another device of its owner would, so that a journey
 * about something else need not walk those steps. The page it is open on gets it through the relay.
 */
import { readApplication } from '@yejibu/shared/application/application-doc'
import { pullables } from '@yejibu/shared/application/pull'
import { type AccountId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { sampleFiling, writeFiling } from '../../sync-server/src/operations/sample/sample-filing.ts'
import { HandMadeClient } from './hand-made-client.ts'
import { openPlan, reviewSeenBy } from './honest-submission.ts'

/** @param application its id, as in the page's address */
export async function fillFiling(url: string, owner: string, application: string, type = 'normal'): Promise<void> {
  const client = await HandMadeClient.signIn(url, owner)
  const document = await client.open(`application/${application}`)
  // The page's own start of the draft comes first: a pledge from before it would not count.
  await document.until(() => document.synced && readApplication(document.doc).filing.startedAt !== null)
  const plan = await openPlan(client, readApplication(document.doc).plan)
  const review = await reviewSeenBy(client, owner)
  const candidate = {
    type,
    profile: reviewOf(review, PROFILE_ITEM).approved?.content.fields ?? {},
    pulled: pullables(plan, review).map(({ approval }) => approval.content),
  }
  const startedAt = readApplication(document.doc).filing.startedAt ?? ''
  const { filing, files } = sampleFiling(owner as AccountId, plan, candidate, startedAt)
  for (const { file, bytes } of files) await client.putFile(owner, file.sha256, bytes)
  const sent = document.write((doc) => writeFiling(doc, filing))
  await document.until(() => document.durable >= sent)
  document.close()
}
