/** How new facts are put at the end of the chain: numbered, linked, hashed. The same for every implementation of the ledger. */
import { type Fact, hashOfFact } from '@yejibu/shared/kernel/fact'
import type { Append, Head } from './ledger.ts'

/** Version of the shapes of `data` that this release writes. */
const DATA_VERSION = 1

export function chained(entry: Append, head: Head): readonly Fact[] {
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
      at: entry.at,
      actor: entry.actor,
      data,
      prev: hash,
    }
    hash = hashOfFact(unhashed)
    facts.push({ ...unhashed, hash })
  }
  return facts
}
