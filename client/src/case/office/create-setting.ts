/** Saving what an office sets for a plan: asked with the relay at hand; the same words asked again after a lost answer are the same command. */
import { type CommandId, idFrom } from '@yejibu/shared/kernel/ids'
import { acceptedSchema } from '@yejibu/shared/wire/feed'
import type { OfficeBody, OfficeCommandKind } from '@yejibu/shared/wire/office-commands'
import { type Accessor, createSignal } from 'solid-js'
import { type Api, type ApiRefusal, isPassing } from '../../platform/api.ts'

export interface Setting<Kind extends OfficeCommandKind> {
  readonly isBusy: Accessor<boolean>
  readonly refusal: Accessor<ApiRefusal | null>
  /** Resolves with whether it holds now. */
  save(body: Omit<OfficeBody<Kind>, 'id' | 'expected'>): Promise<boolean>
}

export function createSetting<Kind extends OfficeCommandKind>(api: Pick<Api, 'call'>, kind: Kind): Setting<Kind> {
  const [isBusy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  let unanswered: { readonly words: string; readonly id: CommandId } | null = null
  return {
    isBusy,
    refusal,
    async save(body) {
      setBusy(true)
      const words = JSON.stringify(body)
      const id =
        unanswered?.words === words ? unanswered.id : idFrom<'command'>(crypto.getRandomValues(new Uint8Array(20)))
      unanswered = { words, id }
      const json = { id, expected: null, ...body }
      const answer = await api.call('POST', `/api/commands/${kind}`, acceptedSchema, { json })
      if (answer.ok || !isPassing(answer.refusal)) unanswered = null
      setRefusal(answer.ok ? null : answer.refusal)
      setBusy(false)
      return answer.ok
    },
  }
}
