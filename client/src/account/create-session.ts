/**
 * Who works in this browser, kept in its store. Starting needs no relay: the session that was kept opens the pages, and the relay
 * is asked meanwhile whether it still honours it.
 *
 * Always true: only the relay's word makes a session `expired` or `confirmed`; being unreachable changes nothing.
 */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type Session, sessionSchema } from '@yejibu/shared/wire/session'
import { liveQuery } from 'dexie'
import { createSignal } from 'solid-js'
import { type Api, type ApiResult, nothingSchema } from '../platform/api.ts'
import { forgetAccount, openAccountDatabase, openPeopleDatabase, type PeopleDatabase } from '../platform/database.ts'
import { whenUnused } from '../platform/in-use.ts'
import type { SessionControl, SessionState } from './session.ts'
import { unsentOf } from './unsent.ts'

export interface CreateSessionOptions {
  readonly api: Api
  readonly people?: PeopleDatabase
  readonly now?: () => Date
  /** Told when the relay honours the session again: connections and outbox go on. */
  readonly onRenewed?: () => void
}

/** Milliseconds between two questions to the relay while it honours the session: it renews it by being asked. */
const CONFIRM_EVERY = 10 * 60_000

export function createSession({ api, ...options }: CreateSessionOptions): SessionControl {
  const people = options.people ?? openPeopleDatabase()
  const now = options.now ?? (() => new Date())
  const [state, setState] = createSignal<SessionState>({ kind: 'opening' })
  let isDisposed = false
  /** This browser had a signed-in person when it was last looked at. */
  let hasKept = false

  const current = (): Session | null => {
    const known = state()
    return known.kind === 'signed-in' ? known.session : null
  }
  const signedIn = (session: Session, standing: 'confirmed' | 'unconfirmed' | 'expired'): void => {
    if (!isDisposed) setState({ kind: 'signed-in', session, standing })
  }

  const keep = async (session: Session): Promise<void> => {
    const { id, username, name } = session.account
    await inAccount(id, (database) => database.session.put({ key: 'current', session }))
    await people.transaction('rw', people.people, people.current, async () => {
      await people.people.put({ id, username, name, lastAt: now().toISOString() })
      await people.current.put({ key: 'current', account: id })
      await people.current.delete('leaving')
    })
  }
  const accept = async (answer: ApiResult<Session>): Promise<ApiResult<Session>> => {
    if (!answer.ok) return answer
    // A browser that stores nothing can still be worked in while the relay is there.
    await keep(answer.value).catch(() => undefined)
    signedIn(answer.value, 'confirmed')
    options.onRenewed?.()
    return answer
  }

  const confirm = async (): Promise<void> => {
    const before = state()
    if (before.kind !== 'signed-in' && (await isLeaving())) {
      if (!isDisposed) setState({ kind: 'signed-out' })
      return
    }
    const answer = await api.call('GET', '/api/session', sessionSchema)
    if (isDisposed) return
    if (answer.ok) {
      const isNews = before.kind !== 'signed-in' || before.standing !== 'confirmed'
      // The cookie may belong to somebody who signed in elsewhere in this browser.
      const isSame = before.kind !== 'signed-in' || before.session.account.id === answer.value.account.id
      if (!isSame) return expire()
      await keep(answer.value).catch(() => undefined)
      signedIn(answer.value, 'confirmed')
      if (isNews) options.onRenewed?.()
    } else if (answer.refusal.kind === 'not-signed-in') expire()
    else if (before.kind === 'opening') setState({ kind: 'signed-out' })
  }
  /** Someone signed out while the relay was away: its cookie is still here and opens nothing until the relay was told. */
  const isLeaving = async (): Promise<boolean> => {
    const leaving = await people.current.get('leaving').catch(() => undefined)
    if (!leaving) return false
    await leave()
    return true
  }
  const leave = async (): Promise<void> => {
    const answer = await api.call('DELETE', '/api/session', nothingSchema)
    if (answer.ok || answer.refusal.kind === 'not-signed-in') await people.current.delete('leaving')
  }
  const expire = (): void => {
    const session = current()
    if (session) signedIn(session, 'expired')
    else if (!isDisposed) setState({ kind: 'signed-out' })
  }

  const reopen = async (): Promise<void> => {
    const session = await keptSession(people).catch(() => null)
    if (session) signedIn(session, 'unconfirmed')
    await confirm()
  }
  void reopen()

  // Another tab signed out or signed another person in: this one follows.
  const followed = liveQuery(() => people.current.get('current')).subscribe({
    next(entry) {
      const session = current()
      if (session && state().kind === 'signed-in' && entry?.account !== session.account.id && hasKept) {
        setState({ kind: 'signed-out' })
        if (entry) void reopen()
      }
      hasKept = entry !== undefined
    },
    error: () => undefined,
  })
  const stopListening = api.onNotSignedIn(() => {
    if (current()) expire()
  })
  const timer = setInterval(() => {
    const known = state()
    if (known.kind === 'signed-in' && known.standing !== 'expired') void confirm()
  }, CONFIRM_EVERY)
  const onOnline = (): void => {
    if (current()) void confirm()
  }
  globalThis.addEventListener?.('online', onOnline)

  return {
    state,
    signIn: async (username, password) =>
      accept(await api.call('POST', '/api/session', sessionSchema, { json: { username, password } })),
    signInAsSample: async (username) =>
      accept(await api.call('POST', '/api/sample/session', sessionSchema, { json: { username } })),
    async unsent(options) {
      const session = current()
      return session ? inAccount(session.account.id, (database) => unsentOf(database, options)) : null
    },
    async signOut({ forget = false } = {}) {
      const account = current()?.account.id
      if (!account) return
      await people.transaction('rw', people.current, async () => {
        await people.current.put({ key: 'leaving', account })
        await people.current.delete('current')
      })
      setState({ kind: 'signed-out' })
      await leave()
      await inAccount(account, (database) => database.session.delete('current')).catch(() => undefined)
      if (!forget) return
      await whenUnused(account)
      await forgetAccount(account)
      await people.people.delete(account)
    },
    confirm,
    dispose() {
      isDisposed = true
      clearInterval(timer)
      followed.unsubscribe()
      stopListening()
      globalThis.removeEventListener?.('online', onOnline)
    },
  }
}

async function keptSession(people: PeopleDatabase): Promise<Session | null> {
  const entry = await people.current.get('current')
  if (!entry) return null
  const kept = await inAccount(entry.account, (database) => database.session.get('current'))
  const session = sessionSchema.safeParse(kept?.session)
  return session.success ? session.data : null
}

async function inAccount<Value>(
  account: AccountId,
  work: (database: ReturnType<typeof openAccountDatabase>) => PromiseLike<Value>,
): Promise<Value> {
  const database = openAccountDatabase(account)
  try {
    return await work(database)
  } finally {
    database.close()
  }
}
