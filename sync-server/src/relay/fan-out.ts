import type { PresenceWords } from './presence-words.ts'

/**
 * Port: what relays on the same tables tell each other. A hint says where something new is, never what: a relay reads it from the log. Hints may
 * come late, twice or not at all; everything holds without them, only later (`follow-others.ts` looks by itself).
 */
export interface FanOut {
  /** To all other relays. Never fails and never waits. */
  tell(hint: Hint): void
  /** What others tell. Returns the undo. */
  listen(listener: (hint: Hint) => void): () => void
  /** Who is present here, to all other relays or to one. Never fails and never waits; what arrives arrives in order. */
  say(words: PresenceWords, to: string | null): void
  /** What others say, each under a name that it keeps. Returns the undo. */
  hear(listener: (from: string, words: PresenceWords) => void): () => void
  close(): Promise<void>
}

export interface Hint {
  /** Documents and the newest row that is known of each. */
  readonly documents: readonly (readonly [document: string, newest: number])[]
  /** Something was appended to the ledger. */
  readonly facts: boolean
}

/** One relay alone. */
export const NO_FAN_OUT: FanOut = {
  tell: () => {},
  listen: () => () => {},
  say: () => {},
  hear: () => () => {},
  close: async () => {},
}
