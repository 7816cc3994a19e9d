/**
 * Commands on their way to the relay. What is asked offline waits here, in order, and goes out one at a time, from one tab.
 *
 * Always true: a command is on disk before it is sent, keeps its id and body for ever, and leaves only when the relay has
 * accepted it or its author has dismissed the refusal. A refusal holds back later commands about the same subject, no others.
 */

import type { CommandId } from '@yejibu/shared/kernel/ids'
import type { CommandBody, CommandKind } from '@yejibu/shared/wire/commands'
import { acceptedSchema } from '@yejibu/shared/wire/feed'
import { liveQuery } from 'dexie'
import { type Accessor, createSignal } from 'solid-js'
import { type Api, type ApiRefusal, isPassing } from './api.ts'
import { makePatience } from './backoff.ts'
import type { AccountDatabase, OutboxEntry } from './database.ts'
import { makeErrand } from './errand.ts'
import { newId } from './new-id.ts'
import { makeQuerySignal } from './query-signal.ts'

export type Outcome =
  | { readonly kind: 'accepted' }
  /** The refusal stays in the outbox, too, until it is dismissed. */
  | { readonly kind: 'refused'; readonly refusal: ApiRefusal }

export interface Outbox {
  /** Not yet accepted, in order: waiting and refused. */
  readonly entries: Accessor<readonly OutboxEntry[]>
  /** How many wait to be sent. */
  readonly count: Accessor<number>
  readonly refused: Accessor<readonly OutboxEntry[]>
  /** Why the last attempt did not get through; null when it did or nothing waits. */
  readonly holdUp: Accessor<ApiRefusal | null>
  /** Resolves when the command is safely on disk, not when it was answered. @throws when the browser's store refuses */
  add<Kind extends CommandKind>(kind: Kind, body: Omit<CommandBody<Kind>, 'id'>): Promise<CommandId>
  /** Resolves when the relay has answered, however long that takes; never while it is unreachable. */
  whenAnswered(id: CommandId): Promise<Outcome>
  /** Forget a refused command; what waited behind it goes on. */
  dismiss(id: CommandId): Promise<void>
  /** Send a refused command again as it is. */
  retry(id: CommandId): Promise<void>
  /** Try now instead of at the next attempt (the network came back, the session was renewed). */
  wake(): void
  dispose(): void
}

export interface OutboxOptions {
  readonly database: AccountDatabase
  readonly api: Api
  /** Told after each accepted command, so that its facts are fetched. */
  readonly onAccepted?: () => void
  readonly random?: () => number
  readonly now?: () => Date
  readonly newId?: () => CommandId
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { database, api } = options
  const random = options.random ?? Math.random
  const now = options.now ?? (() => new Date())
  const commandId = options.newId ?? newId<'command'>
  const [holdUp, setHoldUp] = createSignal<ApiRefusal | null>(null)
  const entries = makeQuerySignal<readonly OutboxEntry[]>(() => database.outbox.orderBy('order').toArray(), [])
  const stopped = new AbortController()
  const patience = makePatience(random, () => performance.now())
  /** Sends what can be sent. @returns why it stopped, or null when nothing sendable is left */
  const sendAll = async (): Promise<ApiRefusal | null> => {
    for (;;) {
      if (stopped.signal.aborted) return null
      const next = firstSendable(await database.outbox.orderBy('order').toArray())
      if (!next) return null
      const answer = await api.call('POST', `/api/commands/${next.kind}`, acceptedSchema, {
        json: next.body,
        signal: stopped.signal,
      })
      if (answer.ok) {
        await database.outbox.delete(next.order)
        patience.reset()
        options.onAccepted?.()
      } else if (isPassing(answer.refusal)) {
        return answer.refusal
      } else {
        await database.outbox.update(next.order, { state: 'refused', refusal: answer.refusal })
      }
    }
  }

  const errand = makeErrand({
    lock: `${database.name}/outbox`,
    patience,
    stopped: stopped.signal,
    async work() {
      const refusal = await sendAll()
      setHoldUp(refusal)
      return refusal
    },
    onDefect(error) {
      setHoldUp({ kind: 'unexpected', reference: error instanceof Error ? error.name : 'outbox' })
    },
  })

  return {
    entries: entries.value,
    count: () => entries.value().filter((entry) => entry.state === 'waiting').length,
    refused: () => entries.value().filter((entry) => entry.state === 'refused'),
    holdUp,
    async add(kind, body) {
      const id = commandId()
      await database.outbox.add({
        id,
        kind,
        body: { ...body, id },
        subject: subjectOf(body),
        madeAt: now().toISOString(),
        state: 'waiting',
        refusal: null,
      })
      errand.wake()
      return id
    },
    whenAnswered: (id) => whenAnswered(database, id, stopped.signal),
    async dismiss(id) {
      await database.outbox.where('id').equals(id).and(isRefused).delete()
      errand.wake()
    },
    async retry(id) {
      await database.outbox.where('id').equals(id).and(isRefused).modify({ state: 'waiting', refusal: null })
      errand.wake()
    },
    wake: errand.wake,
    dispose() {
      stopped.abort()
      errand.dispose()
      entries.stop()
    },
  }
}

/** The first waiting command that has no refused one before it about the same subject. */
function firstSendable(entries: readonly OutboxEntry[]): OutboxEntry | undefined {
  const heldBack = new Set<string>()
  for (const entry of entries) {
    if (entry.state === 'refused') heldBack.add(entry.subject)
    else if (!heldBack.has(entry.subject)) return entry
  }
  return undefined
}

function isRefused(entry: OutboxEntry): boolean {
  return entry.state === 'refused'
}

function subjectOf(body: object): string {
  if ('application' in body) return String(body.application)
  return 'archive' in body && 'item' in body ? `${String(body.archive)}/${String(body.item)}` : ''
}

/** An answered command is gone (accepted) or marked; whichever tab sent it. */
function whenAnswered(database: AccountDatabase, id: CommandId, stopped: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const subscription = liveQuery(() => database.outbox.where('id').equals(id).first()).subscribe({
      next(entry) {
        if (entry?.state === 'waiting') return
        resolve(entry?.refusal ? { kind: 'refused', refusal: entry.refusal } : { kind: 'accepted' })
        queueMicrotask(() => subscription.unsubscribe())
      },
      error: reject,
    })
    stopped.addEventListener('abort', () => subscription.unsubscribe())
  })
}
