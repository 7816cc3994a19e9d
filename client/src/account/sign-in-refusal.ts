/** Why somebody was not let in, as a key of the words and what goes into them. Details came over the wire and are checked here. */
import type { ApiRefusal } from '../platform/api.ts'

const KINDS = ['wrong-password', 'locked-out', 'too-many-requests', 'unreachable', 'foreign-origin'] as const

export interface SignInRefusal {
  readonly kind: (typeof KINDS)[number] | 'other'
  readonly values: { readonly minutes: number; readonly reference: string }
}

export function signInRefusalOf(refusal: ApiRefusal): SignInRefusal {
  return {
    kind: KINDS.find((known) => known === refusal.kind) ?? 'other',
    values: { minutes: minutesOf(refusal), reference: referenceOf(refusal) },
  }
}

/** Whole minutes to wait, at least one; fifteen, the length of a lockout, when the relay did not say. */
export function minutesOf(refusal: ApiRefusal): number {
  const { retryAfterSeconds } = refusal
  return typeof retryAfterSeconds === 'number' ? Math.max(1, Math.ceil(retryAfterSeconds / 60)) : 15
}

/** What to tell the operator. */
export function referenceOf(refusal: ApiRefusal): string {
  return typeof refusal.reference === 'string' ? refusal.reference : refusal.kind
}
