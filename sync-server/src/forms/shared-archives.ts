/**
 * Port: where the finished archives of batches lie for all relays, each under its batch's id and apart from everything else there. What is fetched is
 * compared with its digest by whoever asked.
 */
export interface SharedArchives {
  /**
   * Resolves when the store has all bytes, in place of what lay there of this batch.
   * @param sha256 of the bytes
   * @param stop gives up half way
   */
  put(batch: string, sha256: string, bytes: Uint8Array, stop?: AbortSignal): Promise<void>
  /** The bytes, whatever they are; null when there is nothing of this batch. */
  get(batch: string): Promise<Uint8Array | null>
  /** Afterwards there is nothing of this batch, also when there was nothing before. */
  remove(batch: string): Promise<void>
}
