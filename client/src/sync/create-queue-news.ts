/**
 * That a case came to, moved in or left one of the lists of whoever is signed in, as the relay's live feed says without content. One tab hears it
 * and leaves a mark in the database, so that every tab's lists are asked for again.
 *
 * Use: `const news = createQueueNews(workplace.database)`, then refresh whenever `news()` changes. It also changes after the feed had been away.
 */
import { type Accessor, onCleanup } from 'solid-js'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'

const MARK = 'queue-news'

/** Before the mark was read for the first time; no mark is this number. */
export const UNREAD = -1

type Settings = Pick<AccountDatabase, 'settings'>

/** Owned by the page that asks. Another number means: ask again. */
export function createQueueNews(database: Settings): Accessor<number> {
  const mark = makeQuerySignal(() => readMark(database), UNREAD)
  onCleanup(mark.stop)
  return mark.value
}

export async function noteQueueNews(database: Settings): Promise<void> {
  await database.settings.put({ key: MARK, value: (await readMark(database)) + 1 })
}

async function readMark(database: Settings): Promise<number> {
  const value = (await database.settings.get(MARK))?.value
  return typeof value === 'number' ? value : 0
}
