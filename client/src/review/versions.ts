/**
 * Which contents of an entry a reviewer may have before her, and which one first. Pure.
 *
 * Always true: a version carries the digest of exactly the content shown, so what is ruled on is what was read. The one that was sent
 * comes from the fact and stays as it is; the current one is read from the live archive and may move on at any moment.
 */
import type { Item } from '@yejibu/shared/archive/item'
import { contentOf, type Digest, type RevisionContent } from '@yejibu/shared/archive/revision'
import type { ItemReview, Ruling } from '@yejibu/shared/review/review'
import { isWaiting } from '@yejibu/shared/review/standing'

export const WHICH = ['sent', 'current', 'approved'] as const
/** 送审版, 当前版, 核定版. */
export type Which = (typeof WHICH)[number]

export interface Version {
  readonly which: Which
  /** Null when the item has lost its salt: it can be read, not ruled on. */
  readonly digest: Digest | null
  readonly content: RevisionContent
}

export type Versions = Readonly<Record<Which, Version | null>>

/** @param current the item as it stands; undefined when it is deleted or not yet here */
export function versionsOf(current: Item | undefined, digest: Digest | null, review: ItemReview): Versions {
  const { sent, approved } = review
  return {
    sent: sent && isWaiting(review) ? { which: 'sent', digest: sent.digest, content: sent.content } : null,
    current: current ? { which: 'current', digest, content: contentOf(current) } : null,
    approved: approved ? { which: 'approved', digest: approved.digest, content: approved.content } : null,
  }
}

/** What waits comes first; else the archive as it stands; else what was approved of an entry that is no more. */
export function firstVersion(versions: Versions): Version | null {
  return versions.sent ?? versions.current ?? versions.approved
}

/** The versions to choose between: each content once, the first name winning. */
export function choices(versions: Versions): readonly Version[] {
  const found: Version[] = []
  for (const which of WHICH) {
    const version = versions[which]
    if (version && !found.some((one) => one.digest === version.digest)) found.push(version)
  }
  return found
}

export interface Base {
  readonly content: RevisionContent
  readonly verdict: Ruling['verdict']
  /** ISO 8601. */
  readonly at: string
}

/**
 * What a reviewer compares with: what was ruled on last, else the approval in force; never the shown content itself. After a return that is
 * the returned content, so she sees at once what was mended.
 */
export function baseOf(review: ItemReview, digest: Digest | null): Base | null {
  const { approved, last } = review
  const ruled = last && last.verdict !== 'revoked' ? last : null
  const base = [ruled, approved].find((one) => one !== null && one.digest !== digest)
  return base ? { content: base.content, verdict: base.verdict, at: base.at } : null
}
