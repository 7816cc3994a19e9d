/** Whose session a request carries: the cookie of a browser, or the token of a script. The actor is looked up afresh for each request. */
import type { Actor } from '@yejibu/shared/account/actor'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { actorOf, type Directory } from '../account/directory.ts'
import { ABSOLUTE_MS, type LiveSession, type Sessions } from '../account/sessions.ts'
import { refused } from './problem.ts'

export type SignedIn = { Variables: { readonly actor: Actor; readonly session: LiveSession } }

export interface SessionGuardParts {
  readonly sessions: Sessions
  readonly directory: Directory
  readonly isHttps: boolean
}

/** Paths whose answers stay open: a new cookie could not be told apart from an old one there. */
export const LIVE_PATH = '/api/feed/live'

export function signedInOnly(parts: SessionGuardParts): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const token = tokenOf(c)
    const session = token === null ? 'unknown' : await parts.sessions.find(token, c.req.path !== LIVE_PATH)
    if (typeof session === 'string') {
      if (getCookie(c, SESSION_COOKIE) !== undefined) forgetSession(c)
      return refused(c, { kind: 'not-signed-in' })
    }
    c.set('session', session)
    c.set('actor', await actorOf(parts.directory, session.account))
    if (session.newToken !== null) keepSession(c, session.newToken, parts.isHttps)
    return next()
  }
}

export function keepSession(c: Context, token: string, isHttps: boolean): void {
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isHttps,
    maxAge: ABSOLUTE_MS / 1000,
  })
}

export function forgetSession(c: Context): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/' })
}

function tokenOf(c: Context): string | null {
  return bearerToken(c.req.header('authorization')) ?? getCookie(c, SESSION_COOKIE) ?? null
}

export function bearerToken(authorization: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization ?? '')?.[1] ?? null
}
