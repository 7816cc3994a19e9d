// @vitest-environment node
import 'fake-indexeddb/auto'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi } from '../platform/api.ts'
import {
  accountDatabaseName,
  openAccountDatabase,
  openPeopleDatabase,
  type PeopleDatabase,
} from '../platform/database.ts'
import { createSession } from './create-session.ts'
import type { SessionControl } from './session.ts'

const session = (id: string, name: string) => ({
  account: { id, username: id, name },
  memberships: [{ orgId: 'yuezhou', orgName: '绍兴市越州生态环境监测中心', orgKind: 'employer', role: 'applicant' }],
  expiresAt: '2026-12-01T00:00:00Z',
})

/** Who the relay's cookie belongs to; `away` when it cannot be reached. */
let cookie: ReturnType<typeof session> | 'away' | null
let people: PeopleDatabase
let controls: SessionControl[]

const relay: typeof fetch = async (_input, init) => {
  if (cookie === 'away') throw new TypeError('fetch failed')
  if (init?.method === 'POST') {
    const { username }: { username: string } = JSON.parse(String(init.body))
    cookie = session(username, username === 'xu' ? '许明川' : '沈知远')
  }
  if (init?.method === 'DELETE') {
    cookie = null
    return new Response(null, { status: 204 })
  }
  if (cookie) return Response.json(cookie)
  return new Response(JSON.stringify({ type: 'x', status: 401, refusal: { kind: 'not-signed-in' } }), {
    status: 401,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })
}

function start(): SessionControl {
  const control = createSession({ api: createApi({ fetch: relay }), people })
  controls.push(control)
  return control
}
const standing = (control: SessionControl): string => {
  const state = control.state()
  return state.kind === 'signed-in' ? `${state.session.account.name} ${state.standing}` : state.kind
}

beforeEach(() => {
  cookie = null
  controls = []
  people = openPeopleDatabase()
})
afterEach(async () => {
  for (const control of controls) control.dispose()
  await people.delete()
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
})

describe('the session', () => {
  it('[CLIENT-16] opens again without the relay as the person who was signed in', async () => {
    const first = start()
    await vi.waitUntil(() => first.state().kind === 'signed-out')
    await first.signIn('xu', 'long enough a password')
    expect(standing(first)).toBe('许明川 confirmed')
    first.dispose()
    cookie = 'away'
    const second = start()
    await vi.waitUntil(() => second.state().kind === 'signed-in')
    await second.confirm()
    expect(standing(second)).toBe('许明川 unconfirmed')
  })

  it('[CLIENT-17] goes on offline when the session expired, and is confirmed by signing in again', async () => {
    const control = start()
    await vi.waitUntil(() => control.state().kind === 'signed-out')
    await control.signIn('xu', 'long enough a password')
    cookie = null
    await control.confirm()
    expect(standing(control)).toBe('许明川 expired')
    await control.signIn('xu', 'long enough a password')
    expect(standing(control)).toBe('许明川 confirmed')
  })

  it('[CLIENT-17] never takes another person’s cookie for this person’s session', async () => {
    const control = start()
    await vi.waitUntil(() => control.state().kind === 'signed-out')
    await control.signIn('xu', 'long enough a password')
    cookie = session('shen', '沈知远')
    await control.confirm()
    expect(standing(control)).toBe('许明川 expired')
  })

  it('[CLIENT-18] says what would stay unsent before signing out, and keeps it when she leaves', async () => {
    const control = start()
    await vi.waitUntil(() => control.state().kind === 'signed-out')
    await control.signIn('xu', 'long enough a password')
    expect(await control.unsent()).toBe(null)
    const database = openAccountDatabase('xu' as AccountId)
    await database.documents.put({ name: 'archive/xu', epoch: null, durable: null, isUnsent: true, copy: 0 })
    await database.savedWhere.put({ document: 'archive/xu', item: 'a1' as ItemId, digest: '0' })
    database.close()
    expect(await control.unsent()).toEqual({ commands: 0, files: 0, documents: ['archive/xu'], aside: 0 })
    await control.signOut()
    expect(standing(control)).toBe('signed-out')
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain(accountDatabaseName('xu' as AccountId))
    const next = start()
    await vi.waitUntil(() => next.state().kind !== 'opening')
    expect(standing(next)).toBe('signed-out')
  })

  it('[CLIENT-18] stays signed out when the relay could not be told, and tells it later', async () => {
    const control = start()
    await vi.waitUntil(() => control.state().kind === 'signed-out')
    await control.signIn('xu', 'long enough a password')
    const kept = cookie
    cookie = 'away'
    await control.signOut()
    control.dispose()
    cookie = kept
    const next = start()
    await vi.waitUntil(() => next.state().kind !== 'opening')
    expect(standing(next)).toBe('signed-out')
    expect(cookie).toBe(null)
  })

  it('[CLIENT-18] leaves nothing of a person on the computer when she asks to be forgotten', async () => {
    const control = start()
    await vi.waitUntil(() => control.state().kind === 'signed-out')
    await control.signIn('xu', 'long enough a password')
    await control.signOut({ forget: true })
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(accountDatabaseName('xu' as AccountId))
    expect(await people.people.toArray()).toEqual([])
  })

  it('[CLIENT-19] follows when another tab signs out', async () => {
    const one = start()
    await vi.waitUntil(() => one.state().kind === 'signed-out')
    await one.signIn('xu', 'long enough a password')
    const two = start()
    await vi.waitUntil(() => two.state().kind === 'signed-in')
    await one.signOut()
    await vi.waitUntil(() => two.state().kind === 'signed-out')
  })
})
