/**
 * A document's store in this browser, in the layout of y-indexeddb 9: one row for each update.
 *
 * y-indexeddb itself goes silent when its connection closes (another tab upgrades or clears the database, the browser evicts it), and
 * never answers when its first reading fails: edits then look saved and are gone after a reload. So the reading and writing is done here, one
 * transaction per update, and `saved` is said only when the transaction that holds the edit has completed. When the connection is lost or a
 * transaction is refused or does not end, the state is `broken`, the database is opened again and the whole document stored into it.
 *
 * Always true: `saved` means that everything in the document is in the store.
 */

import * as idb from 'lib0/indexeddb'
import { type Accessor, createSignal } from 'solid-js'
import * as Y from 'yjs'
import { backoffDelay } from '../platform/backoff.ts'
import { isOutOfRoom } from '../platform/storage-health.ts'
import type { LocalState } from './document-state.ts'

const UPDATES = 'updates'

/** Updates are merged into one when so many bytes were appended, or more than the document itself has. */
const COMPACT_BYTES = 512 * 1024
/** … and at opening when the store has more rows than this. */
const COMPACT_ROWS = 50

/** A transaction that takes longer, in milliseconds, is shown as refused until it ends after all. */
const PATIENCE = 4000

export interface LocalDocument {
  readonly state: Accessor<LocalState>
  /** The store has been read into the document for the first time, or could not be (`state` is then `broken`). */
  readonly whenLoaded: Promise<void>
  /** True for updates that came out of this store. */
  isOrigin(origin: unknown): boolean
  /** Resolves when what was written is stored and the connection closed. */
  dispose(): Promise<void>
}

export interface LocalDocumentOptions {
  readonly random?: () => number
  /** Told of every error of the store. */
  readonly onError?: (error: unknown) => void
}

/** One connection to the store, and the origin of what is read through it; a lost one is never used again. */
interface Connection {
  readonly db: IDBDatabase
  /** Transactions under way. */
  pending: number
  isRead: boolean
  isLost: boolean
}

export function openLocalDocument(doc: Y.Doc, name: string, options: LocalDocumentOptions = {}): LocalDocument {
  const random = options.random ?? Math.random
  const [state, setState] = createSignal<LocalState>({ kind: 'opening' })
  let current: Connection | null = null
  /** Something is in the document that no completed transaction holds, and none under way. */
  let isUnstored = doc.store.clients.size > 0
  let appendedBytes = 0
  let wholeBytes = 0
  let attempts = 0
  let isDisposed = false
  let reopening: ReturnType<typeof setTimeout> | undefined
  let loaded: () => void = () => undefined
  const whenLoaded = new Promise<void>((resolve) => {
    loaded = resolve
  })
  let ended: () => void = () => undefined
  const origins = new WeakSet<object>()
  const isOrigin = (origin: unknown): boolean => typeof origin === 'object' && origin !== null && origins.has(origin)

  const settle = (): void => {
    if (isDisposed || !current?.isRead || isUnstored) return
    if (current.pending > 0) setState((before) => (before.kind === 'broken' ? before : { kind: 'saving' }))
    else setState({ kind: 'saved' })
  }

  const breakOff = (reason: 'closed' | 'full' | 'refused', error: unknown): void => {
    if (error !== undefined) options.onError?.(error)
    if (isDisposed) return
    isUnstored = true
    setState({ kind: 'broken', reason })
    attempts++
    clearTimeout(reopening)
    reopening = setTimeout(() => void open(), attempts === 1 ? 0 : backoffDelay(attempts, random()))
    // The page opens all the same, red: what the relay has can be read, and what is stored here joins when it can be.
    loaded()
  }

  const lose = (connection: Connection, reason: 'closed' | 'full' | 'refused', error?: unknown): void => {
    if (connection.isLost) return
    connection.isLost = true
    if (current === connection) current = null
    connection.db.close()
    breakOff(reason, error)
  }

  /** Runs one transaction on the updates; durable to disk, and the connection is lost when it is not. */
  const transact = (
    connection: Connection,
    mode: 'readonly' | 'readwrite',
    work: (store: IDBObjectStore) => void,
    done: () => void,
  ): void => {
    if (connection.isLost) return
    let transaction: IDBTransaction
    try {
      transaction = connection.db.transaction([UPDATES], mode, { durability: 'strict' })
    } catch (error) {
      lose(connection, 'closed', error)
      return
    }
    connection.pending++
    const overdue = setTimeout(() => {
      if (!isDisposed && !connection.isLost) setState({ kind: 'broken', reason: 'refused' })
    }, PATIENCE)
    const end = (): void => {
      clearTimeout(overdue)
      connection.pending--
      if (connection.pending === 0) ended()
    }
    transaction.oncomplete = () => {
      end()
      if (connection.isLost) return
      done()
      settle()
    }
    transaction.onabort = () => {
      end()
      lose(connection, isOutOfRoom(transaction.error) ? 'full' : 'refused', transaction.error ?? undefined)
    }
    try {
      work(transaction.objectStore(UPDATES))
    } catch (error) {
      // What was asked before the refusal must not count as done, and without any request the transaction would simply complete.
      lose(connection, isOutOfRoom(error) ? 'full' : 'refused', error)
      abort(transaction)
    }
    settle()
  }

  /** Takes the rows into the document in one step, so that what is found there is looked at as a whole. */
  const take = (connection: Connection, rows: readonly Uint8Array[]): void => {
    if (isDisposed) return
    const apply = (): void => {
      for (const row of rows) Y.applyUpdate(doc, row)
    }
    Y.transact(doc, apply, connection, false)
  }

  /** Replaces every row by one that holds them all and the document, in one transaction. Other tabs' rows are taken in. */
  const storeWhole = (connection: Connection): void => {
    isUnstored = false
    transact(
      connection,
      'readwrite',
      (store) => {
        const rows: IDBRequest<Uint8Array[]> = store.getAll()
        const keys = store.getAllKeys()
        keys.onsuccess = () => {
          try {
            take(connection, rows.result)
            const whole = Y.encodeStateAsUpdate(doc)
            const last = keys.result.at(-1)
            store.add(whole)
            if (last !== undefined) store.delete(IDBKeyRange.upperBound(last))
            wholeBytes = whole.length
          } catch (error) {
            lose(connection, isOutOfRoom(error) ? 'full' : 'refused', error)
            abort(store.transaction)
          }
        }
      },
      () => {
        appendedBytes = 0
        attempts = 0
      },
    )
  }

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (isOrigin(origin)) return
    if (!current) {
      isUnstored = true
      return
    }
    const connection = current
    transact(
      connection,
      'readwrite',
      (store) => store.add(update),
      () => {
        appendedBytes += update.length
        if (appendedBytes > Math.max(COMPACT_BYTES, wholeBytes)) storeWhole(connection)
      },
    )
  }

  /** As `take`, without having Yjs encode all of it again for us. What others write because of it, such as a lost value, is then stored with the whole. */
  const takeFirst = (connection: Connection, rows: readonly Uint8Array[]): void => {
    const onTransaction = ({ origin, changed }: Y.Transaction): void => {
      if (origin !== connection && changed.size > 0) isUnstored = true
    }
    doc.off('update', onUpdate)
    doc.on('afterTransaction', onTransaction)
    try {
      take(connection, rows)
    } finally {
      doc.off('afterTransaction', onTransaction)
      if (!isDisposed) doc.on('update', onUpdate)
    }
  }

  const read = (connection: Connection): void => {
    let rows: IDBRequest<Uint8Array[]> | undefined
    transact(
      connection,
      'readonly',
      (store) => {
        rows = store.getAll()
      },
      () => {
        const found = rows?.result ?? []
        takeFirst(connection, found)
        connection.isRead = true
        if (isUnstored || found.length > COMPACT_ROWS) storeWhole(connection)
        else attempts = 0
        settle()
        loaded()
      },
    )
  }

  const open = async (): Promise<void> => {
    if (isDisposed) return
    let db: IDBDatabase
    try {
      db = await idb.openDB(name, createStores)
    } catch (error) {
      breakOff(isOutOfRoom(error) ? 'full' : 'refused', error)
      return
    }
    if (isDisposed) {
      db.close()
      return
    }
    const connection: Connection = { db, pending: 0, isRead: false, isLost: false }
    origins.add(connection)
    current = connection
    db.addEventListener('close', () => lose(connection, 'closed'))
    db.addEventListener('versionchange', () => lose(connection, 'closed'))
    read(connection)
  }

  doc.on('update', onUpdate)
  void open()

  return {
    state,
    whenLoaded,
    isOrigin,
    async dispose() {
      isDisposed = true
      clearTimeout(reopening)
      doc.off('update', onUpdate)
      const connection = current
      if (!connection) return
      if (connection.pending > 0) {
        await new Promise<void>((resolve) => {
          ended = resolve
        })
      }
      connection.db.close()
    },
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}

export function createStores(db: IDBDatabase): void {
  idb.createStores(db, [[UPDATES, { autoIncrement: true }], ['custom']])
}

/** Every update in a store that no page writes to. */
export function readRows(db: IDBDatabase): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([UPDATES], 'readonly')
    const rows: IDBRequest<Uint8Array[]> = transaction.objectStore(UPDATES).getAll()
    transaction.oncomplete = () => resolve(rows.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('the reading was aborted'))
  })
}
