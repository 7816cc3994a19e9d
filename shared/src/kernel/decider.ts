/**
 * A decider is the whole of one stream's rules, with no I/O:
 * `decide` answers a command from the state alone, `evolve` folds facts into that state.
 * The client runs it to guide, the relay runs the same one to decide.
 */
import type { Result } from './result.ts'

export interface Decider<State, Command, NewFact, Refusal> {
  readonly initial: State
  decide(state: State, command: Command): Result<readonly NewFact[], Refusal>
  evolve(state: State, fact: NewFact): State
}

export function fold<State, NewFact>(
  decider: { readonly initial: State; evolve(state: State, fact: NewFact): State },
  facts: Iterable<NewFact>,
): State {
  let state = decider.initial
  for (const fact of facts) state = decider.evolve(state, fact)
  return state
}
