/** What a person may read about employers and belonging: her own affairs, the names of employers, and, as a lead, who belongs to hers. */
import { may, type Verb } from '@yejibu/shared/account/access-table'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import type { JoiningView, MembershipView, MemberView } from '@yejibu/shared/wire/membership'
import { type Context, Hono } from 'hono'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { Directory, KnownMembership } from './directory.ts'
import { findEmployers } from './find-employers.ts'
import type { KnownJoining, MembershipRegister } from './membership-register.ts'
import { registrationView } from './registration-routes.ts'

export interface MembershipRouteParts {
  readonly directory: Directory
  readonly membership: MembershipRegister
}

/** Looking up employers, or people by user name: enough to add a department, too few to try names out. */
const LOOK_UPS = { times: 60, perSeconds: 600 }

export function membershipRoutes(parts: MembershipRouteParts): Hono<SignedIn> {
  const { directory, membership } = parts
  return new Hono<SignedIn>()
    .get('/membership', async (c) => {
      const { accountId } = c.var.actor
      const registrations = await membership.registrationsOf(accountId)
      const body: MembershipView = {
        employer: await directory.employerOf(accountId),
        joinings: await joiningViews(parts, await membership.joiningsOf(accountId)),
        registrations: await Promise.all(registrations.map((r) => registrationView(parts, r, false))),
      }
      return c.json(body)
    })
    .get(
      '/employers',
      atMost(LOOK_UPS, (c: Context<SignedIn>) => c.var.actor.accountId),
      async (c) => c.json({ employers: await findEmployers(directory, c.req.query('q')) }),
    )
    .get('/orgs/:org/members', async (c) => {
      const org = ledIn(c, 'list')
      if (!org) return refused(c, { kind: 'not-found' })
      const held = await directory.membersOf(org)
      const joinings = await joiningViews(parts, await membership.joiningsIn(org))
      return c.json({ members: await memberViews(directory, held), joinings })
    })
    .get(
      '/orgs/:org/person',
      atMost(LOOK_UPS, (c: Context<SignedIn>) => c.var.actor.accountId),
      async (c) => {
        if (!ledIn(c, 'look-up')) return refused(c, { kind: 'not-found' })
        const person = await directory.personByUsername((c.req.query('username') ?? '').trim())
        if (!person) return refused(c, { kind: 'no-such-account' })
        return c.json({ account: person.id, username: person.username, name: person.name })
      },
    )
}

/** The organisation named, when the asker may do this with its people. */
function ledIn(c: Context<SignedIn>, verb: Verb<'members'>): OrgId | null {
  const org = orgIdSchema.safeParse(c.req.param('org'))
  return org.success && may(c.var.actor, 'members', verb, { org: org.data }) ? org.data : null
}

async function joiningViews(parts: MembershipRouteParts, known: readonly KnownJoining[]): Promise<JoiningView[]> {
  const names = new Map((await parts.directory.orgs()).map((org) => [org.id, org.name]))
  return Promise.all(
    known.map(async (joining) => {
      const person = await parts.directory.person(joining.account)
      return {
        ...joining,
        orgName: names.get(joining.org) ?? '',
        name: person?.name ?? '',
        username: person?.username ?? '',
      }
    }),
  )
}

async function memberViews(directory: Directory, held: readonly KnownMembership[]): Promise<MemberView[]> {
  const accounts = [...new Set(held.map((m) => m.account))]
  const views = await Promise.all(
    accounts.map(async (account) => {
      const person = await directory.person(account)
      const roles = held.filter((m) => m.account === account).map((m) => m.role)
      // Her present employer is another one: the stale membership gives no right and is not shown.
      const isHere = (await directory.employerOf(account))?.id === held[0]?.orgId
      const present = roles.filter((role) => role !== 'applicant' || isHere)
      return { account, username: person?.username ?? '', name: person?.name ?? '', roles: present }
    }),
  )
  return views.filter(({ roles }) => roles.length > 0)
}
