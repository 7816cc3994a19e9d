/** What one socket, account or document may use. All sizes in bytes, all times in milliseconds. */
export interface Limits {
  /** A frame; over it the sender is closed. */
  readonly frameBytes: number
  /** A document with its uncompacted rows; over it updates are refused. */
  readonly documentBytes: number
  /** Waiting in a reader's socket; over it the reader is closed and comes back. */
  readonly waitingBytes: number
  /** Unread on all of an account's sockets; over it no further document is sent to any of them. */
  readonly accountUnreadBytes: number
  readonly presenceBytes: number
  /** Frames and bytes kept while the gate has not answered, and for how long it may take. */
  readonly earlyFrames: number
  readonly earlyBytes: number
  readonly admissionTime: number
  /** For who is sent away, to read what came before; what he left unread is then forgotten. */
  readonly goodbyeTime: number
  /** Sockets whose gate has not answered, all together. */
  readonly unadmittedSockets: number
  readonly socketsPerAccount: number
  /** A document is compacted when its rows exceed one of these. */
  readonly compactRows: number
  readonly compactBytes: number
  /** … or when the last socket left and it has so many rows, or bytes: one row may hold many updates. */
  readonly compactRowsOnLeave: number
  readonly compactBytesOnLeave: number
  /** Between two signs of life, for both sides. A stock client gives up after 30 s of silence. */
  readonly heartbeat: number
  /** Between two signs of life among relays; one that misses five of another takes its people away. */
  readonly presenceBeat: number
}

const KIB = 1024
const MIB = 1024 * KIB

export const LIMITS: Limits = {
  frameBytes: 8 * MIB,
  documentBytes: 64 * MIB,
  waitingBytes: 8 * MIB,
  accountUnreadBytes: 64 * MIB,
  presenceBytes: 16 * KIB,
  earlyFrames: 64,
  earlyBytes: MIB,
  admissionTime: 10_000,
  goodbyeTime: 5_000,
  unadmittedSockets: 512,
  socketsPerAccount: 128,
  compactRows: 500,
  compactBytes: MIB,
  compactRowsOnLeave: 16,
  compactBytesOnLeave: 16 * KIB,
  heartbeat: 20_000,
  presenceBeat: 1_000,
}
