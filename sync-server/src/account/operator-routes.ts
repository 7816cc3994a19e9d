/**
 * The operator's lists and what needs a secret: issuing an account, a new password, ending access. Organisations and accounts only; nothing here
 * reads an archive (domain §2.1). A password is made here, told once, and kept as its hash.
 */
import { may } from '@yejibu/shared/account/access-table'
import { type AccountId, accountIdSchema, idFrom } from '@yejibu/shared/kernel/ids'
import { newAccountSchema, revocationSchema } from '@yejibu/shared/wire/membership'
import { type Context, Hono } from 'hono'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import type { Accounts } from './accounts.ts'
import type { Directory } from './directory.ts'
import type { MembershipRegister } from './membership-register.ts'
import { registrationView } from './registration-routes.ts'
import type { Sessions } from './sessions.ts'

export interface OperatorRouteParts {
  readonly accounts: Accounts
  readonly directory: Directory
  readonly sessions: Sessions
  readonly membership: MembershipRegister
  randomBytes(count: number): Uint8Array
}

export function operatorRoutes(parts: OperatorRouteParts): Hono<SignedIn> {
  const { accounts, directory, membership, sessions } = parts
  const routes = new Hono<SignedIn>()
  routes.use('*', async (c, next) =>
    may(c.var.actor, 'operations', 'manage', {}) ? next() : refused(c, { kind: 'not-allowed' }),
  )

  routes.get('/employers', async (c) => {
    const registrations = await membership.registrations()
    const orgs = await directory.orgs()
    return c.json({
      registrations: await Promise.all(registrations.map((r) => registrationView(parts, r, true))),
      orgs: await Promise.all(
        orgs.map(async (org) => {
          const members = await directory.membersOf(org.id)
          const leads = members.filter((m) => m.role === 'hr-lead')
          return {
            ...org,
            leads: await Promise.all(leads.map(async (m) => (await directory.person(m.account))?.name ?? '')),
            people: new Set(members.map((m) => m.account)).size,
          }
        }),
      ),
    })
  })
  routes.get('/accounts', async (c) => {
    const people = await directory.people()
    return c.json({
      accounts: await Promise.all(
        people.map(async ({ id, username, name }) => ({
          account: id,
          username,
          name,
          memberships: (await directory.membershipsOf(id)).map(({ orgName, role }) => ({ orgName, role })),
          usedAt: lastUse((await sessions.of(id)).map((session) => session.usedAt)),
        })),
      ),
    })
  })
  routes.post('/accounts', async (c) => {
    const body = await readBody(c, newAccountSchema)
    if (!body.ok) return refused(c, body.refusal)
    const password = newPassword(parts)
    const opened = await accounts.open({ ...body.value, password }, c.var.actor.accountId)
    if (!opened.ok) return refused(c, opened.refusal)
    return c.json({ account: opened.value.id, username: opened.value.username, password })
  })
  routes.post('/accounts/:account/password', async (c) => {
    const account = otherAccount(c)
    const person = account && (await directory.person(account))
    if (!person) return refused(c, { kind: 'no-such-account' })
    const password = newPassword(parts)
    const set = await accounts.setPassword(person.id, password, c.var.actor.accountId)
    return set.ok ? c.json({ account: person.id, username: person.username, password }) : refused(c, set.refusal)
  })
  routes.post('/accounts/:account/revoke', async (c) => {
    const account = otherAccount(c)
    if (!account) return refused(c, { kind: 'no-such-account' })
    const body = await readBody(c, revocationSchema)
    if (!body.ok) return refused(c, body.refusal)
    const revoked = await accounts.revokeAccess(account, body.value.reason.trim(), c.var.actor.accountId)
    return revoked.ok ? c.body(null, 204) : refused(c, revoked.refusal)
  })
  return routes
}

/** The account named, when it is not the operator's own: hers is changed in her settings, with the old password. */
function otherAccount(c: Context<SignedIn>): AccountId | null {
  const account = accountIdSchema.safeParse(c.req.param('account'))
  return account.success && account.data !== c.var.actor.accountId ? account.data : null
}

/** 80 random bits in groups that can be read over the telephone. */
function newPassword(parts: Pick<OperatorRouteParts, 'randomBytes'>): string {
  const characters = idFrom(parts.randomBytes(20)).slice(0, 16)
  return characters.replace(/(.{4})(?=.)/g, '$1-')
}

function lastUse(times: readonly number[]): string | null {
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString()
}
