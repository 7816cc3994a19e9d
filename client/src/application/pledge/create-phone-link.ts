/**
 * The way to a phone and back: a link from the relay, then waiting until something was signed by it. The relay answers the moment it was; a waiting request
 * that ends is asked again. The link's token is in this page's memory alone, and in the address that the phone reads. A page that was closed meanwhile
 * finds what was signed when it is opened again; it is hers to take over.
 */

import { pledgeTextDigest } from '@yejibu/shared/application/pledge'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import {
  keptPledgeLinkSchema,
  type PledgeLink,
  type PledgeLinkState,
  pledgeLinkSchema,
  pledgeLinkStateSchema,
} from '@yejibu/shared/wire/pledge-link'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { type Api, type ApiRefusal, isPassing, nothingSchema } from '../../platform/api.ts'

export type PhoneLinkState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'waiting'; readonly address: string; readonly endsAt: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly refusal: ApiRefusal }

export type Signed = Extract<PledgeLinkState, { readonly kind: 'signed' }>

export interface PhoneLink {
  readonly state: Accessor<PhoneLinkState>
  /** Signed by a link of this application while no page was waiting for it. */
  readonly kept: Accessor<Signed | null>
  ask(): Promise<void>
  /** Looks for a link that an earlier page gave out; quiet where there is none or the relay is away. */
  find(): Promise<void>
  takeKept(): Promise<void>
  /** Lets go of it: she signs anew. */
  dropKept(): Promise<void>
}

export interface PhoneLinkOptions {
  readonly api: Pick<Api, 'call'>
  readonly application: ApplicationId
  readonly plan: Plan
  /** Where the signing page is, e.g. `https://office.example`. */
  readonly origin: string
  /** Called once, before the relay forgets the link. */
  readonly onSigned: (signed: Signed) => void
  /** Resolves after a pause between two tries while the relay is away. */
  readonly pause: () => Promise<void>
}

/** Longer than the relay keeps a waiting request, in milliseconds. */
const PATIENCE = 40_000

/** The token is in the fragment: browsers send it to nobody. */
export function signingAddress(origin: string, token: string): string {
  return `${origin}/sign#${token}`
}

export function createPhoneLink(options: PhoneLinkOptions): PhoneLink {
  const { api, application, plan } = options
  const [state, setState] = createSignal<PhoneLinkState>({ kind: 'none' })
  const [found, setFound] = createSignal<{ readonly id: string; readonly signed: Signed } | null>(null)
  const gone = new AbortController()
  let turn = 0
  let finding: Promise<void> = Promise.resolve()
  onCleanup(() => {
    turn++
    gone.abort()
  })

  const wait = async ({ id }: Pick<PledgeLink, 'id'>, mine: number): Promise<void> => {
    while (mine === turn) {
      const answer = await api.call('GET', `/api/pledge-links/${id}?wait`, pledgeLinkStateSchema, {
        patience: PATIENCE,
        signal: gone.signal,
      })
      if (mine !== turn) return
      if (!answer.ok) {
        if (!isPassing(answer.refusal)) return void setState({ kind: 'ended' })
        await options.pause()
      } else if (answer.value.kind === 'signed') {
        setState({ kind: 'none' })
        await take(id, answer.value)
        return
      } else if (answer.value.kind === 'ended') return void setState({ kind: 'ended' })
    }
  }
  const find = async (): Promise<void> => {
    const mine = turn
    const path = `/api/pledge-links?application=${application}`
    const answer = await api.call('GET', path, keptPledgeLinkSchema, { signal: gone.signal })
    if (!answer.ok || mine !== turn || answer.value.link === null) return
    const { id, state: now } = answer.value.link
    if (now.kind === 'signed' && now.textDigest === pledgeTextDigest(plan)) setFound({ id, signed: now })
    // The phone may be signing at this moment. Its code cannot be shown again: the token was in the page that was closed.
    else if (now.kind === 'open') void wait({ id }, mine)
  }
  const drop = (id: string) => api.call('DELETE', `/api/pledge-links/${id}`, nothingSchema)
  const take = async (id: string, signed: Signed): Promise<void> => {
    setFound(null)
    options.onSigned(signed)
    await drop(id)
  }
  return {
    state,
    kept: () => found()?.signed ?? null,
    find() {
      finding = find()
      return finding
    },
    async takeKept() {
      const kept = found()
      if (kept) await take(kept.id, kept.signed)
    },
    async dropKept() {
      const kept = found()
      setFound(null)
      if (kept) await drop(kept.id)
    },
    async ask() {
      // A new link ends the one before, and what was signed by that with it.
      await finding
      if (found() || gone.signal.aborted) return
      const mine = ++turn
      setState({ kind: 'asking' })
      const textDigest = pledgeTextDigest(plan)
      const answer = await api.call('POST', '/api/pledge-links', pledgeLinkSchema, {
        json: { application, plan: plan.id, textDigest },
      })
      if (mine !== turn) return
      if (!answer.ok) return void setState({ kind: 'refused', refusal: answer.refusal })
      const { token, endsAt } = answer.value
      setState({ kind: 'waiting', address: signingAddress(options.origin, token), endsAt })
      void wait(answer.value, mine)
    },
  }
}
