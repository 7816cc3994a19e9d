/**
 * 通知: as the relay said last and as this browser keeps them, so that bell and page show the same, offline too. Asked again when a fact has come and
 * when the relay says that her lists changed: what concerns HR comes with no fact of her own.
 */
import { type Messages, messagesSchema } from '@yejibu/shared/wire/messages'
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import * as z from 'zod/mini'
import type { Api, ApiRefusal } from '../../platform/api.ts'
import type { AccountDatabase } from '../../platform/database.ts'
import { makeQuerySignal } from '../../platform/query-signal.ts'
import { createAskingAgain } from '../../sync/create-asking-again.ts'

const KEY = 'messages'
const keptSchema = z.object({ at: z.string(), said: messagesSchema })

export interface MessageList {
  /** Null until something is known. */
  readonly said: Accessor<Messages | null>
  /** When the relay said it: ISO 8601 by this device's clock. */
  readonly at: Accessor<string | null>
  /** Why the last reading failed. */
  readonly trouble: Accessor<ApiRefusal | null>
  refresh(): Promise<void>
  /** Everything up to this one. */
  read(seq: number): Promise<void>
}

export interface MessageParts {
  readonly api: Pick<Api, 'call'>
  readonly database: AccountDatabase
}

/** Owned by the component that asks. */
export function createMessages({ api, database }: MessageParts): MessageList {
  const kept = makeQuerySignal(
    async () => keptSchema.safeParse((await database.settings.get(KEY))?.value).data ?? null,
    null,
  )
  const newest = makeQuerySignal(async () => (await database.facts.orderBy('seq').last())?.seq ?? 0, 0)
  const [trouble, setTrouble] = createSignal<ApiRefusal | null>(null)
  const ask = async (method: 'GET' | 'PUT', path: string, json?: unknown): Promise<void> => {
    const answer = await api.call(method, path, messagesSchema, json === undefined ? {} : { json })
    setTrouble(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    const value = { at: new Date().toISOString(), said: answer.value }
    await database.settings.put({ key: KEY, value }).catch(() => undefined)
  }
  const refresh = (): Promise<void> => ask('GET', '/api/messages')
  createEffect(on(newest.value, () => void refresh()))
  createAskingAgain(database, () => void refresh())
  onCleanup(() => {
    kept.stop()
    newest.stop()
  })
  return {
    said: () => kept.value()?.said ?? null,
    at: () => kept.value()?.at ?? null,
    trouble,
    refresh,
    read: (seq) => ask('PUT', '/api/messages/read', { seq }),
  }
}
