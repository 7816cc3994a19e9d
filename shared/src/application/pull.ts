/**
 * Pulling (提取): only what the employer approved, exactly as it was approved, gets into an application (domain §3.7).
 *
 * A pull copies from the approval in the facts and never looks into the live archive, so editing the archive afterwards changes
 * nothing and a document that claims an approval has no say.
 */
import type { FieldValues, Part } from '../archive/item.ts'
import type { Digest, RevisionContent } from '../archive/revision.ts'
import type { SectionKey } from '../archive/section.ts'
import { sectionByKey } from '../archive/sections.ts'
import { whenHolds } from '../archive/when.ts'
import { type ItemId, type OrgId, PROFILE_ITEM } from '../kernel/ids.ts'
import type { Plan } from '../plan/plan.ts'
import { type ArchiveReview, type Ruling, reviewOf } from '../review/review.ts'
import { waitingItems } from '../review/standing.ts'
import type { Pull } from './application-doc.ts'

export type StartGate =
  /** G1 */
  | { readonly gate: 'G1'; readonly kind: 'profile-not-approved' }
  /** G2 */
  | { readonly gate: 'G2'; readonly kind: 'section-without-approval'; readonly section: SectionKey }
  /** The plan's strict reading: something still waits for the employer. */
  | { readonly gate: 'G2'; readonly kind: 'archive-still-waiting'; readonly items: readonly ItemId[] }

/** What stands before the start of an application, empty when nothing does (`[APP-1]`). */
export function startGates(plan: Plan, review: ArchiveReview): readonly StartGate[] {
  const gates: StartGate[] = []
  if (!reviewOf(review, PROFILE_ITEM).approved) gates.push({ gate: 'G1', kind: 'profile-not-approved' })
  const approved = new Set(approvals(review).map((ruling) => ruling.part))
  for (const section of plan.pull.mandatorySections) {
    if (!approved.has(section)) gates.push({ gate: 'G2', kind: 'section-without-approval', section })
  }
  const waiting = plan.pull.blockOnAnyPending ? waitingItems(review) : []
  if (waiting.length > 0) gates.push({ gate: 'G2', kind: 'archive-still-waiting', items: waiting })
  return gates
}

export type PullProblem =
  /** G3, G7: no approval in force names this digest of this item. */
  | { readonly gate: 'G3'; readonly kind: 'pull-not-approved'; readonly item: ItemId; readonly digest: Digest }
  /** The plan asks for the present employer's own approval, and this one is another's (`[APP-20]`). */
  | {
      readonly gate: 'G3'
      readonly kind: 'pull-former-employer'
      readonly item: ItemId
      readonly digest: Digest
      /** Whose approval it is. */
      readonly employer: string
    }
  /** G4: older than the present title and no note says why. Both as YYYYMM, or YYYY where only the year is known. */
  | {
      readonly gate: 'G4'
      readonly kind: 'pull-before-title'
      readonly item: ItemId
      readonly date: string
      readonly titleObtained: string
    }
  /** G6 */
  | { readonly gate: 'G6'; readonly kind: 'pull-without-contributor'; readonly item: ItemId }
  | { readonly gate: 'G3'; readonly kind: 'pulled-twice'; readonly item: ItemId }

/** G5 warns and never blocks. */
export interface ManyPulls {
  readonly gate: 'G5'
  readonly kind: 'many-pulls'
  readonly count: number
  readonly manyAbove: number
}

/** An approved revision with what the gates say about it: a row of the page where one pulls. */
export interface Pullable {
  readonly approval: Ruling
  readonly isAchievement: boolean
  /** YYYYMM or YYYY; null where the item has no date. */
  readonly date: string | null
  readonly isBeforeTitle: boolean
  readonly lacksContributor: boolean
}

/** Everything that may be pulled today: of each item the approval in force; the profile comes by itself. */
export function pullables(plan: Plan, review: ArchiveReview): readonly Pullable[] {
  return approvals(review)
    .filter((ruling) => ruling.part !== 'profile')
    .map((approval) => pullableOf(plan, review, approval))
}

/** The approval that a pull copies from, or undefined: unknown, returned, revoked, another item's or an altered digest. */
export function approvalBehind(review: ArchiveReview, pull: Pick<Pull, 'item' | 'digest'>): Ruling | undefined {
  const rulings = reviewOf(review, pull.item).rulings
  const ruling = Object.hasOwn(rulings, pull.digest) ? rulings[pull.digest] : undefined
  return ruling?.verdict === 'approved' ? ruling : undefined
}

/**
 * Judges pulls one by one (`[APP-3]` … `[APP-6]`, `[APP-20]`).
 * @param present the owner's employer now; left out where it is not known, and then only the relay judges by it
 */
export function pullProblems(
  plan: Plan,
  review: ArchiveReview,
  pulls: readonly Pull[],
  present?: OrgId | null,
): readonly PullProblem[] {
  const seen = new Set<ItemId>()
  return pulls.flatMap((pull): PullProblem[] => {
    const { item } = pull
    if (seen.has(item)) return [{ gate: 'G3', kind: 'pulled-twice', item }]
    seen.add(item)
    const approval = approvalBehind(review, pull)
    if (!approval) return [{ gate: 'G3', kind: 'pull-not-approved', item, digest: pull.digest }]
    if (present !== undefined && plan.pull.acceptsFormerEmployers === false && approval.employer.id !== present) {
      return [
        {
          gate: 'G3',
          kind: 'pull-former-employer',
          item,
          digest: pull.digest,
          employer: approval.employer.name,
        },
      ]
    }
    if (item === PROFILE_ITEM) return []
    const { date, isBeforeTitle, lacksContributor } = pullableOf(plan, review, approval)
    const problems: PullProblem[] = []
    if (isBeforeTitle && (pull.note ?? '').trim() === '') {
      const titleObtained = titleObtainedIn(review) ?? ''
      problems.push({ gate: 'G4', kind: 'pull-before-title', item, date: date ?? '', titleObtained })
    }
    if (lacksContributor) problems.push({ gate: 'G6', kind: 'pull-without-contributor', item })
    return problems
  })
}

/** `[APP-7]` G5: a warning above the plan's number of achievements. */
export function manyPulls(plan: Plan, pulled: readonly { readonly part: Part }[]): ManyPulls | null {
  const count = pulled.filter(({ part }) => isAchievement(plan, part)).length
  const { manyAbove } = plan.pull
  return count > manyAbove ? { gate: 'G5', kind: 'many-pulls', count, manyAbove } : null
}

function approvals(review: ArchiveReview): readonly Ruling[] {
  return Object.values(review.items).flatMap(({ approved }) => approved ?? [])
}

function pullableOf(plan: Plan, review: ArchiveReview, approval: Ruling): Pullable {
  const { content } = approval
  const date = content.part === 'profile' ? null : (content.fields[sectionByKey(content.part).dateField] ?? null)
  const counts = isAchievement(plan, content.part)
  return {
    approval,
    date,
    isAchievement: counts,
    isBeforeTitle: counts && plan.pull.sinceTitleOnly && isBefore(date, titleObtainedIn(review)),
    lacksContributor: counts && plan.pull.needsMainContributor && isGroup(content) && !hasContributor(content),
  }
}

function isAchievement(plan: Plan, part: Part): boolean {
  return plan.pull.achievementSections.some((section) => section === part)
}

/** The month the present title was obtained, from the approved profile; null without a title: then nothing is too old. */
function titleObtainedIn(review: ArchiveReview): string | null {
  const profile: FieldValues | undefined = reviewOf(review, PROFILE_ITEM).approved?.content.fields
  return profile?.titleObtainedYm ?? null
}

/** Compares what both know: a bare year is before a month only when the years differ. */
function isBefore(date: string | null, month: string | null): boolean {
  if (date === null || month === null) return false
  const digits = Math.min(date.length, month.length)
  return date.slice(0, digits) < month.slice(0, digits)
}

function isGroup(content: RevisionContent): boolean {
  const when = content.part === 'profile' ? undefined : sectionByKey(content.part).isGroupWhen
  return when !== undefined && whenHolds(when, content.fields)
}

function hasContributor(content: RevisionContent): boolean {
  return content.evidence.some((evidence) => evidence.kind === 'mainContributor')
}
