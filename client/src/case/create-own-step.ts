/**
 * The steps that an applicant takes in her own case, asked at once (`platform/ask-at-once.ts`); what they led to comes with the facts.
 */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { AskedCaseKind, CaseBody } from '@yejibu/shared/wire/case-commands'
import { type Accessor, createSignal } from 'solid-js'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { askAtOnce } from '../platform/ask-at-once.ts'

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
  const send = askAtOnce(api, randomBytes)
  return {
    busy,
    refusal,
    async ask(kind, body) {
      setBusy(() => kind)
      setRefusal(null)
      const answer = await send(kind, { application, ...body })
      // A refusal too may mean that the case has moved on.
      await facts.refresh()
      if (!answer.ok) setRefusal(answer.refusal)
      setBusy(null)
      return answer.ok
    },
  }
}
