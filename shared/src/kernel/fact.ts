/**
 * A fact is something that happened, stored for good by the relay alone (design: facts and the ledger).
 * All facts of one relay form one hash chain in the order of `seq`; each stream counts its own facts by `n` from 1.
 * Order and validity come from `seq`, never from a device's clock; `at` is the relay's clock.
 */
import { canonicalJson, type Sha256Hex, sha256Hex } from './canonical.ts'
import type { AccountId, FactId } from './ids.ts'

export type StreamKind = 'archive' | 'application' | 'org' | 'plan' | 'account' | 'calendar'
export type StreamName = `${StreamKind}/${string}`

export interface Fact<Kind extends string = string, Data = unknown> {
  /** Position in the relay's chain, from 1 without gaps. */
  readonly seq: number
  readonly stream: StreamName
  /** Position in the stream, from 1 without gaps. */
  readonly n: number
  readonly id: FactId
  readonly kind: Kind
  /** Version of `data`'s shape for this kind. */
  readonly v: number
  /** ISO 8601 in UTC, by the relay's clock. */
  readonly at: string
  /** Who asked, or `relay` for what the relay did by itself. */
  readonly actor: AccountId | 'relay'
  readonly data: Data
  /** Hash of the fact before it in the chain; 64 zeros for the first. */
  readonly prev: Sha256Hex
  /** SHA-256 over the canonical JSON of everything above (and of `sig`, `kid` where present). */
  readonly hash: Sha256Hex
  /** Room for a device's signature over the command that led here, and the key's id. */
  readonly sig?: string
  readonly kid?: string
}

/** What a decider returns: the relay adds the envelope. */
export interface NewFact<Kind extends string = string, Data = unknown> {
  readonly kind: Kind
  readonly data: Data
}

export const NO_PREVIOUS: Sha256Hex = '0'.repeat(64)

export function hashOfFact(fact: Omit<Fact, 'hash'> & { readonly hash?: string }): Sha256Hex {
  const { hash: _unused, ...hashed } = fact
  return sha256Hex(canonicalJson(hashed))
}

export function isFactIntact(fact: Fact): boolean {
  return hashOfFact(fact) === fact.hash
}

/**
 * Checks a run of facts that a reader received, which may leave out facts it may not see.
 * @returns the first broken fact and why, or null. A neighbour's `prev` is checked only where both are present.
 */
export function firstBreak(
  facts: readonly Fact[],
): { readonly seq: number; readonly why: 'hash' | 'prev' | 'order' } | null {
  let before: Fact | undefined
  for (const fact of facts) {
    if (!isFactIntact(fact)) return { seq: fact.seq, why: 'hash' }
    if (before && fact.seq <= before.seq) return { seq: fact.seq, why: 'order' }
    if (before && fact.seq === before.seq + 1 && fact.prev !== before.hash) return { seq: fact.seq, why: 'prev' }
    before = fact
  }
  return null
}
