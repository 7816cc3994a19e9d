/** Registrations, joinings and sealed scans in SQLite. */
import type { EmployerApplied, RegistrationStage } from '@yejibu/shared/account/employer-registration'
import type { JoiningSide } from '@yejibu/shared/account/joining'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type {
  AuthorisationStore,
  KnownJoining,
  KnownRegistration,
  MembershipRegister,
} from '../../account/membership-register.ts'
import type { Database } from './database.ts'

interface RegistrationRow {
  readonly org: string
  readonly stage: string
  readonly sha256: string | null
  readonly reason: string | null
  readonly particulars: string
  readonly at: string
}
interface JoiningRow {
  readonly org: string
  readonly account: string
  readonly side: string
  readonly at: string
  readonly declined: string | null
}

export function openSqliteMembership(database: Database): MembershipRegister {
  const select = 'SELECT org, stage, sha256, reason, particulars, at FROM view_registration'
  const one = database.prepare<RegistrationRow>(`${select} WHERE org = ?`)
  const all = database.prepare<RegistrationRow>(`${select} ORDER BY at`)
  const ofLead = database.prepare<RegistrationRow>(`${select} WHERE lead = ? ORDER BY at`)
  const withCode = database.prepare<RegistrationRow>(`${select} WHERE credit_code = ? ORDER BY at`)
  const ofAccount = database.prepare<JoiningRow>('SELECT * FROM view_joining WHERE account = ? ORDER BY at')
  const inOrg = database.prepare<JoiningRow>('SELECT * FROM view_joining WHERE org = ? ORDER BY at')
  return {
    async registration(org) {
      const row = one.get(org)
      return row ? registrationOf(row) : null
    },
    async registrations() {
      return all.all().map(registrationOf)
    },
    async registrationsOf(lead) {
      return ofLead.all(lead).map(registrationOf)
    },
    async registrationsWithCode(creditCode) {
      return withCode.all(creditCode).map(registrationOf)
    },
    async joiningsOf(account) {
      return ofAccount.all(account).map(joiningOf)
    },
    async joiningsIn(org) {
      return inOrg.all(org).map(joiningOf)
    },
  }
}

export function openSqliteAuthorisations(database: Database): AuthorisationStore {
  const put = database.prepare('INSERT OR REPLACE INTO authorisation (org, sha256, bytes, at) VALUES (?, ?, ?, ?)')
  const drop = database.prepare(
    'DELETE FROM authorisation WHERE org = ? AND sha256 NOT IN (SELECT value FROM json_each(?))',
  )
  const has = database.prepare('SELECT 1 FROM authorisation WHERE org = ? AND sha256 = ?')
  const get = database.prepare<{ bytes: Uint8Array }>('SELECT bytes FROM authorisation WHERE org = ? AND sha256 = ?')
  return {
    async put(org, sha256, bytes, at, keep) {
      database.transaction(() => {
        drop.run(org, JSON.stringify(keep))
        put.run(org, sha256, bytes, at)
      })
    },
    async has(org, sha256) {
      return has.get(org, sha256) !== undefined
    },
    async bytesOf(org, sha256) {
      return get.get(org, sha256)?.bytes ?? null
    },
  }
}

function registrationOf(row: RegistrationRow): KnownRegistration {
  return {
    org: row.org as OrgId,
    stage: row.stage as RegistrationStage,
    sha256: row.sha256,
    reason: row.reason,
    // Written by the views from a fact that the rules let through.
    particulars: JSON.parse(row.particulars) as EmployerApplied['data'],
    at: row.at,
  }
}

function joiningOf(row: JoiningRow): KnownJoining {
  return {
    org: row.org as OrgId,
    account: row.account as AccountId,
    by: row.side as JoiningSide,
    at: row.at,
    declined: row.declined,
  }
}
