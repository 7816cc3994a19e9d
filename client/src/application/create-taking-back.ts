/**
 * 撤回: asked with the relay at hand and answered at once, because in the meantime the employer may open it (domain §5.2 #9). The same asking again after a lost
 * answer is the same command.
 */
import type { ApplicationId, CommandId } from '@yejibu/shared/kernel/ids'
import { idFrom } from '@yejibu/shared/kernel/ids'
import { acceptedSchema } from '@yejibu/shared/wire/feed'
import { type Accessor, createSignal } from 'solid-js'
import { type Api, type ApiRefusal, isPassing } from '../platform/api.ts'

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
  const unanswered = new Map<string, CommandId>()
  return {
    busy,
    refusal,
    async ask(application, digest) {
      setBusy(application)
      setRefusal(null)
      const id = unanswered.get(digest) ?? idFrom<'command'>(randomBytes())
      unanswered.set(digest, id)
      const json = { id, expected: null, application, digest }
      const answer = await api.call('POST', '/api/commands/take-back-submission', acceptedSchema, { json })
      if (answer.ok || !isPassing(answer.refusal)) unanswered.delete(digest)
      if (answer.ok) await facts.refresh()
      else setRefusal(answer.refusal)
      setBusy(null)
      return answer.ok
    },
    dismiss: () => setRefusal(null),
  }
}
