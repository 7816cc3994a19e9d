/** The directory, read from the views each time. */
import type { OrgKind, Role } from '@yejibu/shared/account/actor'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Directory, KnownMembership, KnownOrg, Person } from '../../account/directory.ts'
import type { Database } from './database.ts'

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

export function openSqliteDirectory(database: Database): Directory {
  const byId = database.prepare<PersonRow>('SELECT * FROM view_person WHERE id = ?')
  const byUsername = database.prepare<PersonRow>('SELECT * FROM view_person WHERE username = ?')
  const people = database.prepare<PersonRow>('SELECT * FROM view_person ORDER BY id')
  const orgs = database.prepare<OrgRow>('SELECT * FROM view_org ORDER BY id')
  const ofAccount = database.prepare<MemberRow>(`${MEMBERS} WHERE m.account = ? ORDER BY m.since_seq`)
  const ofOrg = database.prepare<MemberRow>(`${MEMBERS} WHERE m.org = ? ORDER BY m.since_seq`)
  const employer = database.prepare<{ id: string; name: string }>(
    `SELECT o.id, o.name FROM (${PRESENT_EMPLOYER}) AS present JOIN view_org AS o ON o.id = present.org WHERE present.account = ?`,
  )
  const peopleOf = database.prepare<{ account: string }>(
    `SELECT account FROM (${PRESENT_EMPLOYER}) WHERE org IN (SELECT value FROM json_each(?)) ORDER BY account`,
  )
  const held = database.prepare('SELECT 1 FROM view_member WHERE role = ? LIMIT 1')

  return {
    async person(id) {
      const row = byId.get(id)
      return row ? personOf(row) : null
    },
    async personByUsername(username) {
      const row = byUsername.get(username)
      return row ? personOf(row) : null
    },
    async people() {
      return people.all().map(personOf)
    },
    async orgs() {
      return orgs.all().map(orgOf)
    },
    async membershipsOf(account) {
      return ofAccount.all(account).map(membershipOf)
    },
    async membersOf(org) {
      return ofOrg.all(org).map(membershipOf)
    },
    async employerOf(account) {
      const row = employer.get(account)
      return row ? { id: row.id as OrgId, name: row.name } : null
    },
    async peopleOf(orgIds) {
      return peopleOf.all(JSON.stringify(orgIds)).map((row) => row.account as AccountId)
    },
    async isHeld(role) {
      return held.get(role) !== undefined
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
