/** Signing in and out, and the password: `/api/session`. */
import { type Session, signInSchema } from '@yejibu/shared/wire/session'
import { type Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { readBody } from '../http/parse.ts'
import { answered, refused } from '../http/problem.ts'
import { forgetSession, keepSession, type SignedIn, signedInOnly } from '../http/session.ts'
import type { Accounts } from './accounts.ts'
import type { Directory, Person } from './directory.ts'
import type { Lockout } from './lockout.ts'
import type { LiveSession, Sessions } from './sessions.ts'

export interface SessionRouteParts {
  readonly accounts: Accounts
  readonly directory: Directory
  readonly sessions: Sessions
  readonly lockout: Lockout
  readonly isHttps: boolean
  addressOf(c: Context): string
}

/** `POST /api/session/password`: the change ends all of her other sessions. */
export const passwordChangeSchema = z.strictObject({
  old: z.string().check(z.minLength(1), z.maxLength(200)),
  next: z.string().check(z.maxLength(200)),
})

export function sessionRoutes(parts: SessionRouteParts): Hono<SignedIn> {
  const { accounts, directory, sessions, lockout } = parts
  const routes = new Hono<SignedIn>()

  routes.post('/', async (c) => {
    const body = await readBody(c, signInSchema)
    if (!body.ok) return refused(c, body.refusal)
    const { username, password } = body.value
    const address = parts.addressOf(c)
    const retryAfterSeconds = await lockout.secondsLeft(username, address)
    if (retryAfterSeconds !== null) return refused(c, { kind: 'locked-out', retryAfterSeconds })
    const person = await accounts.check(username, password)
    if (!person) {
      await lockout.failed(username, address)
      return refused(c, { kind: 'wrong-password' })
    }
    await lockout.succeeded(username)
    return beginSession(c, parts, person)
  })

  routes.use('*', signedInOnly(parts))
  routes.get('/', async (c) => {
    const { session } = c.var
    const person = await directory.person(session.account)
    return person ? c.json(await sessionBody(directory, person, session)) : refused(c, { kind: 'not-signed-in' })
  })
  routes.delete('/', async (c) => {
    await sessions.end(c.var.session.id)
    forgetSession(c)
    return c.body(null, 204)
  })
  routes.post('/password', async (c) => {
    const body = await readBody(c, passwordChangeSchema)
    if (!body.ok) return refused(c, body.refusal)
    const { account, id } = c.var.session
    const person = await directory.person(account)
    // Guessing the old password through an open session is guessing all the same.
    const subject = person?.username ?? account
    const retryAfterSeconds = await lockout.secondsLeft(subject, parts.addressOf(c))
    if (retryAfterSeconds !== null) return refused(c, { kind: 'locked-out', retryAfterSeconds })
    const changed = await accounts.changePassword(account, body.value, id)
    if (!changed.ok && changed.refusal.kind === 'wrong-password') await lockout.failed(subject, parts.addressOf(c))
    return answered(c, changed, () => ({}))
  })
  return routes
}

export async function beginSession(
  c: Context,
  parts: Pick<SessionRouteParts, 'sessions' | 'directory' | 'isHttps'>,
  person: Person,
): Promise<Response> {
  const { token, session } = await parts.sessions.begin(person.id)
  keepSession(c, token, parts.isHttps)
  return c.json(await sessionBody(parts.directory, person, session))
}

async function sessionBody(directory: Directory, person: Person, session: LiveSession): Promise<Session> {
  const memberships = await directory.membershipsOf(person.id)
  return {
    account: { id: person.id, username: person.username, name: person.name },
    memberships: memberships.map(({ orgId, orgName, orgKind, role }) => ({ orgId, orgName, orgKind, role })),
    expiresAt: new Date(session.expiresAt).toISOString(),
  }
}
