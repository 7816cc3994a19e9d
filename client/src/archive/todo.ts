/** What waits for the owner, most pressing first: what came back, what another device wrote, what must be there. Pure. */
import type { Item } from '@yejibu/shared/archive/item'
import { isError } from '@yejibu/shared/archive/problem'
import type { Outline } from '@yejibu/shared/archive/readiness'
import type { Section } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { Standing } from './standing-badge.tsx'

export type Todo =
  | { readonly kind: 'returned' | 'rejected'; readonly item: Item; readonly reason: string }
  /** Changed since it came back, and not sent again: still with the owner. */
  | { readonly kind: 'not-sent-again'; readonly item: Item; readonly reason: string }
  | { readonly kind: 'other-version'; readonly item: Item }
  | { readonly kind: 'profile'; readonly errors: number }
  | { readonly kind: 'section'; readonly section: Section }

export function todosOf(items: readonly Item[], standing: (id: ItemId) => Standing, outline: Outline): readonly Todo[] {
  const cameBack = items.flatMap((item): Todo[] => {
    const now = standing(item.id)
    if (now.kind === 'returned' || now.kind === 'rejected') {
      return [{ kind: now.kind, item, reason: now.ruling.reason ?? '' }]
    }
    const last = now.kind === 'draft' || now.kind === 'edited-after-approval' ? now.last : null
    return last && last.verdict !== 'approved' ? [{ kind: 'not-sent-again', item, reason: last.reason ?? '' }] : []
  })
  const forked = items.flatMap((item): Todo[] =>
    item.otherVersions.length > 0 ? [{ kind: 'other-version', item }] : [],
  )
  const errors = outline.profile.problems.filter(isError).length
  const profile: Todo[] = errors > 0 ? [{ kind: 'profile', errors }] : []
  const sections = outline.sections.flatMap(({ key, isMissing }): Todo[] =>
    isMissing ? [{ kind: 'section', section: sectionByKey(key) }] : [],
  )
  return [...cameBack, ...forked, ...profile, ...sections]
}
