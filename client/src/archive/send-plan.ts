/** Of many entries: which go to the employer when all are sent at once, and why each of the others stays. Pure. */
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { StandingKind } from './standing-badge.tsx'

export type LeftOut =
  | { readonly why: 'problems'; readonly n: number }
  /** Returned or rejected, and not changed since: the same content cannot be asked about again. */
  | { readonly why: 'not-changed' }
  | { readonly why: 'salt-lost' }
  /** 仅自己可见: her own to show, one by one. */
  | { readonly why: 'private' }

export interface SendPlan {
  readonly ready: readonly Item[]
  readonly leftOut: readonly { readonly item: Item; readonly reason: LeftOut }[]
}

export interface SendSituation {
  standing(id: ItemId): { readonly kind: StandingKind }
  /** How many errors keep it from being sent. */
  errors(id: ItemId): number
  isPrivate(id: ItemId): boolean
  hasDigest(item: Item): boolean
  /** Its present content is on its way already. */
  isUnderWay(id: ItemId): boolean
}

/** What is waiting, approved, or on its way needs nothing and is in neither list. */
export function planSending(items: readonly Item[], situation: SendSituation): SendPlan {
  const ready: Item[] = []
  const leftOut: { item: Item; reason: LeftOut }[] = []
  for (const item of items) {
    const { kind } = situation.standing(item.id)
    if (kind === 'waiting' || kind === 'approved' || situation.isUnderWay(item.id)) continue
    const n = situation.errors(item.id)
    if (situation.isPrivate(item.id)) leftOut.push({ item, reason: { why: 'private' } })
    else if (kind === 'returned' || kind === 'rejected') leftOut.push({ item, reason: { why: 'not-changed' } })
    else if (!situation.hasDigest(item)) leftOut.push({ item, reason: { why: 'salt-lost' } })
    else if (n > 0) leftOut.push({ item, reason: { why: 'problems', n } })
    else ready.push(item)
  }
  return { ready, leftOut }
}
