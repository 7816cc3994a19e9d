/**
 * An archive on a page for tests: a real document, view, outbox, file store and place marks, with a relay that is away. The review is
 * set by the test, as the relay's facts would set it.
 */
import 'fake-indexeddb/auto'
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import { LOCAL_EDIT } from '@yejibu/shared/archive/archive-doc'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { createRoot, createSignal, type JSX } from 'solid-js'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { LanguageProvider } from '../../language/language.tsx'
import { createApi } from '../../platform/api.ts'
import { openAccountDatabase } from '../../platform/database.ts'
import { createEvidenceStore } from '../../platform/evidence-store.ts'
import { createOutbox, type Outbox } from '../../platform/outbox.ts'
import { createStorageHealth } from '../../platform/storage-health.ts'
import { type Archive, createArchive } from '../../sync/create-archive.ts'
import { createOwnEntries } from '../../sync/create-own-entries.ts'
import { createSavedWhere } from '../../sync/saved-where.ts'
import { ToastProvider } from '../../ui/toasts.tsx'
import { createSending } from '../create-sending.ts'
import type { OwnArchive } from '../own-archive.tsx'

export interface ArchiveStage {
  readonly archive: OwnArchive
  readonly view: Archive
  readonly doc: Y.Doc
  readonly outbox: Outbox
  /** The relay's facts arrive. */
  setReview(review: ReturnType<ReviewHistory['review']>): void
}

export const OWNER = 'xumingchuan' as AccountId
export const TODAY = '2022-06-30'
let accounts = 0

export function archiveStage(): ArchiveStage {
  return createRoot((dispose) => {
    accounts += 1
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    const [review, setReview] = createSignal<ReturnType<ReviewHistory['review']>>({ items: {} })
    const shown = createArchive({ doc, undo, owner: OWNER, review })
    const secretDoc = new Y.Doc()
    const secretUndo = new Y.UndoManager(secretDoc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    const secret = createArchive({ doc: secretDoc, undo: secretUndo, owner: OWNER, review })
    const database = openAccountDatabase(`${OWNER}-${accounts}` as AccountId)
    const api = createApi({ fetch: () => Promise.reject(new TypeError('away')) })
    const outbox = createOutbox({ database, api })
    const evidence = createEvidenceStore({ database, api, storage: createStorageHealth(undefined) })
    const local = () => ({ kind: 'saved' }) as const
    const placesOf = (archive: Archive, kind: string) =>
      createSavedWhere({
        database,
        document: `${kind}/${OWNER}`,
        archive,
        local,
        onDurable: () => () => undefined,
      })
    const places = { shown: placesOf(shown, 'archive'), secret: placesOf(secret, 'private') }
    const own = createOwnEntries({
      owner: OWNER,
      shown: { doc, archive: shown, savedWhere: places.shown },
      secret: { doc: secretDoc, archive: secret, savedWhere: places.secret },
      evidence,
    })
    const { view, savedWhere, privacy } = own
    onTestFinished(() => {
      outbox.dispose()
      evidence.dispose()
      places.shown.dispose()
      places.secret.dispose()
      own.dispose()
      shown.dispose()
      secret.dispose()
      dispose()
    })
    const connection = () => ({ kind: 'away' }) as const
    const away = { local, connection, inRelay: () => false }
    const archive: OwnArchive = {
      id: OWNER,
      view,
      edits: view,
      document: { ...away, undo },
      documentOf: (id) => ({ ...away, undo: own.isInPrivate(id) ? secretUndo : undo }),
      privacy,
      brake: { attempt: (_count, work) => work() },
      savedWhere,
      sending: createSending(outbox, OWNER),
      evidence,
      facts: { reviewOfArchive: review },
      names: { of: () => undefined },
      employer: '绍兴市越州生态环境监测中心',
      today: TODAY,
    }
    return { archive, view, doc, outbox, setReview: (next) => setReview(next) }
  })
}

/** Renders with the words, the notices and the addresses that every page has. */
export function renderPage(page: () => JSX.Element, at = '/'): ReturnType<typeof createMemoryHistory> {
  const history = createMemoryHistory()
  history.set({ value: at })
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>
        <MemoryRouter history={history}>
          <Route path="*" component={page} />
        </MemoryRouter>
      </ToastProvider>
    </LanguageProvider>
  ))
  return history
}
