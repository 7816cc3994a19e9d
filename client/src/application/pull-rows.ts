/**
 * The rows of 选择相关业绩: each entry of the archive that is or could be pulled, what would be pulled of it, and why not.
 *
 * Always true: what a row shows as pulled is the approved revision that the draft names, never the entry as it stands in the archive;
 * a pull whose approval is no longer in force stays visible until its owner has dealt with it.
 */
import type { Pull } from '@yejibu/shared/application/application-doc'
import { approvalBehind, type Pullable, pullables } from '@yejibu/shared/application/pull'
import type { Item } from '@yejibu/shared/archive/item'
import { byPlace, type InPlace, placeOf, placeOfContent } from '@yejibu/shared/archive/place'
import { contentOf, type Digest, type RevisionContent } from '@yejibu/shared/archive/revision'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { type Difference, differenceOf, isSame } from '../archive/difference.ts'

export type PullRowState =
  | 'pullable'
  /** G3: never approved. */
  | 'not-approved'
  /** G3: what was pulled is no longer approved. */
  | 'revoked'
  /** G6 */
  | 'without-contributor'

export interface PullRow {
  readonly item: ItemId
  readonly part: SectionKey
  readonly state: PullRowState
  /** What is shown: the pulled revision, else the one that would be pulled, else the entry as it stands. */
  readonly content: Pick<RevisionContent, 'part' | 'fields'>
  /** The approval in force; null when there is none. */
  readonly approved: Digest | null
  readonly pull: Pull | null
  readonly isAchievement: boolean
  readonly isBeforeTitle: boolean
  /** The entry in the archive has changed since, or was deleted; the approved revision is what gets pulled. */
  readonly since: 'same' | 'edited' | 'deleted'
  /** Another approved revision is in force than the one this draft has pulled. */
  readonly hasNewer: boolean
  /** From what is shown to what was approved since, else to the entry as it stands; null where nothing differs or the entry is gone. */
  readonly changed: Difference | null
}

export interface ArchiveNow {
  readonly items: readonly Item[]
  digest(item: Item): Digest | null
}

/** As their owner has them in each section. */
export function pullRows(
  plan: Plan,
  review: ArchiveReview,
  archive: ArchiveNow,
  pulls: readonly Pull[],
): readonly PullRow[] {
  const items = new Map(archive.items.map((item) => [item.id, item]))
  const pulledBy = new Map(pulls.map((pull) => [pull.item, pull]))
  const able = new Map(pullables(plan, review).map((pullable) => [pullable.approval.item, pullable]))
  const ids = new Set([...able.keys(), ...items.keys(), ...pulledBy.keys()])
  ids.delete(PROFILE_ITEM)
  const rows: (InPlace & { readonly row: PullRow })[] = []
  for (const id of ids) {
    const item = items.get(id)
    const row = rowOf(id, able.get(id), item, pulledBy.get(id) ?? null)
    if (row) rows.push({ id, row, place: item ? placeOf(item) : placeOfContent(id, row.content) })
  }
  return rows.sort(byPlace).map(({ row }) => row)

  function rowOf(
    id: ItemId,
    pullable: Pullable | undefined,
    item: Item | undefined,
    pull: Pull | null,
  ): PullRow | undefined {
    const approval = pullable?.approval
    const behind = pull ? approvalBehind(review, pull) : undefined
    const content = behind?.content ?? approval?.content ?? item
    // Revoked and gone from the archive: nothing is left to show, and nothing of it is submitted.
    if (!content || content.part === 'profile') return undefined
    const { part } = content
    const hasNewer = pull !== null && approval !== undefined && pull.digest !== approval.digest
    const since = !approval || (item && archive.digest(item) === approval.digest) ? 'same' : item ? 'edited' : 'deleted'
    const isRevoked = pull !== null && behind === undefined
    return {
      item: id,
      part,
      state: isRevoked
        ? 'revoked'
        : !approval
          ? 'not-approved'
          : pullable?.lacksContributor
            ? 'without-contributor'
            : 'pullable',
      content,
      approved: approval?.digest ?? null,
      pull,
      isAchievement: plan.pull.achievementSections.some((section) => section === part),
      isBeforeTitle: pullable?.isBeforeTitle ?? false,
      since,
      hasNewer,
      changed: changedFrom(
        behind?.content ?? approval?.content,
        hasNewer ? approval.content : since === 'edited' && item ? contentOf(item) : undefined,
      ),
    }
  }
}

function changedFrom(shown: RevisionContent | undefined, later: RevisionContent | undefined): Difference | null {
  if (!shown || !later) return null
  const difference = differenceOf(shown, later)
  return isSame(difference) ? null : difference
}
