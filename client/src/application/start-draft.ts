/** The beginning of a draft: the plan it is for, and what belongs into every application already pulled. */
import { setPull, startApplication } from '@yejibu/shared/application/application-doc'
import { setStartedAt } from '@yejibu/shared/application/filing-doc'
import { pullables } from '@yejibu/shared/application/pull'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import type * as Y from 'yjs'

/** Background (education, work, hours, assessments, certificates) is pulled from the start; achievements are chosen. */
export function startDraft(doc: Y.Doc, plan: Plan, review: ArchiveReview, now: Date): void {
  startApplication(doc, plan)
  // A pledge signed before this is not this draft's.
  setStartedAt(doc, now.toISOString())
  for (const { approval, isAchievement } of pullables(plan, review)) {
    if (!isAchievement) setPull(doc, { item: approval.item, digest: approval.digest, note: null })
  }
}
