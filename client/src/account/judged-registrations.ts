/** The registrations on which the operator has spoken and the registrant has not yet acted. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { RegistrationView } from '@yejibu/shared/wire/membership'

export interface Judged {
  readonly org: OrgId
  readonly name: string
  /** Null: approved, to be bound. */
  readonly reason: string | null
}

export function judgedRegistrations(
  registrations: readonly Pick<RegistrationView, 'org' | 'stage' | 'reason' | 'particulars'>[],
): readonly Judged[] {
  return registrations
    .filter(({ stage, reason }) => stage === 'active' || (stage === 'registered' && reason !== null))
    .map(({ org, stage, reason, particulars }) => ({
      org,
      name: particulars.name,
      reason: stage === 'active' ? null : reason,
    }))
}
