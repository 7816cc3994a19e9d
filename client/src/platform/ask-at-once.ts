/**
 * Commands that need the relay at hand: sent at once, answered at once, waiting in no outbox.
 *
 * Always true: the same words asked again after an answer that was lost, or that decided nothing, are the same command; words that were decided on are a
 * new one the next time.
 */
import { type CommandId, idFrom } from '@yejibu/shared/kernel/ids'
import { acceptedSchema } from '@yejibu/shared/wire/feed'
import type * as z from 'zod/mini'
import { type Api, type ApiResult, isPassing } from './api.ts'
import { twentyBytes } from './new-id.ts'

/** @param body what the command says besides its id; sent with `expected: null` */
export type AskAtOnce = (kind: string, body: object) => Promise<ApiResult<z.infer<typeof acceptedSchema>>>

/** @param randomBytes at least 20 from a cryptographic source */
export function askAtOnce(api: Pick<Api, 'call'>, randomBytes: () => Uint8Array = twentyBytes): AskAtOnce {
  const undecided = new Map<string, CommandId>()
  return async (kind, body) => {
    const words = JSON.stringify([kind, body])
    const id = undecided.get(words) ?? idFrom<'command'>(randomBytes())
    undecided.set(words, id)
    const json = { id, expected: null, ...body }
    const answer = await api.call('POST', `/api/commands/${kind}`, acceptedSchema, { json })
    if (answer.ok || !isPassing(answer.refusal)) undecided.delete(words)
    return answer
  }
}
