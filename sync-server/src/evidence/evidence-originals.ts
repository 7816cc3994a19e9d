/**
 * Port: where the bytes of evidence files lie for all relays, when that is not the data folder. The folder is then what a relay has at hand: a file
 * of it may go at any time and is fetched again.
 */
export interface EvidenceOriginals {
  /**
   * Resolves when the store has all bytes of the file and has compared them with the name.
   * @throws EvidenceStoreTrouble
   */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /**
   * The bytes, whatever they are; null when there is no such file.
   * @throws EvidenceStoreTrouble
   */
  get(sha256: string): Promise<Uint8Array | null>
  /**
   * Puts one small file that belongs to nobody, always the same, and reads it back, within seconds.
   * @throws EvidenceStoreTrouble
   */
  tryOut(): Promise<void>
}

/** Why a store takes or gives nothing, in the words that an operator can act on. */
export type EvidenceCause =
  | 'evidence-key'
  | 'evidence-right'
  | 'evidence-bucket'
  | 'evidence-region'
  | 'evidence-clock'
  | 'evidence-unknown-ca'
  | 'evidence-expired'
  | 'evidence-other-name'
  | 'evidence-no-tls'
  | 'evidence-away'
  | 'evidence-refusing'

export class EvidenceStoreTrouble extends Error {
  override readonly name = 'EvidenceStoreTrouble'
  readonly why: EvidenceCause

  constructor(why: EvidenceCause, message: string, options?: ErrorOptions) {
    super(message, options)
    this.why = why
  }
}
