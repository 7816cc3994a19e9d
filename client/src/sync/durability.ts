/**
 * Whether everything in a document is durable at the relay. Known live from the relay's acknowledgements, and after a restart
 * offline from a snapshot of the document taken when the last one came: equal snapshot, nothing unsent. How many edits wait, and
 * when the relay last acknowledged all, is recorded beside it.
 */
import { type Accessor, createSignal } from 'solid-js'
import * as Y from 'yjs'
import type { AccountDatabase, DocumentRecord } from '../platform/database.ts'

/** A busy document is recorded at most this often, in milliseconds. A record that is late only understates. */
const RECORD_EVERY = 500

export interface Durability {
  readonly inRelay: Accessor<boolean>
  /** Something is in the document that the relay has not acknowledged. @param isOwn it was written in this tab */
  edited(isOwn: boolean): void
  /** The relay has acknowledged everything that this document holds now. */
  acknowledged(): void
  /** We only read here and hold nothing of our own. */
  onlyReading(): void
  /** Something came from the relay: it is durable there, and the record wants renewing. */
  received(): void
  onDurable(listener: () => void): () => void
  /** Compares the document, just loaded, with the record. */
  compare(record: DocumentRecord | undefined): void
  /** The record now belongs to another store of the document: nothing more is written into it from here. */
  leaveRecord(): void
  dispose(): Promise<void>
}

export function createDurability(
  doc: Y.Doc,
  name: string,
  database: AccountDatabase,
  now: () => Date = () => new Date(),
): Durability {
  const [inRelay, setInRelay] = createSignal(false)
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let counting: ReturnType<typeof setTimeout> | undefined
  /** The record says already that something is unsent. */
  let isMarked = false
  /** Own edits that the record does not count yet. */
  let uncounted = 0
  let durableAt = ''
  let hasLeft = false

  const record = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (hasLeft || !inRelay()) return
    isMarked = false
    uncounted = 0
    clearTimeout(counting)
    counting = undefined
    const durable = Y.encodeSnapshot(Y.snapshot(doc))
    await database.documents
      .where('name')
      .equals(name)
      .modify({ durable, isUnsent: false, unsent: 0, ...(durableAt !== '' && { durableAt }) })
  }
  const count = async (): Promise<void> => {
    clearTimeout(counting)
    counting = undefined
    if (hasLeft) return
    const more = uncounted
    uncounted = 0
    try {
      await database.documents
        .where('name')
        .equals(name)
        .modify((known) => {
          known.isUnsent = true
          known.unsent = (known.unsent ?? 0) + more
        })
    } catch {
      uncounted += more
      isMarked = false
    }
  }
  const recordSoon = (): void => {
    timer ??= setTimeout(() => void record().catch(() => undefined), RECORD_EVERY)
  }

  return {
    inRelay,
    edited(isOwn) {
      setInRelay(false)
      if (!isOwn) return
      uncounted++
      if (isMarked) counting ??= setTimeout(() => void count(), RECORD_EVERY)
      else {
        isMarked = true
        void count()
      }
    },
    acknowledged() {
      durableAt = now().toISOString()
      setInRelay(true)
      recordSoon()
      for (const listener of listeners) listener()
    },
    onlyReading: () => setInRelay(true),
    received() {
      if (inRelay()) recordSoon()
    },
    onDurable(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    compare(known) {
      const isEmpty = doc.store.clients.size === 0
      const isSame = known?.durable != null && Y.equalSnapshots(Y.decodeSnapshot(known.durable), Y.snapshot(doc))
      setInRelay(isEmpty || isSame)
    },
    leaveRecord() {
      hasLeft = true
    },
    async dispose() {
      if (timer !== undefined) await record().catch(() => undefined)
      if (counting !== undefined) await count()
      listeners.clear()
    },
  }
}
