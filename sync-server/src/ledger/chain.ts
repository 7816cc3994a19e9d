/** How new facts are put at the end of the chain: numbered, linked, hashed. The same for every implementation of the ledger. */
import { type Fact, hashOfFact } from '@yejibu/shared/kernel/fact'
import type { Append, Head } from './ledger.ts'

/** Version of the shapes of `data` that this release writes. */
const DATA_VERSION = 1

/** Milliseconds by which clocks of machines that set themselves may be apart, and far more. */
const CLOCKS_APART = 3_600_000

/** @param newestAt when the fact before happened; null when there is none */
export function chained(entry: Append, head: Head, newestAt: string | null): readonly Fact[] {
  const at = notBefore(newestAt, entry.at)
  const facts: Fact[] = []
  let { seq, hash } = head
  let n = entry.expected
  for (const { id, kind, data } of entry.facts) {
    const unhashed = {
      seq: ++seq,
      stream: entry.stream,
      n: ++n,
      id,
      kind,
      v: DATA_VERSION,
      at,
      actor: entry.actor,
      data,
      prev: hash,
    }
    hash = hashOfFact(unhashed)
    facts.push({ ...unhashed, hash })
  }
  return facts
}

/**
 * Nothing happened before what is told before it, whatever a relay's clock says. A clock that is an hour back is no longer a matter of clocks: what was
 * written then came from the future, and everything to come is not dated there.
 */
function notBefore(newestAt: string | null, at: string): string {
  if (newestAt === null || newestAt <= at) return at
  return Date.parse(newestAt) - Date.parse(at) <= CLOCKS_APART ? newestAt : at
}
