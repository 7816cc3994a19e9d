/** The offices that a person works for, from her session. */
import type { Actor } from '@yejibu/shared/account/actor'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import type { SessionState } from '../../account/session.ts'

export interface OwnOffice {
  readonly id: OrgId
  readonly name: string
  readonly isCommittee: boolean
}

export function officesIn(state: SessionState): readonly OwnOffice[] {
  if (state.kind !== 'signed-in') return []
  return state.session.memberships.flatMap(({ orgId, orgName, role }) =>
    role === 'department' || role === 'committee-office'
      ? [{ id: orgId, name: orgName, isCommittee: role === 'committee-office' }]
      : [],
  )
}

export function actorIn({ account, memberships }: Session): Actor {
  return { accountId: account.id, memberships }
}
