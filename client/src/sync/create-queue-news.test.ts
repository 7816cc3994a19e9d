// @vitest-environment node
import 'fake-indexeddb/auto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type AccountDatabase, openAccountDatabase } from '../platform/database.ts'
import { createQueueNews, noteQueueNews } from './create-queue-news.ts'

let database: AccountDatabase
let second: AccountDatabase
let account = 0

beforeEach(() => {
  const id = `queue${account++}` as AccountId
  database = openAccountDatabase(id)
  second = openAccountDatabase(id)
})
afterEach(() => {
  database.close()
  second.close()
})

it('[RELAY-152] every tab of an account learns that its lists changed, each time, and none of another account', async () => {
  const other = openAccountDatabase('somebody-else' as AccountId)
  const { here, there, elsewhere, dispose } = createRoot((dispose) => ({
    here: createQueueNews(database),
    there: createQueueNews(second),
    elsewhere: createQueueNews(other),
    dispose,
  }))
  for (const times of [1, 2]) {
    await noteQueueNews(database)
    await vi.waitFor(() => expect([here(), there()]).toEqual([times, times]))
  }
  expect(elsewhere()).toBe(0)
  dispose()
  other.close()
})
