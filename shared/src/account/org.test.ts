import { describe, expect, it } from 'vitest'
import { given } from '../testing/given.ts'
import { RELAY, SX_ECO, SX_ECO_OFFICE, WANG_XIAO, YUEZHOU } from '../testing/people.ts'
import { ROLES } from './actor.ts'
import { decideOrg, evolveOrg, NO_ORG, type Org, type OrgCommand, type OrgFact, type OrgRefusal } from './org.ts'

const registered = { org: YUEZHOU.id, name: YUEZHOU.name, kind: YUEZHOU.kind, creditCode: YUEZHOU.creditCode }
const clerk = { org: YUEZHOU.id, account: WANG_XIAO.accountId, role: 'hr-clerk' as const }
const REGISTERED: OrgFact = { kind: 'org-registered', data: registered }
const ADDED: OrgFact = { kind: 'member-added', data: clerk }
const REMOVED: OrgFact = { kind: 'member-removed', data: clerk }

function having(...facts: OrgFact[]) {
  return given<Org, OrgCommand, OrgFact, OrgRefusal>(facts.reduce(evolveOrg, NO_ORG), decideOrg, (actual, wanted) =>
    expect(actual).toEqual(wanted),
  )
}

describe('an organisation', () => {
  it('[ACC-8] is registered once', () => {
    having().when({ kind: 'register-org', data: registered }).gives([REGISTERED])
    having(REGISTERED)
      .when({ kind: 'register-org', data: { ...registered, name: '别的名称' } })
      .refuses({ kind: 'org-exists', name: YUEZHOU.name })
  })

  it('[ACC-8] has members once in a role, until removed', () => {
    having(REGISTERED).when({ kind: 'add-member', data: clerk }).gives([ADDED])
    having(REGISTERED, ADDED).when({ kind: 'add-member', data: clerk }).refuses({ kind: 'already-member' })
    having(REGISTERED, ADDED).when({ kind: 'remove-member', data: clerk }).gives([REMOVED])
    having(REGISTERED, ADDED, REMOVED).when({ kind: 'remove-member', data: clerk }).refuses({ kind: 'not-member' })
    having(REGISTERED, ADDED, REMOVED).when({ kind: 'add-member', data: clerk }).gives([ADDED])
  })

  it('[ACC-8] removing one role leaves the others', () => {
    const applicant: OrgFact = { kind: 'member-added', data: { ...clerk, role: 'applicant' } }
    const org = [REGISTERED, ADDED, applicant, REMOVED].reduce(evolveOrg, NO_ORG)
    expect(org.members).toEqual([{ account: WANG_XIAO.accountId, role: 'applicant' }])
  })

  it('[ACC-8] that is not registered has no members', () => {
    having().when({ kind: 'add-member', data: clerk }).refuses({ kind: 'no-such-org' })
    having().when({ kind: 'remove-member', data: clerk }).refuses({ kind: 'no-such-org' })
  })

  it.each([
    [YUEZHOU, ['applicant', 'hr-lead', 'hr-clerk']],
    [SX_ECO, ['department']],
    [SX_ECO_OFFICE, ['committee-office']],
    [RELAY, ['operator']],
  ] as const)('[ACC-8] $kind has members only in its own roles', ({ id, name, kind }, roles) => {
    const here: OrgFact = { kind: 'org-registered', data: { org: id, name, kind, creditCode: null } }
    for (const role of ROLES) {
      const asked = having(here).when({ kind: 'add-member', data: { ...clerk, org: id, role } })
      if (roles.some((own) => own === role)) asked.gives([{ kind: 'member-added', data: { ...clerk, org: id, role } }])
      else asked.refuses({ kind: 'role-not-of-this-org', role, orgKind: kind })
    }
  })
})
