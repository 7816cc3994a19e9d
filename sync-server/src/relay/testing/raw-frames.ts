/** Reads the relay's sync frames back. */
import * as decoding from 'lib0/decoding'

export const RawFrames = {
  read(frame: Uint8Array): { readonly step: number; readonly update: Uint8Array } {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    return { step: decoding.readVarUint(decoder), update: decoding.readVarUint8Array(decoder) }
  },
}
