/** Ports: what the relay knows of employers on their way in and of who asked to join whom. Views over `org/…`, and the sealed scans themselves. */
import type { Registration } from '@yejibu/shared/account/employer-registration'
import type { Joining } from '@yejibu/shared/account/joining'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'

export interface KnownRegistration extends Registration {
  readonly org: OrgId
  /** ISO 8601, of the last step. */
  readonly at: string
}

export interface KnownJoining extends Joining {
  readonly at: string
  /** Why the employer declined; null while it is open. */
  readonly declined: string | null
}

export interface MembershipRegister {
  registration(org: OrgId): Promise<KnownRegistration | null>
  registrations(): Promise<readonly KnownRegistration[]>
  registrationsOf(lead: AccountId): Promise<readonly KnownRegistration[]>
  /** All that have this credit code, whatever their stage. */
  registrationsWithCode(creditCode: string): Promise<readonly KnownRegistration[]>
  joiningsOf(account: AccountId): Promise<readonly KnownJoining[]>
  joiningsIn(org: OrgId): Promise<readonly KnownJoining[]>
}

/** The sealed scans. A registration holds those that were sent and at most one that was not. */
export interface AuthorisationStore {
  /** @param at milliseconds since 1970 @param keep hashes of scans that were sent and stay */
  put(org: OrgId, sha256: string, bytes: Uint8Array, at: number, keep: readonly string[]): Promise<void>
  has(org: OrgId, sha256: string): Promise<boolean>
  bytesOf(org: OrgId, sha256: string): Promise<Uint8Array | null>
}
