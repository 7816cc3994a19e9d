/**
 * Tests of a decider read as sentences: given these facts, when this is asked, then these facts follow, or this refusal.
 *
 *     given(decider, facts).when(command).gives(facts)
 *     given(decider, facts).when(command).refuses({ kind: 'not-sent' })
 */
import type { Result } from '../kernel/result.ts'

export interface Decided<Fact, Refusal> {
  /** @throws with both sides in it when other facts, or a refusal, came out */
  gives(facts: readonly Fact[]): void
  /** @throws when it was not refused, or for another reason. Only the properties given are compared. */
  refuses(refusal: Partial<Refusal> & { readonly kind: string }): void
}

export interface Given<Command, Fact, Refusal> {
  when(command: Command): Decided<Fact, Refusal>
}

/** @param equal compares and throws; the test runner's own, so that a difference is shown the usual way */
export function given<State, Command, Fact, Refusal extends { readonly kind: string }>(
  state: State,
  decide: (state: State, command: Command) => Result<readonly Fact[], Refusal>,
  equal: (actual: unknown, expected: unknown) => void,
): Given<Command, Fact, Refusal> {
  return {
    when(command) {
      const decided = decide(state, command)
      return {
        gives: (facts) => equal(decided, { ok: true, value: facts }),
        refuses: (refusal) => {
          if (decided.ok) return equal(decided, { ok: false, refusal })
          const named = Object.entries(decided.refusal).filter(([name]) => name in refusal)
          equal({ ok: false, refusal: Object.fromEntries(named) }, { ok: false, refusal })
        },
      }
    },
  }
}
