/**
 * Sessions: a random token that only its holder has; the relay keeps its SHA-256.
 *
 * A browser's session ends 12 hours after its last use and 30 days after its beginning, whichever is first. Its token is replaced each
 * hour. The replaced token stays good until the new one has been used, and 60 s longer: requests under way and an answer lost on a
 * bad line must not sign anybody out. A script's token has the expiry it was issued with and is never replaced.
 */
import { createHash } from 'node:crypto'
import { type AccountId, idFrom } from '@yejibu/shared/kernel/ids'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const IDLE_MS = 12 * HOUR
export const ABSOLUTE_MS = 30 * 24 * HOUR
export const ROTATION_MS = HOUR
export const GRACE_MS = MINUTE
/** How often a session's last use is written down. */
const NOTE_USE_MS = MINUTE

export type SessionKind = 'browser' | 'script'

/** Times are milliseconds since 1970. */
export interface StoredSession {
  readonly id: string
  readonly account: AccountId
  readonly kind: SessionKind
  /** What a script's token is for, shown in lists. */
  readonly label: string
  readonly tokenHash: string
  readonly previousHash: string | null
  /** Until when the previous token is good; null: until the present one is used. */
  readonly previousUntil: number | null
  readonly rotatedAt: number
  readonly createdAt: number
  readonly usedAt: number
  readonly endsAt: number
}

/** Port. */
export interface SessionStore {
  add(session: StoredSession): Promise<void>
  /** Token, rotation and use; nothing happens when the session was ended meanwhile. */
  change(session: StoredSession): Promise<void>
  byTokenHash(tokenHash: string): Promise<StoredSession | null>
  byId(id: string): Promise<StoredSession | null>
  /** Those of these that there are, in one question however many. */
  byIds(ids: readonly string[]): Promise<readonly StoredSession[]>
  of(account: AccountId): Promise<readonly StoredSession[]>
  delete(ids: readonly string[]): Promise<void>
}

export interface LiveSession {
  readonly id: string
  readonly account: AccountId
  readonly kind: SessionKind
  /** Milliseconds since 1970, when it is not used again. */
  readonly expiresAt: number
  /** A new token for the cookie, when it is time for one. */
  readonly newToken: string | null
}

export type Found = LiveSession | 'unknown' | 'expired'

export interface Sessions {
  begin(account: AccountId): Promise<{ readonly token: string; readonly session: LiveSession }>
  issueScriptToken(
    account: AccountId,
    label: string,
    endsAt: number,
  ): Promise<{ readonly id: string; readonly token: string }>
  /** @param mayRotate false where no cookie can be set in the answer (sockets, event streams) */
  find(token: string, mayRotate: boolean): Promise<Found>
  isLive(id: string): Promise<boolean>
  /** Of these, the ones that have ended. */
  endedAmong(ids: readonly string[]): Promise<readonly string[]>
  of(account: AccountId): Promise<readonly StoredSession[]>
  end(id: string): Promise<void>
  /** Ends all of the account's sessions and script tokens but one. */
  endAll(account: AccountId, except: string | null): Promise<void>
  /** Told of each session ended in this process; returns the undo. */
  onEnded(listener: (ended: { readonly id: string; readonly account: AccountId }) => void): () => void
}

export interface SessionParts {
  readonly store: SessionStore
  now(): Date
  randomBytes(count: number): Uint8Array
}

export function createSessions({ store, now, randomBytes }: SessionParts): Sessions {
  const listeners = new Set<(ended: { readonly id: string; readonly account: AccountId }) => void>()
  const newToken = () => Buffer.from(randomBytes(32)).toString('base64url')

  const make = (account: AccountId, kind: SessionKind, label: string, endsAt: number, token: string): StoredSession => {
    const at = now().getTime()
    return {
      id: idFrom(randomBytes(20)),
      account,
      kind,
      label,
      tokenHash: hashOfToken(token),
      previousHash: null,
      previousUntil: null,
      rotatedAt: at,
      createdAt: at,
      usedAt: at,
      endsAt,
    }
  }

  const end = async (sessions: readonly StoredSession[]) => {
    await store.delete(sessions.map((session) => session.id))
    for (const { id, account } of sessions) for (const listener of listeners) listener({ id, account })
  }

  return {
    async begin(account) {
      const token = newToken()
      const session = make(account, 'browser', '', now().getTime() + ABSOLUTE_MS, token)
      await store.add(session)
      return { token, session: live(session, null) }
    },
    async issueScriptToken(account, label, endsAt) {
      const token = newToken()
      const session = make(account, 'script', label, endsAt, token)
      await store.add(session)
      return { id: session.id, token }
    },
    async find(token, mayRotate) {
      const hash = hashOfToken(token)
      const session = await store.byTokenHash(hash)
      if (!session) return 'unknown'
      const at = now().getTime()
      if (at >= expiryOf(session)) {
        await end([session])
        return 'expired'
      }
      const isPrevious = session.previousHash === hash
      if (isPrevious && session.previousUntil !== null && at >= session.previousUntil) return 'unknown'
      let next = session
      if (!isPrevious && session.previousHash !== null && session.previousUntil === null) {
        next = { ...next, previousUntil: at + GRACE_MS }
      }
      // The new token's answer never arrived: whoever still holds the old one gets another.
      const isLost = isPrevious && session.previousUntil === null && at - session.rotatedAt >= GRACE_MS
      const isDue = !isPrevious && at - session.rotatedAt >= ROTATION_MS
      const fresh = mayRotate && session.kind === 'browser' && (isLost || isDue) ? newToken() : null
      if (fresh !== null) {
        next = { ...next, tokenHash: hashOfToken(fresh), previousHash: hash, previousUntil: null, rotatedAt: at }
      }
      if (at - session.usedAt >= NOTE_USE_MS) next = { ...next, usedAt: at }
      if (next !== session) await store.change(next)
      return live(next, fresh)
    },
    async isLive(id) {
      const session = await store.byId(id)
      return session !== null && now().getTime() < expiryOf(session)
    },
    async endedAmong(ids) {
      const at = now().getTime()
      const live = new Set((await store.byIds(ids)).filter((session) => at < expiryOf(session)).map(({ id }) => id))
      return ids.filter((id) => !live.has(id))
    },
    of: (account) => store.of(account),
    async end(id) {
      const session = await store.byId(id)
      if (session) await end([session])
    },
    async endAll(account, except) {
      await end((await store.of(account)).filter((session) => session.id !== except))
    },
    onEnded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function expiryOf(session: StoredSession): number {
  return session.kind === 'script' ? session.endsAt : Math.min(session.endsAt, session.usedAt + IDLE_MS)
}

function live(session: StoredSession, newToken: string | null): LiveSession {
  const { id, account, kind } = session
  return { id, account, kind, expiresAt: expiryOf(session), newToken }
}
