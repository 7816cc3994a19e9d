/** What tests wrote down of an application, in the envelope the relay's ledger would give it: numbered, linked and hashed. */
import { type Fact, hashOfFact, NO_PREVIOUS } from '../kernel/fact.ts'
import type { ApplicationId, FactId } from '../kernel/ids.ts'

/** Facts of one application's stream that stand alone in a ledger, in their order, from the first. */
export function asLedgerFacts(
  application: ApplicationId,
  recorded: readonly Pick<Fact, 'kind' | 'data' | 'at' | 'actor'>[],
): readonly Fact[] {
  const facts: Fact[] = []
  for (const { kind, data, at, actor } of recorded) {
    const seq = facts.length + 1
    const unhashed = {
      ...{ seq, stream: `application/${application}` as const, n: seq, id: `fact-${seq}` as FactId },
      ...{ kind, v: 1, at, actor, data, prev: facts.at(-1)?.hash ?? NO_PREVIOUS },
    }
    facts.push({ ...unhashed, hash: hashOfFact(unhashed) })
  }
  return facts
}
