/** The reason of a "no" (V-REASON): what its reader needs in order to go on. */
import { refuse } from '../kernel/result.ts'

/** Unicode code points, blanks around the text not counted. */
export const REASON_CHARS = { min: 2, max: 500 } as const

/** @param reason trimmed */
export function isReason(reason: string): boolean {
  const chars = [...reason].length
  return chars >= REASON_CHARS.min && chars <= REASON_CHARS.max
}

export function reasonRequired() {
  return refuse({ kind: 'reason-required', minChars: REASON_CHARS.min, maxChars: REASON_CHARS.max })
}
