/** The registrations on which the operator has spoken and the registrant has not yet acted. */
import type { RegistrationView } from '@yejibu/shared/wire/membership'

export interface Judged {
  readonly name: string
  /** Null: approved, to be bound. */
  readonly reason: string | null
}

export function judgedRegistrations(
  registrations: readonly Pick<RegistrationView, 'stage' | 'reason' | 'particulars'>[],
): readonly Judged[] {
  return registrations
    .filter(({ stage, reason }) => stage === 'active' || (stage === 'registered' && reason !== null))
    .map(({ stage, reason, particulars }) => ({ name: particulars.name, reason: stage === 'active' ? null : reason }))
}
