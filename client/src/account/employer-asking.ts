/**
 * Asking the relay about employers and belonging, at once (`platform/ask-at-once.ts`).
 */
import type { MembershipBody, MembershipCommandKind } from '@yejibu/shared/wire/membership-commands'
import { type Accessor, createSignal } from 'solid-js'
import type { employerWords } from '../language/employer.ts'
import type { Api, ApiRefusal, ApiResult } from '../platform/api.ts'
import { askAtOnce } from '../platform/ask-at-once.ts'

export type Wish<Kind extends MembershipCommandKind> = Omit<MembershipBody<Kind>, 'id' | 'expected'>

export interface EmployerAsking {
  ask<Kind extends MembershipCommandKind>(kind: Kind, wish: Wish<Kind>): Promise<ApiResult<true>>
  readonly isBusy: Accessor<boolean>
}

export function createEmployerAsking(api: Pick<Api, 'call'>): EmployerAsking {
  const [isBusy, setBusy] = createSignal(false)
  const send = askAtOnce(api)
  return {
    isBusy,
    async ask(kind, wish) {
      setBusy(true)
      const answer = await send(kind, wish)
      setBusy(false)
      return answer.ok ? { ok: true, value: true } : answer
    },
  }
}

type RefusedKind = keyof (typeof employerWords)['zh']['refused']
const KINDS: Record<Exclude<RefusedKind, 'other'>, true> = {
  'not-yours': true,
  'not-allowed': true,
  'not-found': true,
  'no-such-org': true,
  'no-such-account': true,
  'org-exists': true,
  'particulars-refused': true,
  'credit-code-taken': true,
  'registration-open': true,
  'registration-elsewhere': true,
  'authorisation-not-here': true,
  'authorisation-moved-on': true,
  'reason-required': true,
  'already-member': true,
  'not-member': true,
  'joining-open': true,
  'no-joining': true,
  'last-lead': true,
  'username-taken': true,
  'weak-password': true,
  malformed: true,
  'too-many-requests': true,
  'too-large': true,
  'evidence-type-refused': true,
  'not-signed-in': true,
  unreachable: true,
}

/** A refusal in words: which sentence, and the values that go into it. */
export function refusalWords(refusal: ApiRefusal): {
  readonly key: `refused.${RefusedKind}`
  readonly values: { readonly name: string; readonly reference: string }
} {
  const kind = Object.hasOwn(KINDS, refusal.kind) ? (refusal.kind as RefusedKind) : 'other'
  const name = typeof refusal.name === 'string' ? refusal.name : ''
  const reference = typeof refusal.reference === 'string' ? refusal.reference : refusal.kind
  return { key: `refused.${kind}`, values: { name, reference } }
}
