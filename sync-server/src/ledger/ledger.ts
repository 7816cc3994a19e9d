/**
 * The ledger: everything that was decided, in one append-only chain, each fact in a stream of its own subject.
 *
 * Always true: a fact is on disk, with the views that follow from it and the id of the command that led to it, or none of them is; `seq`
 * has no gaps; a fact never changes. The implementations live in `store/`; `ledger.contract.ts` says what each must do.
 */
import type { Fact, NewFact, StreamName } from '@yejibu/shared/kernel/fact'
import type { AccountId, CommandId, FactId } from '@yejibu/shared/kernel/ids'
import type { Result } from '@yejibu/shared/kernel/result'

export type FactActor = AccountId | 'relay'

export interface Append {
  readonly stream: StreamName
  /** How many facts the stream had when this was decided. */
  readonly expected: number
  /** At least one. */
  readonly facts: readonly (NewFact & { readonly id: FactId })[]
  readonly actor: FactActor
  /** ISO 8601 in UTC, by the office's clock; where the fact before is a little later, its moment is taken. */
  readonly at: string
  /** The command that led here; null for what the relay does by itself. */
  readonly command: AskedCommand | null
}

/** Who may send a command again and get the same answer: the same person with the same words. */
export interface AskedCommand {
  readonly id: CommandId
  /** SHA-256 over the canonical JSON of kind and body. */
  readonly bodyHash: string
}

export interface Answered {
  readonly actor: FactActor
  readonly bodyHash: string
  readonly facts: readonly Fact[]
}

export type AppendRefusal =
  | { readonly kind: 'stream-moved-on'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'command-id-taken' }

/** The chain's newest fact; `seq` 0 and 64 zeros while there is none. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** Streams by name, and all streams whose names begin with a prefix; of them all but facts of some kinds. */
export interface Visible {
  readonly streams: readonly StreamName[]
  readonly prefixes: readonly string[]
  readonly without?: readonly string[]
}

export const EVERYTHING: Visible = { streams: [], prefixes: [''] }

export interface Ledger {
  /** Resolves after the commit, never before it. */
  append(entry: Append): Promise<Result<readonly Fact[], AppendRefusal>>
  /** What a command led to when it was accepted; null for an unknown id. */
  answered(id: CommandId): Promise<Answered | null>
  /** One stream in order. */
  read(stream: StreamName): Promise<readonly Fact[]>
  /** At most `limit` facts after `seq`, in order, of the streams that may be seen. */
  since(seq: number, limit: number, visible: Visible): Promise<readonly Fact[]>
  at(seq: number): Promise<Fact | null>
  head(): Promise<Head>
}
