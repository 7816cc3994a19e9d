// @vitest-environment node
import 'fake-indexeddb/auto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi } from '../platform/api.ts'
import { openWorkplace } from './open-workplace.ts'
import { type PocketRelay, SocketForTests, startPocketRelay } from './testing/pocket-relay.ts'
import type { Workplace } from './workplace.ts'

const OWNER = 'sharing-pages' as AccountId
let relay: PocketRelay
let workplace: Workplace

beforeEach(async () => {
  relay = await startPocketRelay()
  // The document's socket alone is here; the rest of the relay cannot be reached.
  const api = createApi({ fetch: () => Promise.reject(new TypeError('no network')) })
  workplace = await openWorkplace({ account: OWNER, api, socketOrigin: relay.origin, WebSocket: SocketForTests })
})
afterEach(async () => {
  await workplace.dispose()
  await relay.stop()
})

describe('pages that borrow one archive', () => {
  it('[CLIENT-490] share what was read of it, until the last has given it back', async () => {
    const overview = workplace.borrowArchive(OWNER)
    await overview.document.whenLoaded
    const id = overview.archive.addItem('paper', { title: '水质监测' })
    const read = overview.archive.item(id)
    const section = workplace.borrowArchive(OWNER)
    overview.giveBack()
    overview.giveBack()
    expect(section.archive.item(id)).toBe(read)
    section.archive.setField(id, 'title', '水质自动监测')
    expect(section.archive.item(id)?.fields.title).toBe('水质自动监测')
    const afterEdit = section.archive.item(id)
    section.giveBack()
    const entry = workplace.borrowArchive(OWNER)
    expect(entry.archive.item(id)).toBe(afterEdit)
  })

  it('[CLIENT-490] read it anew from this browser once the document was closed', async () => {
    const first = workplace.borrowArchive(OWNER)
    await first.document.whenLoaded
    const id = first.archive.addItem('paper', { title: '地下水' })
    await vi.waitUntil(() => first.document.local().kind === 'saved')
    first.giveBack()
    await new Promise<void>((resolve) => queueMicrotask(resolve))
    const again = workplace.borrowArchive(OWNER)
    await again.document.whenLoaded
    expect(again.archive).not.toBe(first.archive)
    expect(again.archive.item(id)?.fields.title).toBe('地下水')
    again.archive.setField(id, 'title', '地下水监测')
    expect(again.archive.item(id)?.fields.title).toBe('地下水监测')
    expect(first.archive.item(id)?.fields.title).toBe('地下水')
  })
})
