/**
 * A submission as a draft again: for an application that was taken back (domain §5.2 #9) and whose draft was never written down, e.g. because a script
 * submitted it. Everything that was submitted is in it, the pledge too; what the draft had beside that nobody knows.
 */
import type * as Y from 'yjs'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import { PROFILE_ITEM } from '../kernel/ids.ts'
import { indicatorsOf, type ScoreTable } from '../plan/score-table.ts'
import type { Score } from '../plan/self-score.ts'
import { readApplication, setFormField, setPull, setStatement, setTick, startApplication } from './application-doc.ts'
import {
  addAttachment,
  setAnswer,
  setClaim,
  setControl,
  setPhoto,
  setPledge,
  setRange,
  setRecommender,
  setStartedAt,
} from './filing-doc.ts'
import type { Submission } from './submission.ts'

/**
 * Only into a document that holds nothing and whose state at the relay is known: two devices that do it would both write.
 *
 * @param submittedAt ISO 8601
 * @param newId for each recommender
 * @param table of the plan, where it is known: without it ticks and entered numbers of a self-evaluation are left to be given again
 * @returns false when there is a draft
 */
export function restoreDraft(
  doc: Y.Doc,
  submission: Submission,
  submittedAt: string,
  newId: () => string,
  table: ScoreTable | null,
): boolean {
  if (readApplication(doc).plan !== null) return false
  const { plan, form, pulls, filing } = submission
  doc.transact(() => {
    startApplication(doc, plan)
    // Not later than the pledge, which is still good for this draft.
    setStartedAt(doc, filing?.pledge?.signedAt ?? submittedAt)
    setFormField(doc, 'type', form.type)
    setFormField(doc, 'category', form.category)
    setFormField(doc, 'acceptancePoint', form.acceptancePoint)
    for (const tick of form.ticks) setTick(doc, tick, true)
    setStatement(doc, form.statement)
    for (const { item, digest, note } of pulls) if (item !== PROFILE_ITEM) setPull(doc, { item, digest, note })
    if (!filing) return
    setPhoto(doc, filing.photo)
    setPledge(doc, filing.pledge)
    for (const [code, answer] of Object.entries(filing.answers)) setAnswer(doc, code, answer)
    if (filing.score) restoreScore(doc, filing.score, table)
    for (const one of filing.recommenders) setRecommender(doc, newId(), one)
    for (const [nth, one] of filing.attachments.entries()) addAttachment(doc, one, String(nth).padStart(4, '0'))
  }, LOCAL_EDIT)
  return true
}

function restoreScore(doc: Y.Doc, { lines, problems }: Score, table: ScoreTable | null): void {
  for (const { indicator, claims } of lines) {
    for (const { row, item, rank } of claims) setClaim(doc, { indicator, row, item, rank })
  }
  if (!table) return
  for (const { code } of table.controls) {
    if (problems.every(({ indicator }) => indicator !== code)) setControl(doc, code, true)
  }
  const ranges = new Set(indicatorsOf(table).flatMap(({ code, scoreKind }) => (scoreKind === 'range' ? [code] : [])))
  for (const { indicator, value } of lines) {
    if (ranges.has(indicator) && value !== '0') setRange(doc, indicator, value)
  }
}
