/**
 * The people under review, as the relay said last and as this browser keeps it. The list is asked for again whenever a new fact has come,
 * so a colleague's ruling or a new sending shows without a reload; with the relay away the kept list stays, with its time.
 */

import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { QueueEntry } from '@yejibu/shared/wire/review-queue'
import { reviewQueueSchema } from '@yejibu/shared/wire/review-queue'
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import * as z from 'zod/mini'
import type { Api, ApiRefusal } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal, type QuerySignal } from '../platform/query-signal.ts'

const KEY = 'review-queue'

const keptSchema = z.extend(reviewQueueSchema, {
  /** ISO 8601, by this device's clock: when the relay said so. */
  at: z.string(),
})
export type KeptQueue = z.output<typeof keptSchema>

/** What this browser keeps of the list; null when it never had one. */
export function createKeptQueue(database: AccountDatabase): QuerySignal<KeptQueue | null> {
  return makeQuerySignal<KeptQueue | null>(async () => {
    const kept = keptSchema.safeParse((await database.settings.get(KEY))?.value)
    return kept.success ? kept.data : null
  }, null)
}

/** Nothing of the list stays in this browser. */
export async function forgetQueue(database: AccountDatabase): Promise<void> {
  // A store that refuses holds nothing that could be shown either.
  await database.settings.delete(KEY).catch(() => {})
}

export interface ReviewQueue {
  readonly people: Accessor<readonly QueueEntry[]>
  /** ISO 8601: as of when; null before the first answer ever. */
  readonly at: Accessor<string | null>
  /** Why the last asking did not succeed; null when it did. */
  readonly trouble: Accessor<ApiRefusal | null>
  readonly isAsking: Accessor<boolean>
  refresh(): Promise<void>
}

export interface ReviewQueueOptions {
  readonly api: Pick<Api, 'call'>
  readonly database: AccountDatabase
  readonly now?: () => Date
}

export function createReviewQueue({ api, database, now = () => new Date() }: ReviewQueueOptions): ReviewQueue {
  const kept = createKeptQueue(database)
  const newest = makeQuerySignal(async () => (await database.facts.orderBy('seq').last())?.seq ?? 0, 0)
  const [trouble, setTrouble] = createSignal<ApiRefusal | null>(null)
  const [isAsking, setAsking] = createSignal(false)
  let isAskedAgain = false

  const refresh = async (): Promise<void> => {
    if (isAsking()) {
      isAskedAgain = true
      return
    }
    setAsking(true)
    do {
      isAskedAgain = false
      const answer = await api.call('GET', '/api/review/queue', reviewQueueSchema)
      setTrouble(answer.ok ? null : answer.refusal)
      if (answer.ok) {
        await database.settings.put({ key: KEY, value: { ...answer.value, at: now().toISOString() } }).catch(() => {})
      }
    } while (isAskedAgain)
    setAsking(false)
  }
  createEffect(on(newest.value, () => void refresh()))
  onCleanup(() => {
    kept.stop()
    newest.stop()
  })
  return {
    people: () => kept.value()?.people ?? [],
    at: () => kept.value()?.at ?? null,
    trouble,
    isAsking,
    refresh,
  }
}

/** Whose archives want an answer from me; my own is reviewed by somebody else (domain §2.2). */
export function waitingPeople(people: readonly QueueEntry[], me: AccountId): readonly QueueEntry[] {
  return people.filter(({ waiting, account }) => waiting > 0 && account !== me)
}

/** By who waits and by name; blanks and case do not matter. */
export function filterQueue(
  people: readonly QueueEntry[],
  show: 'waiting' | 'all',
  search: string,
): readonly QueueEntry[] {
  const wanted = search.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return people.filter(
    ({ waiting, name, account }) =>
      (show === 'all' || waiting > 0) &&
      (name.normalize('NFKC').replace(/\s/g, '').toLowerCase().includes(wanted) || account.includes(wanted)),
  )
}
