/**
 * The unified social credit code of an organisation (GB 32100, V-ORG-1): eighteen characters without I, O, S, V, Z; the third to
 * the eighth are digits, the last is the check. Codes in circulation sometimes fail the check, so a wrong one is a warning only.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

export type CreditCodeJudgement = 'good' | 'malformed' | 'check-differs'

/** @param code in ASCII, upper case */
export function judgeCreditCode(code: string): CreditCodeJudgement {
  if (!FORM.test(code)) return 'malformed'
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? 'good' : 'check-differs'
}

/** The check character of the first seventeen. */
export function creditCodeCheck(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}
