/**
 * 撤回, asked at once (`platform/ask-at-once.ts`), because in the meantime the employer may open it (domain §5.2 #9).
 */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { type Accessor, createSignal } from 'solid-js'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { askAtOnce } from '../platform/ask-at-once.ts'

export interface TakingBack {
  /** Which one is being asked for. */
  readonly busy: Accessor<ApplicationId | null>
  readonly refusal: Accessor<ApiRefusal | null>
  /** Resolves with whether it was taken back. @param seen the submission's digest that its owner read */
  ask(application: ApplicationId, seen: string): Promise<boolean>
  dismiss(): void
}

export interface TakingBackParts {
  readonly api: Pick<Api, 'call'>
  readonly facts: { refresh(): Promise<void> }
  /** At least 20 bytes from a cryptographic source. */
  readonly randomBytes: () => Uint8Array
}

export function createTakingBack({ api, facts, randomBytes }: TakingBackParts): TakingBack {
  const [busy, setBusy] = createSignal<ApplicationId | null>(null)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const send = askAtOnce(api, randomBytes)
  return {
    busy,
    refusal,
    async ask(application, digest) {
      setBusy(application)
      setRefusal(null)
      const answer = await send('take-back-submission', { application, digest })
      if (answer.ok) await facts.refresh()
      else setRefusal(answer.refusal)
      setBusy(null)
      return answer.ok
    },
    dismiss: () => setRefusal(null),
  }
}
