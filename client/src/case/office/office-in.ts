/** The offices that a person works for, from her session, and the one at whose desk she sits. */
import type { Actor } from '@yejibu/shared/account/actor'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import { createMemo } from 'solid-js'
import { createOrgChoice, type OrgChoice } from '../../account/org-switch.tsx'
import type { SessionState } from '../../account/session.ts'
import { useSession } from '../../account/session-context.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'

export interface OwnOffice {
  readonly id: OrgId
  readonly name: string
  readonly isCommittee: boolean
}

export function officesIn(state: SessionState): readonly OwnOffice[] {
  if (state.kind !== 'signed-in') return []
  const found = new Map<OrgId, OwnOffice>()
  for (const { orgId, orgName, role } of state.session.memberships) {
    if (role !== 'department' && role !== 'committee-office') continue
    const isCommittee = role === 'committee-office' || found.get(orgId)?.isCommittee === true
    found.set(orgId, { id: orgId, name: orgName, isCommittee })
  }
  return [...found.values()]
}

/** Called inside a page behind the sign-in. */
export function useOfficeChoice(): OrgChoice<OwnOffice> {
  const { state } = useSession()
  const { database } = useWorkplace()
  return createOrgChoice(
    database,
    'office',
    createMemo(() => officesIn(state()), [], { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) }),
  )
}

export function actorIn({ account, memberships }: Session): Actor {
  return { accountId: account.id, memberships }
}
