/**
 * The number of a resident identity card (GB 11643): six digits of place, eight of birth, three of sequence, one check.
 * The seventeenth digit is odd for a man. Codes V-ID-1 to V-ID-3 of domain §7.1, in the order in which they are asked.
 */

import { ok, type Result, refuse } from '../kernel/result.ts'
import { isDay } from '../kernel/year-month.ts'

export interface IdCard {
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
  readonly gender: 'male' | 'female'
}

export type IdCardRefusal = { readonly kind: 'V-ID-1' } | { readonly kind: 'V-ID-2' } | { readonly kind: 'V-ID-3' }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** @param number as normalised at input: ASCII, a lower-case x is taken too */
export function readIdCard(number: string): Result<IdCard, IdCardRefusal> {
  if (!/^\d{17}[\dXx]$/.test(number)) return refuse({ kind: 'V-ID-1' })
  if (idCardCheck(number.slice(0, 17)) !== number.charAt(17).toUpperCase()) return refuse({ kind: 'V-ID-2' })
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthDate)) return refuse({ kind: 'V-ID-3' })
  return ok({ birthDate, gender: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' })
}

/** The check character of seventeen digits. */
export function idCardCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0)
  return CHECKS.charAt(sum % 11)
}
