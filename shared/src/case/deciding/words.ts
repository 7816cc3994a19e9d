/** What every step needs to say no: reasons and opinions of 2 to 500 characters (V-REASON, V-OPINION), and a step out of its state. */
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { isReason, REASON_CHARS } from '../../review/reason.ts'
import type { CaseRefusal, CaseSituation } from '../case-commands.ts'
import type { Case } from '../case-state.ts'
import type { ChargedBy } from '../chain.ts'

/** The text without blanks around it. */
export function worded(text: string): Result<string, CaseRefusal & { kind: 'reason-required' }> {
  const trimmed = text.trim()
  if (isReason(trimmed)) return ok(trimmed)
  return refuse({ kind: 'reason-required', minChars: REASON_CHARS.min, maxChars: REASON_CHARS.max })
}

export function notNow({ state }: Case) {
  return refuse({ kind: 'not-in-this-state', state: state.kind })
}

export function chargedBy({ payments }: Case, { plan, feeSetting, now }: CaseSituation): ChargedBy {
  return { plan, feeSetting, now, payments }
}
