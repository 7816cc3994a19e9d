/**
 * One document, open on this device: a Y.Doc, its store in this browser, its socket to the relay and its bridge to this
 * person's other tabs, all with one lifetime.
 *
 * Always true: nothing is sent before the relay has named the document's epoch and it is the one we knew; `inRelay` is true
 * only when the relay has acknowledged, after its commit, everything that this document holds.
 */

import { type DocumentName, parseDocumentName } from '@yejibu/shared/account/access'
import { LOCAL_EDIT } from '@yejibu/shared/archive/archive-doc'
import { makeLostWriteKeeper, mayBeCleared } from '@yejibu/shared/archive/lost-write'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type Accessor, createSignal } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type AccountDatabase, type DocumentRecord, documentDatabaseName, setAsideIn } from '../platform/database.ts'
import type { ConnectionState, DocumentRight, LocalState } from './document-state.ts'
import { createDurability } from './durability.ts'
import { openLocalDocument } from './local-document.ts'
import { openRelaySocket } from './relay-socket.ts'
import { openTabBridge } from './tab-bridge.ts'

export interface OpenDocument {
  readonly name: DocumentName
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Undoes what this person did at this device, never what came from elsewhere. */
  readonly undo: Y.UndoManager
  readonly local: Accessor<LocalState>
  readonly connection: Accessor<ConnectionState>
  readonly right: Accessor<DocumentRight>
  /** Everything in the document is durable at the relay. Known offline, too. */
  readonly inRelay: Accessor<boolean>
  /** The relay refused something we wrote here (for instance after the right was lost). */
  readonly wasRefused: Accessor<boolean>
  /** What this browser keeps has been read: the page can be shown. */
  readonly whenLoaded: Promise<void>
  /** Told each time everything became durable at the relay. Returns the undo. */
  onDurable(listener: () => void): () => void
  /**
   * After `epoch-changed`. `keep-mine` sends what this device holds into the restored document. `take-theirs` leaves this device's
   * copy aside, in the browser, and starts an empty one: reload the page afterwards.
   */
  resolveEpoch(choice: 'keep-mine' | 'take-theirs'): Promise<void>
  /** Try the connection again now, after `ended` too. */
  reconnect(): void
  dispose(): Promise<void>
}

export interface OpenDocumentOptions {
  readonly account: AccountId
  readonly name: DocumentName
  readonly database: AccountDatabase
  /** `ws://` or `wss://` address of the relay, without the path. */
  readonly socketOrigin: string
  /** False to work on this device alone. */
  readonly connect?: boolean
  /** Told when the relay says the session ended: renew it, then `reconnect()`. */
  readonly onSessionExpired?: () => void
  /** Told of every error of this browser's store. */
  readonly onStoreError?: (error: unknown) => void
  readonly random?: () => number
  readonly WebSocket?: typeof WebSocket
  /** Further query parameters of the socket, e.g. a script's token. */
  readonly params?: Readonly<Record<string, string>>
}

export function openDocument(options: OpenDocumentOptions): OpenDocument {
  const { name, database, account } = options
  const doc = new Y.Doc({ gcFilter: mayBeCleared })
  const awareness = new Awareness(doc)
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 600 })
  const [local, setLocal] = createSignal<Accessor<LocalState>>(() => OPENING)
  const [wasRefused, setRefused] = createSignal(false)
  const durability = createDurability(doc, name, database)
  const closings: (() => void | Promise<void>)[] = []
  let isDisposed = false
  /** This device may hold edits that the relay lacks, even where it may only read now. */
  let holdsOwn = false

  const socket = openRelaySocket({
    doc,
    awareness,
    name,
    socketOrigin: options.socketOrigin,
    params: options.params ?? {},
    random: options.random ?? Math.random,
    WebSocket: options.WebSocket,
    onSessionExpired: options.onSessionExpired,
    onAcknowledged: () => {
      setRefused(false)
      durability.acknowledged()
    },
    onSynced: () => {
      if (socket.right() === 'read' && !holdsOwn) durability.onlyReading()
    },
    onRefused: () => {
      setRefused(true)
      durability.edited(true)
    },
    onEpoch: (epoch) => {
      void database.documents.update(name, { epoch }).catch((error: unknown) => options.onStoreError?.(error))
    },
  })

  const load = async (): Promise<void> => {
    const record = await recordOf(database, name, options.onStoreError)
    if (isDisposed) return
    // Before the store is read: a page may have been closed between taking another device's value in and keeping the one that lost.
    if (keepsLostWrites(name, account)) closings.push(makeLostWriteKeeper(doc))
    const store = openLocalDocument(doc, documentDatabaseName(account, name, record.copy), {
      ...(options.random && { random: options.random }),
      ...(options.onStoreError && { onError: options.onStoreError }),
    })
    closings.push(() => store.dispose())
    setLocal(() => store.state)
    await store.whenLoaded
    if (isDisposed) return
    durability.compare(record)
    holdsOwn = record.durable !== null && !durability.inRelay()
    const bridge = openTabBridge(
      doc,
      documentDatabaseName(account, name, record.copy),
      (origin) => !socket.isOrigin(origin) && !store.isOrigin(origin),
    )
    closings.push(() => bridge.dispose())
    socket.follow()
    doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) holdsOwn = true
      if (socket.isOrigin(origin)) durability.received()
      // A reader holds nothing of its own: what comes from its store or its other tabs came from the relay.
      else if (socket.right() !== 'read' || holdsOwn) durability.edited(transaction.local)
      socket.settle()
    })
    if (options.connect !== false) socket.start(record.epoch)
  }
  const whenLoaded = load().catch((error: unknown) => options.onStoreError?.(error))

  return {
    name,
    doc,
    awareness,
    undo,
    local: () => local()(),
    connection: socket.state,
    right: socket.right,
    inRelay: durability.inRelay,
    wasRefused,
    whenLoaded,
    onDurable: durability.onDurable,
    async resolveEpoch(choice) {
      if (choice === 'keep-mine') {
        await database.documents.update(name, { epoch: socket.offeredEpoch(), durable: null })
        socket.start(socket.offeredEpoch())
        return
      }
      await database.transaction('rw', database.documents, async () => {
        const record = (await database.documents.get(name)) ?? blankRecord(name)
        const { copy, isUnsent } = record
        const aside = [...setAsideIn(record), { copy, at: new Date().toISOString(), isUnsent }]
        await database.documents.put({ ...blankRecord(name), copy: copy + 1, aside })
      })
      durability.leaveRecord()
    },
    reconnect: () => socket.reconnect(),
    async dispose() {
      if (isDisposed) return
      isDisposed = true
      socket.dispose()
      awareness.destroy()
      await durability.dispose()
      await Promise.all(closings.map((close) => close()))
      undo.destroy()
      doc.destroy()
    },
  }
}

/** Without its record the document opens as one never opened before: nothing is lost by that, it is only not yet known. */
async function recordOf(
  database: AccountDatabase,
  name: DocumentName,
  onStoreError: ((error: unknown) => void) | undefined,
): Promise<DocumentRecord> {
  const blank = blankRecord(name)
  try {
    const known = await database.documents.get(name)
    if (!known) await database.documents.put(blank)
    return known ?? blank
  } catch (error) {
    onStoreError?.(error)
    return blank
  }
}

function blankRecord(name: DocumentName): DocumentRecord {
  return { name, epoch: null, durable: null, isUnsent: false, copy: 0 }
}

const OPENING: LocalState = { kind: 'opening' }

/** Losing values are kept by their owner's devices alone: everyone else only reads. */
function keepsLostWrites(name: DocumentName, account: AccountId): boolean {
  const document = parseDocumentName(name)
  return (document?.kind === 'archive' || document?.kind === 'private') && document.owner === account
}
