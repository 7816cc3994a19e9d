/**
 * What is printed from a draft before it is submitted: the papers that the plan's own slots ask this very person for, and no other form. Each page
 * says that nothing was submitted, and no place in the ledger stands on it: there is no code that could be looked up.
 */
import type { DraftReading, Missing } from '../application/draft-reading.ts'
import { slotsFor } from '../application/filing-problems.ts'
import type { Submission } from '../application/submission.ts'
import { foldCase } from '../case/case.ts'
import type { Candidate } from '../plan/condition.ts'
import { type AttachmentSlot, asksFor, type Plan, type SlotPaper } from '../plan/plan.ts'
import { CATALOGUE } from './catalogue.ts'
import type { Form } from './form.ts'

/** Across each page, where a submission's has the plan's own words. */
export const BEFORE_MARK = '申报前打印　未提交'
/** Under each page, before whose it is. */
export const BEFORE_FOOT = '申报前打印 · 未提交 · 无核验码'

export interface DraftPaper {
  readonly form: Form
  /** Of the submission, but for the scan that this paper is to become. */
  readonly missing: readonly Missing[]
}

/** @returns null where no slot asks this person for the paper, or there is nothing to print on it */
export function draftPaper(plan: Plan, { submission, missing }: DraftReading, paper: SlotPaper): DraftPaper | null {
  const slots = slotsForPaper(plan, submission, paper)
  const isOwn = (slot: string) => slots.some(({ code }) => code === slot)
  if (slots.length === 0) return null
  const form = CATALOGUE[paper].make?.({
    submission: onPaper(submission, paper, isOwn),
    plan,
    case: foldCase([]),
    checkpoint: null,
    officeNames: {},
  })
  if (!form) return null
  return {
    form: { ...form, checkpoint: null, watermark: BEFORE_MARK, foot: `${BEFORE_FOOT}　${form.foot}` },
    missing: missing.filter(
      (one) => one.about !== 'filing' || one.problem.part !== 'attachments' || !isOwn(one.problem.at),
    ),
  }
}

/** As it is printed: an earlier scan of the paper is no evidence that goes with it, and points that nobody has counted yet are left to a pen. */
function onPaper(submission: Submission, paper: SlotPaper, isOwn: (slot: string) => boolean): Submission {
  const { filing } = submission
  if (!filing) return submission
  const { score } = filing
  const isCounted = score?.lines.some(({ claims, value }) => claims.length > 0 || Number(value) !== 0) ?? false
  return {
    ...submission,
    filing: {
      ...filing,
      score: isCounted || paper === 'self-evaluation' ? score : null,
      attachments: filing.attachments.filter(({ slot }) => !isOwn(slot)),
    },
  }
}

function slotsForPaper(plan: Plan, { form, profile, pulls }: Submission, paper: SlotPaper): readonly AttachmentSlot[] {
  if (!asksFor(plan, 'attachments')) return []
  const candidate: Candidate = {
    type: form.type,
    profile: profile.content.fields,
    pulled: pulls.map(({ content }) => content),
  }
  return slotsFor(plan, candidate).flatMap(({ slot }) => (slot.paper === paper ? slot : []))
}
