/** The directory, read from the views each time. */
import type { OrgKind, Role } from '@yejibu/shared/account/actor'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Directory, KnownMembership, KnownOrg, Person } from '../../account/directory.ts'
import { query, type Store } from '../store.ts'

interface PersonRow {
  readonly id: string
  readonly username: string
  readonly name: string
}
interface OrgRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly credit_code: string | null
}
interface MemberRow {
  readonly account: string
  readonly org: string
  readonly org_name: string
  readonly org_kind: string
  readonly role: string
}

const MEMBERS = `SELECT m.account, m.org, o.name AS org_name, o.kind AS org_kind, m.role
  FROM view_member AS m JOIN view_org AS o ON o.id = m.org`

// The newest membership as an applicant says who the employer is.
const PRESENT_EMPLOYER = `SELECT m.account, m.org FROM view_member AS m WHERE m.role = 'applicant' AND m.since_seq =
  (SELECT max(newest.since_seq) FROM view_member AS newest WHERE newest.account = m.account AND newest.role = 'applicant')`

export function openDirectory(store: Store): Directory {
  const byId = query<PersonRow>('SELECT * FROM view_person WHERE id = ?')
  const byUsername = query<PersonRow>('SELECT * FROM view_person WHERE username = ?')
  const people = query<PersonRow>('SELECT * FROM view_person ORDER BY id')
  const orgs = query<OrgRow>('SELECT * FROM view_org ORDER BY id')
  const ofAccount = query<MemberRow>(`${MEMBERS} WHERE m.account = ? ORDER BY m.since_seq`)
  const ofOrg = query<MemberRow>(`${MEMBERS} WHERE m.org = ? ORDER BY m.since_seq`)
  const employer = query<{ id: string; name: string }>(
    `SELECT o.id, o.name FROM (${PRESENT_EMPLOYER}) AS present JOIN view_org AS o ON o.id = present.org WHERE present.account = ?`,
  )
  const peopleOf = query<{ account: string }>(
    `SELECT account FROM (${PRESENT_EMPLOYER}) WHERE org IN (SELECT value FROM json_each(?)) ORDER BY account`,
  )
  const held = query('SELECT 1 FROM view_member WHERE role = ? LIMIT 1')

  return {
    async person(id) {
      const row = await store.get(byId, id)
      return row ? personOf(row) : null
    },
    async personByUsername(username) {
      const row = await store.get(byUsername, username)
      return row ? personOf(row) : null
    },
    async people() {
      return (await store.all(people)).map(personOf)
    },
    async orgs() {
      return (await store.all(orgs)).map(orgOf)
    },
    async membershipsOf(account) {
      return (await store.all(ofAccount, account)).map(membershipOf)
    },
    async membersOf(org) {
      return (await store.all(ofOrg, org)).map(membershipOf)
    },
    async employerOf(account) {
      const row = await store.get(employer, account)
      return row ? { id: row.id as OrgId, name: row.name } : null
    },
    async peopleOf(orgIds) {
      return (await store.all(peopleOf, JSON.stringify(orgIds))).map((row) => row.account as AccountId)
    },
    async isHeld(role) {
      return (await store.get(held, role)) !== undefined
    },
  }
}

function personOf(row: PersonRow): Person {
  return { id: row.id as AccountId, username: row.username, name: row.name }
}

function orgOf(row: OrgRow): KnownOrg {
  return { id: row.id as OrgId, name: row.name, kind: row.kind as OrgKind, creditCode: row.credit_code }
}

function membershipOf(row: MemberRow): KnownMembership {
  return {
    account: row.account as AccountId,
    orgId: row.org as OrgId,
    orgName: row.org_name,
    orgKind: row.org_kind as OrgKind,
    role: row.role as Role,
  }
}
