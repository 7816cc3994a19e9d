/**
 * When a list is asked for again: as soon as the relay's live feed says that one of her lists changed, in whichever tab heard it; whenever somebody comes
 * back to the page; and every two minutes in sight, for what no news was told of or reached nobody.
 */
import { createEffect, on, onCleanup } from 'solid-js'
import type { AccountDatabase } from '../platform/database.ts'
import { createQueueNews, UNREAD } from './create-queue-news.ts'

/** Milliseconds. */
const FALLBACK = 120_000

/** Owned by the page that asks. The first asking is its own. */
export function createAskingAgain(database: Pick<AccountDatabase, 'settings'>, again: () => void): void {
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') again()
  }
  createEffect(
    on(createQueueNews(database), (_, before) => {
      if (before !== undefined && before !== UNREAD) again()
    }),
  )
  const timer = setInterval(whenSeen, FALLBACK)
  document.addEventListener('visibilitychange', whenSeen)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', whenSeen)
  })
}
