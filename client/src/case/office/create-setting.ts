/** Saving what an office sets for a plan, at once (`platform/ask-at-once.ts`). */
import type { OfficeBody, OfficeCommandKind } from '@yejibu/shared/wire/office-commands'
import { type Accessor, createSignal } from 'solid-js'
import type { Api, ApiRefusal } from '../../platform/api.ts'
import { askAtOnce } from '../../platform/ask-at-once.ts'

export interface Setting<Kind extends OfficeCommandKind> {
  readonly isBusy: Accessor<boolean>
  readonly refusal: Accessor<ApiRefusal | null>
  /** Resolves with whether it holds now. */
  save(body: Omit<OfficeBody<Kind>, 'id' | 'expected'>): Promise<boolean>
}

export function createSetting<Kind extends OfficeCommandKind>(api: Pick<Api, 'call'>, kind: Kind): Setting<Kind> {
  const [isBusy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const send = askAtOnce(api)
  return {
    isBusy,
    refusal,
    async save(body) {
      setBusy(true)
      const answer = await send(kind, body)
      setRefusal(answer.ok ? null : answer.refusal)
      setBusy(false)
      return answer.ok
    },
  }
}
