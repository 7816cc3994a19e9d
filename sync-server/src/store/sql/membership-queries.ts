/** Registrations, joinings and sealed scans. */
import type { EmployerApplied, RegistrationStage } from '@yejibu/shared/account/employer-registration'
import type { JoiningSide } from '@yejibu/shared/account/joining'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type {
  AuthorisationStore,
  KnownJoining,
  KnownRegistration,
  MembershipRegister,
} from '../../account/membership-register.ts'
import { query, run, type Store, upsert } from '../store.ts'

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

export function openMembership(store: Store): MembershipRegister {
  const select = 'SELECT org, stage, sha256, reason, particulars, at FROM view_registration'
  const one = query<RegistrationRow>(`${select} WHERE org = ?`)
  const all = query<RegistrationRow>(`${select} ORDER BY at, org`)
  const ofLead = query<RegistrationRow>(`${select} WHERE lead = ? ORDER BY at, org`)
  const withCode = query<RegistrationRow>(`${select} WHERE credit_code = ? ORDER BY at, org`)
  const ofAccount = query<JoiningRow>('SELECT * FROM view_joining WHERE account = ? ORDER BY at, org')
  const inOrg = query<JoiningRow>('SELECT * FROM view_joining WHERE org = ? ORDER BY at, account')
  return {
    async registration(org) {
      const row = await store.get(one, org)
      return row ? registrationOf(row) : null
    },
    async registrations() {
      return (await store.all(all)).map(registrationOf)
    },
    async registrationsOf(lead) {
      return (await store.all(ofLead, lead)).map(registrationOf)
    },
    async registrationsWithCode(creditCode) {
      return (await store.all(withCode, creditCode)).map(registrationOf)
    },
    async joiningsOf(account) {
      return (await store.all(ofAccount, account)).map(joiningOf)
    },
    async joiningsIn(org) {
      return (await store.all(inOrg, org)).map(joiningOf)
    },
  }
}

export function openAuthorisations(store: Store): AuthorisationStore {
  const put = upsert('authorisation', ['org', 'sha256'], ['org', 'sha256', 'bytes', 'at'])
  const drop = query('DELETE FROM authorisation WHERE org = ? AND sha256 NOT IN (SELECT value FROM json_each(?))')
  const has = query('SELECT 1 FROM authorisation WHERE org = ? AND sha256 = ?')
  const get = query<{ bytes: Uint8Array }>('SELECT bytes FROM authorisation WHERE org = ? AND sha256 = ?')
  return {
    async put(org, sha256, bytes, at, keep) {
      await store.transaction(function* () {
        yield* run(drop, org, JSON.stringify(keep))
        yield* run(put, org, sha256, bytes, at)
      })
    },
    async has(org, sha256) {
      return (await store.get(has, org, sha256)) !== undefined
    },
    async bytesOf(org, sha256) {
      return (await store.get(get, org, sha256))?.bytes ?? null
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
