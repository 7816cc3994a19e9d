/**
 * A signal that follows a query of a Dexie database, other tabs' changes included.
 *
 * Always true: it goes on following after the database has refused. A subscription of Dexie's own ends with the first refusal, for an
 * aborted transaction even without a word, and what it showed would stand for ever.
 */
import { liveQuery } from 'dexie'
import { type Accessor, createSignal } from 'solid-js'
import { backoffDelay } from './backoff.ts'

export interface QuerySignal<Value> {
  readonly value: Accessor<Value>
  readonly stop: () => void
}

type Outcome<Value> = { readonly value: Value } | { readonly error: unknown }

/** @param onError told each time that the database refuses; the signal keeps its last value and asks again later */
export function makeQuerySignal<Value>(
  query: () => Promise<Value>,
  initial: Value,
  onError: (error: unknown) => void = () => undefined,
): QuerySignal<Value> {
  const [value, setValue] = createSignal<Value>(initial)
  let unsubscribe: () => void = () => undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let isStopped = false

  const ask = async (): Promise<Outcome<Value>> => {
    try {
      return { value: await query() }
    } catch (error) {
      return { error }
    }
  }
  const refused = (error: unknown): void => {
    if (isStopped) return
    onError(error)
    attempts++
    clearTimeout(retry)
    retry = setTimeout(follow, backoffDelay(attempts, 0.5))
  }
  function follow(): void {
    unsubscribe()
    const subscription = liveQuery(ask).subscribe({
      next(outcome) {
        if ('error' in outcome) {
          refused(outcome.error)
          return
        }
        attempts = 0
        setValue(() => outcome.value)
      },
      error: refused,
    })
    unsubscribe = () => subscription.unsubscribe()
  }
  follow()

  return {
    value,
    stop() {
      isStopped = true
      clearTimeout(retry)
      unsubscribe()
    },
  }
}
