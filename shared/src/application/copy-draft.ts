/**
 * Last year's application as the beginning of this year's: what the new plan still asks is taken over, and what is pulled is checked again against
 * what the employer approves today. The pledge is never copied (it is for one plan and not older than its draft), nor are a self-evaluation
 * and attachments, which speak of the year.
 */
import type * as Y from 'yjs'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import { type ItemId, PROFILE_ITEM } from '../kernel/ids.ts'
import { applicationTypeOf, type Plan } from '../plan/plan.ts'
import { type ArchiveReview, reviewOf } from '../review/review.ts'
import { type ApplicationDraft, type Pull, setFormField, setPull, setStatement, setTick } from './application-doc.ts'
import type { Filing } from './filing.ts'
import { setAnswer, setPhoto, setRecommender } from './filing-doc.ts'
import { approvalBehind } from './pull.ts'
import type { Submission } from './submission.ts'

export interface CopiedFrom {
  readonly form: ApplicationDraft['form']
  readonly pulls: readonly Pull[]
  readonly filing: Pick<Filing, 'photo' | 'answers' | 'recommenders'>
}

/** What could not be taken over, for its owner to look at. */
export interface LeftOut {
  /** Pulled then, and no longer approved. */
  readonly pulls: readonly ItemId[]
  /** Pulled as it is approved today, which is not as it was then. */
  readonly renewed: readonly ItemId[]
  /** Choices and answers that the new plan does not have. */
  readonly choices: number
}

export function copiedFromSubmission({ form, pulls, filing }: Submission): CopiedFrom {
  return {
    form,
    pulls: pulls.map(({ item, digest, note }) => ({ item, digest, note })),
    filing: {
      photo: filing?.photo ?? null,
      answers: filing?.answers ?? {},
      recommenders: filing?.recommenders ?? [],
    },
  }
}

/** Into a draft that was begun under `plan`, in one step. @param newId for each recommender */
export function copyDraft(
  doc: Y.Doc,
  from: CopiedFrom,
  plan: Plan,
  review: ArchiveReview,
  newId: () => string,
): LeftOut {
  const left = { pulls: [] as ItemId[], renewed: [] as ItemId[], choices: 0 }
  const take = (isThere: boolean, write: () => void): void => {
    if (isThere) write()
    else left.choices++
  }
  doc.transact(() => {
    const { type, category, acceptancePoint, ticks, statement } = from.form
    const chosen = applicationTypeOf(plan, type)
    if (type !== '') take(chosen !== undefined, () => setFormField(doc, 'type', type))
    for (const tick of ticks) {
      take(chosen?.ticks.some(({ code }) => code === tick) ?? false, () => setTick(doc, tick, true))
    }
    const has = (options: readonly { readonly code: string }[], code: string) => options.some((o) => o.code === code)
    if (category !== '') take(has(plan.categories, category), () => setFormField(doc, 'category', category))
    if (acceptancePoint !== '') {
      take(has(plan.acceptancePoints, acceptancePoint), () => setFormField(doc, 'acceptancePoint', acceptancePoint))
    }
    setStatement(doc, statement)
    for (const [code, answer] of Object.entries(from.filing.answers)) {
      take(has(plan.questions ?? [], code), () => setAnswer(doc, code, answer))
    }
    if (plan.recommenders) for (const one of from.filing.recommenders) setRecommender(doc, newId(), one)
    if (from.filing.photo) setPhoto(doc, from.filing.photo)
    for (const pull of from.pulls) {
      if (pull.item === PROFILE_ITEM) continue
      if (approvalBehind(review, pull)) setPull(doc, pull)
      else {
        const today = reviewOf(review, pull.item).approved
        if (today) setPull(doc, { ...pull, digest: today.digest })
        ;(today ? left.renewed : left.pulls).push(pull.item)
      }
    }
  }, LOCAL_EDIT)
  return left
}
