/**
 * What the relay says about a person's employer, requests and registrations. Asked for again after each step of hers and while the page is open,
 * because the other side answers in its own time. When the relay's employer is not the session's, the session is asked for again too.
 */
import { type MembershipView, membershipSchema } from '@yejibu/shared/wire/membership'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Api, ApiRefusal } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { createAskingAgain } from '../sync/create-asking-again.ts'
import type { SessionControl } from './session.ts'

export interface Asked<Value> {
  readonly value: Accessor<Value | null>
  readonly trouble: Accessor<ApiRefusal | null>
  refresh(): Promise<void>
}

/** Milliseconds between two questions while the page is in sight. */
const EVERY = 10_000

/**
 * Asks now, and again while the page is in sight: where the relay's news tells of changes (`heard`) when it does, else every few seconds.
 */
export function createAsked<Value>(
  ask: () => Promise<
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: ApiRefusal }
  >,
  heard?: Pick<AccountDatabase, 'settings'>,
): Asked<Value> {
  const [value, setValue] = createSignal<Value | null>(null)
  const [trouble, setTrouble] = createSignal<ApiRefusal | null>(null)
  let said = ''
  const refresh = async (): Promise<void> => {
    const answer = await ask()
    setTrouble(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    // The same answer again must not build the page anew: what has the focus keeps it.
    const saying = JSON.stringify(answer.value)
    if (saying !== said) setValue(() => answer.value)
    said = saying
  }
  void refresh()
  if (heard) {
    createAskingAgain(heard, () => void refresh())
    return { value, trouble, refresh }
  }
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') void refresh()
  }
  const timer = setInterval(whenSeen, EVERY)
  document.addEventListener('visibilitychange', whenSeen)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', whenSeen)
  })
  return { value, trouble, refresh }
}

export function createEmployerAffairs(api: Pick<Api, 'call'>, session: SessionControl): Asked<MembershipView> {
  return createAsked(async () => {
    const answer = await api.call('GET', '/api/membership', membershipSchema)
    const known = session.state()
    if (answer.ok && known.kind === 'signed-in') {
      const held = known.session.memberships.filter((m) => m.role === 'applicant').at(-1)?.orgId ?? null
      if (held !== (answer.value.employer?.id ?? null)) await session.confirm()
    }
    return answer
  })
}
