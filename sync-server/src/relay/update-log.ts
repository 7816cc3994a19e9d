/**
 * Port: where documents are kept. A document is a snapshot (one update with everything compacted so far) and the rows that came
 * after it, one row per commit. A document that was never written exists too, empty.
 *
 * Always true: when a promise of `append` or `replace` resolves, the change is on disk; when it rejects, nothing of it is;
 * `append` keeps the order of the calls. The bytes handed in are not kept, the bytes handed out are the caller's.
 */
export interface UpdateLog {
  /** Every update of the batch, or none. Answers each document's new row. */
  append(batch: readonly Append[]): Promise<ReadonlyMap<string, number>>
  load(document: string): Promise<StoredDocument>
  /** `load` without the bytes. */
  size(document: string): Promise<DocumentSize>
  /**
   * Puts `snapshot` in place of the old one and removes exactly the rows named, which must all be in it. Refused by an exception
   * when the document has another epoch than the one that was loaded.
   */
  replace(document: string, compacted: Compacted): Promise<void>
  /** Every document that was ever written, by name. */
  list(): Promise<readonly DocumentSize[]>
  /** Gives every document another epoch: the whole store was restored from a backup. */
  renewEpochs(): Promise<void>
}

/**
 * A log that several relays write. A document's rows are numbered in the order of their commits: whoever has read up to a number has missed
 * nothing before it.
 */
export interface SharedUpdateLog extends UpdateLog {
  /** Everything committed to the document after the row `after`, by whomever; more than that when a snapshot has taken rows in. */
  since(document: string, after: number): Promise<News>
  /** The newest row of each of these documents; one that was never written is not among them. */
  newest(documents: readonly string[]): Promise<ReadonlyMap<string, number>>
}

export interface News {
  /** Where it has taken in rows after `after`. */
  readonly snapshot: Uint8Array | null
  readonly rows: readonly StoredRow[]
  /** The newest row that is in all this. */
  readonly upTo: number
}

export interface Append {
  readonly document: string
  readonly updates: readonly Uint8Array[]
}

export interface Snapshot {
  readonly update: Uint8Array
  /** What `update` contains without a gap, as Yjs encodes it. */
  readonly stateVector: Uint8Array
}

export interface StoredRow {
  readonly id: number
  readonly updates: readonly Uint8Array[]
}

export interface StoredDocument {
  readonly epoch: string
  readonly snapshot: Snapshot | null
  /** In the order of their commits. */
  readonly rows: readonly StoredRow[]
}

export interface Compacted {
  readonly epoch: string
  readonly snapshot: Snapshot
  readonly rows: readonly number[]
}

export interface DocumentSize {
  readonly document: string
  readonly epoch: string
  /** Bytes of the snapshot. */
  readonly snapshotBytes: number
  readonly rows: number
  /** Bytes of the rows, as stored. */
  readonly rowBytes: number
}
