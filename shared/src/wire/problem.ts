/**
 * How the relay says no over HTTP: problem+json (RFC 9457). `type` is the refusal's kind under one prefix and `refusal` is the refusal itself,
 * so the client reads the same value back that the rule gave. No wording here: the client chooses it.
 */
import * as z from 'zod/mini'

export const PROBLEM_TYPE = 'https://yejibu.invalid/problem/'
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

export interface Refusal {
  readonly kind: string
}

/** What the edge itself may answer, before any rule was asked. */
export type EdgeRefusal =
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'malformed'; readonly at: readonly { readonly path: string; readonly rule: string }[] }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'locked-out'; readonly retryAfterSeconds: number }
  | { readonly kind: 'weak-password'; readonly minChars: number }
  | { readonly kind: 'link-spent' }
  | { readonly kind: 'command-id-taken' }
  | { readonly kind: 'stream-moved-on'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'feed-rewritten' }
  | { readonly kind: 'evidence-not-its-hash'; readonly claimed: string; readonly found: string }
  | { readonly kind: 'evidence-type-refused'; readonly accepted: readonly string[] }
  | { readonly kind: 'evidence-offset'; readonly received: number }
  | { readonly kind: 'disk-refused' }
  | { readonly kind: 'defect'; readonly reference: string }

export const problemSchema = z.looseObject({
  type: z.string(),
  status: z.int(),
  title: z.optional(z.string()),
  refusal: z.optional(z.looseObject({ kind: z.string() })),
})
export type Problem = z.output<typeof problemSchema>
