/** Opens a workplace: what belongs to one account in this tab is made here and let go here, in one order. */
import { type DocumentName, documentName } from '@yejibu/shared/account/access'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Api } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { createEvidenceStore } from '../platform/evidence-store.ts'
import { holdInUse } from '../platform/in-use.ts'
import { createOutbox } from '../platform/outbox.ts'
import { createStorageHealth } from '../platform/storage-health.ts'
import { createArchive } from './create-archive.ts'
import { createPresence } from './create-presence.ts'
import { createFacts } from './facts.ts'
import { followCalendar } from './follow-calendar.ts'
import { type OpenDocument, openDocument } from './open-document.ts'
import { createSavedWhere } from './saved-where.ts'
import { ACKNOWLEDGED, type Borrowed, type BorrowedArchive, type Workplace } from './workplace.ts'

export interface WorkplaceOptions {
  readonly account: AccountId
  readonly api: Api
  /** `ws://` or `wss://` address of the relay; by default this page's own origin. */
  readonly socketOrigin?: string
  /** Told when the relay says that the session ended. */
  readonly onSessionExpired?: () => void
  readonly WebSocket?: typeof WebSocket
  readonly random?: () => number
}

interface Lent {
  readonly borrowed: Borrowed
  borrowers: number
  /** What was read of an archive: the next page takes it as it is, with the digests that are known. */
  reading?: Pick<BorrowedArchive, 'archive' | 'savedWhere'> & { readonly stop: () => void }
}

/** @throws when the browser's store cannot be opened (private window, no room, switched off) */
export async function openWorkplace({ account, api, ...options }: WorkplaceOptions): Promise<Workplace> {
  const database = openAccountDatabase(account)
  await database.open()
  const storage = createStorageHealth()
  void storage.refresh()
  const stopWatching = storage.watch(() => database.settings.put({ key: 'still-writing', value: Date.now() }))
  const random = options.random ?? Math.random
  const facts = createFacts({ database, api, random })
  const unfollowCalendar = followCalendar(facts)
  const noteAcknowledged = (): void => {
    database.settings.put({ key: ACKNOWLEDGED, value: new Date().toISOString() }).catch(() => undefined)
  }
  const onAccepted = (): void => {
    noteAcknowledged()
    void facts.refresh()
  }
  const outbox = createOutbox({ database, api, random, onAccepted })
  const evidence = createEvidenceStore({ database, api, storage, random, onThere: noteAcknowledged })
  const lent = new Map<DocumentName, Lent>()
  const closing = new Set<Promise<void>>()
  const stopped = new AbortController()
  // Held while this tab works for the account, so that nobody clears its data under it.
  let leave: () => void = () => undefined
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  void holdInUse(account, left)

  const open = (name: DocumentName): OpenDocument =>
    openDocument({
      account,
      name,
      database,
      socketOrigin: options.socketOrigin ?? location.origin.replace(/^http/, 'ws'),
      random,
      onStoreError: (error) => storage.report(error),
      ...(options.onSessionExpired && { onSessionExpired: options.onSessionExpired }),
      ...(options.WebSocket && { WebSocket: options.WebSocket }),
    })

  const close = (name: DocumentName, { borrowed: { document, presence }, reading }: Lent): void => {
    lent.delete(name)
    reading?.stop()
    presence.dispose()
    const closed = document.dispose().finally(() => closing.delete(closed))
    closing.add(closed)
  }

  const lend = (name: DocumentName): { readonly item: Lent; readonly borrowed: Borrowed } => {
    let item = lent.get(name)
    if (!item) {
      const document = open(name)
      const presence = createPresence(document.awareness)
      item = { borrowed: { document, presence, giveBack: () => undefined }, borrowers: 0 }
      lent.set(name, item)
    }
    const known = item
    known.borrowers++
    return { item: known, borrowed: { ...known.borrowed, giveBack: onceOnly(() => giveBack(name, known)) } }
  }
  const readArchive = (name: DocumentName, owner: AccountId, document: OpenDocument) => {
    const { doc, undo, local, onDurable } = document
    const archive = createArchive({ doc, undo, owner, review: () => facts.reviewOfArchive(owner) })
    const savedWhere = createSavedWhere({ database, document: name, archive, local, onDurable })
    return {
      archive,
      savedWhere,
      stop() {
        savedWhere.dispose()
        archive.dispose()
      },
    }
  }
  const giveBack = (name: DocumentName, item: Lent): void => {
    item.borrowers--
    // The next page often wants the same document: it is asked first.
    queueMicrotask(() => {
      if (item.borrowers === 0 && lent.get(name) === item) close(name, item)
    })
  }

  return {
    account,
    api,
    database,
    outbox,
    facts,
    evidence,
    storage,
    borrow: (name) => lend(name).borrowed,
    borrowArchive(owner, kind = 'archive'): BorrowedArchive {
      const name = documentName({ kind, owner })
      const { item, borrowed } = lend(name)
      item.reading ??= readArchive(name, owner, borrowed.document)
      const { archive, savedWhere } = item.reading
      return { ...borrowed, archive, savedWhere }
    },
    reconnect() {
      for (const { borrowed } of lent.values()) borrowed.document.reconnect()
      outbox.wake()
      evidence.wake()
      void facts.refresh()
    },
    async dispose() {
      if (stopped.signal.aborted) return
      stopped.abort()
      stopWatching()
      outbox.dispose()
      evidence.dispose()
      unfollowCalendar()
      facts.dispose()
      for (const [name, item] of [...lent]) close(name, item)
      await Promise.all(closing)
      database.close()
      leave()
    },
  }
}

function onceOnly(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
