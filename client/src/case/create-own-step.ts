/**
 * The steps that an applicant takes in her own case: asked with the relay at hand and answered at once. The same asking again after a lost answer is the same
 * command; what it led to comes with the facts.
 */
import type { ApplicationId, CommandId } from '@yejibu/shared/kernel/ids'
import { idFrom } from '@yejibu/shared/kernel/ids'
import type { AskedCaseKind, CaseBody } from '@yejibu/shared/wire/case-commands'
import { acceptedSchema } from '@yejibu/shared/wire/feed'
import { type Accessor, createSignal } from 'solid-js'
import { type Api, type ApiRefusal, isPassing } from '../platform/api.ts'

export type OwnStepKind = Extract<
  AskedCaseKind,
  'take-back-submission' | 'start-payment' | 'export-form' | 'withdraw-application'
>

export interface OwnSteps {
  /** What is being asked for. */
  readonly busy: Accessor<OwnStepKind | null>
  readonly refusal: Accessor<ApiRefusal | null>
  /** Resolves with whether it was done. */
  ask<Kind extends OwnStepKind>(
    kind: Kind,
    body: Omit<CaseBody<Kind>, 'id' | 'expected' | 'application'>,
  ): Promise<boolean>
}

export interface OwnStepParts {
  readonly api: Pick<Api, 'call'>
  readonly facts: { refresh(): Promise<void> }
  readonly application: ApplicationId
  /** At least 20 bytes from a cryptographic source. */
  readonly randomBytes: () => Uint8Array
}

export function createOwnSteps({ api, facts, application, randomBytes }: OwnStepParts): OwnSteps {
  const [busy, setBusy] = createSignal<OwnStepKind | null>(null)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const unanswered = new Map<string, CommandId>()
  return {
    busy,
    refusal,
    async ask(kind, body) {
      setBusy(() => kind)
      setRefusal(null)
      const key = JSON.stringify([kind, body])
      const id = unanswered.get(key) ?? idFrom<'command'>(randomBytes())
      unanswered.set(key, id)
      const json = { id, expected: null, application, ...body }
      const answer = await api.call('POST', `/api/commands/${kind}`, acceptedSchema, { json })
      if (answer.ok || !isPassing(answer.refusal)) unanswered.delete(key)
      // A refusal too may mean that the case has moved on.
      await facts.refresh()
      if (!answer.ok) setRefusal(answer.refusal)
      setBusy(null)
      return answer.ok
    },
  }
}
