/**
 * Port: where the bytes of evidence files lie for all relays, when that is not the data folder. The folder is then what a relay has at hand: a file
 * of it may go at any time and is fetched again.
 */
export interface EvidenceOriginals {
  /** Resolves when the store has all bytes of the file and has compared them with the name. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** The bytes, whatever they are; null when there is no such file. */
  get(sha256: string): Promise<Uint8Array | null>
}
