/**
 * A browser's store that fails at the n-th call: every call that the product makes to IndexedDB is counted, and the chosen one goes wrong the way
 * that browsers do. What the test itself asks through `aside` is neither counted nor failed.
 */
import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'

export const FAILURES = ['throws', 'aborts', 'no-room', 'fails-at-commit', 'closes'] as const
export type Failure = (typeof FAILURES)[number]

export interface FailingStore {
  /** Counts from here: call number `at` fails, and with `isLasting` every later one too. */
  arm(at: number, failure: Failure, isLasting: boolean): void
  /** @returns whether the chosen call was made */
  disarm(): boolean
  /** Work of the test itself. Nothing of the product may run meanwhile but what waits for a timer. */
  aside<Value>(work: () => Promise<Value>): Promise<Value>
  restore(): void
}

const STORE_CALLS = [
  'add',
  'put',
  'get',
  'getAll',
  'getAllKeys',
  'delete',
  'clear',
  'count',
  'openCursor',
  'openKeyCursor',
]
const INDEX_CALLS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']

export function makeFailingStore(): FailingStore {
  let plan: { readonly at: number; readonly failure: Failure; readonly isLasting: boolean } | null = null
  let calls = 0
  let isAside = false
  const undo: (() => void)[] = []

  /** @returns how this call fails; null when it does not */
  const failure = (): Failure | null => {
    if (!plan || isAside) return null
    calls++
    return calls === plan.at || (plan.isLasting && calls > plan.at) ? plan.failure : null
  }
  const wrap = (
    prototype: object,
    name: string,
    fail: (how: Failure, call: () => unknown, on: unknown) => unknown,
  ): void => {
    const real: unknown = Reflect.get(prototype, name)
    if (typeof real !== 'function') throw new Error(`${name} is no call`)
    Reflect.set(prototype, name, function wrapped(this: unknown, ...args: unknown[]) {
      // fake-indexeddb makes the transaction of an upgrade by the same call.
      const how = args[1] === 'versionchange' ? null : failure()
      const call = (): unknown => Reflect.apply(real, this, args)
      return how === null ? call() : fail(how, call, this)
    })
    undo.push(() => Reflect.set(prototype, name, real))
  }

  wrap(IDBFactory.prototype, 'open', (how) => {
    if (how === 'throws') throw error(how)
    return failedOpening(error(how))
  })
  wrap(IDBDatabase.prototype, 'transaction', (how, call, db) => {
    if (how === 'throws') throw error(how)
    const transaction = call()
    if (transaction instanceof IDBTransaction) endBadly(transaction, how, db)
    return transaction
  })
  for (const [prototype, names] of [
    [IDBObjectStore.prototype, STORE_CALLS],
    [IDBIndex.prototype, INDEX_CALLS],
    [IDBCursor.prototype, ['continue', 'update', 'delete']],
  ] as const) {
    for (const name of names) {
      wrap(prototype, name, (how, call, on) => {
        if (how === 'throws') throw error(how)
        const request = call()
        const transaction = transactionOf(on)
        if (how === 'fails-at-commit' && request instanceof IDBRequest) {
          request.addEventListener('success', () => endBadly(transaction, 'aborts', transaction.db))
        } else endBadly(transaction, how, transaction.db)
        return request
      })
    }
  }

  return {
    arm(at, how, isLasting) {
      calls = 0
      plan = { at, failure: how, isLasting }
    },
    disarm() {
      const wasReached = plan !== null && calls >= plan.at
      plan = null
      return wasReached
    },
    async aside(work) {
      isAside = true
      try {
        return await work()
      } finally {
        isAside = false
      }
    },
    restore() {
      for (const back of undo) back()
    },
  }
}

function error(how: Failure): DOMException {
  return how === 'no-room' ? new DOMException('no room', 'QuotaExceededError') : new DOMException(how, 'UnknownError')
}

/** Ends a transaction as the browser does; what was asked in it is undone. */
function endBadly(transaction: IDBTransaction, how: Failure, db: unknown): void {
  queueMicrotask(() => {
    try {
      if (how === 'closes' && db instanceof IDBDatabase) Reflect.apply(forceCloseDatabase, undefined, [db])
      // fake-indexeddb's own way to end a transaction for a reason of the browser's.
      else if (how === 'no-room') Reflect.apply(Reflect.get(transaction, '_abort'), transaction, ['QuotaExceededError'])
      else transaction.abort()
    } catch {
      // It has ended already.
    }
  })
}

function transactionOf(on: unknown): IDBTransaction {
  if (on instanceof IDBObjectStore) return on.transaction
  if (on instanceof IDBIndex) return on.objectStore.transaction
  if (on instanceof IDBCursor) return transactionOf(on.source)
  throw new Error('a call on something that has no transaction')
}

/** A request that fails, as far as lib0 and Dexie look at it. */
function failedOpening(reason: DOMException): object {
  const request = Object.assign(new EventTarget(), { error: reason, onerror: null, onsuccess: null })
  setTimeout(() => {
    const event = new Event('error')
    request.dispatchEvent(event)
    const listener: unknown = request.onerror
    if (typeof listener === 'function')
      Reflect.apply(listener, request, [
        { ...event, target: request, type: 'error', preventDefault: () => undefined, stopPropagation: () => undefined },
      ])
  })
  return request
}
