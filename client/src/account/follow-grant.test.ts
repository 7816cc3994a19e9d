import 'fake-indexeddb/auto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createRoot } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { openAccountDatabase } from '../platform/database.ts'
import { BEGINNING, readCursor } from '../sync/fact-store.ts'
import { followGrant } from './follow-grant.ts'

const database = openAccountDatabase('wangxiao' as AccountId)
afterEach(() => database.delete())

const setGrant = (grant: string) => database.settings.put({ key: 'feed', value: { ...BEGINNING, grant } })

test('[CLIENT-14] when what she may see has changed, the relay is asked again who she is', async () => {
  await setGrant('g1')
  expect((await readCursor(database)).grant).toBe('g1')
  let asked = 0
  const confirm = async () => {
    asked += 1
  }
  const dispose = createRoot((end) => {
    followGrant(database, { confirm })
    return end
  })
  expect(asked).toBe(0)
  // The first reading is not news; every later one that differs is.
  for (let n = 2; asked === 0; n++) await setGrant(`g${n}`)
  expect(asked).toBeGreaterThan(0)
  dispose()
})
