import { describe, expect, test } from 'vitest'
import type { NewFact } from '../kernel/fact.ts'
import { given } from '../testing/given.ts'
import { actorOf, LU_QINGHE, SX_ECO, WANG_XIAO, YUEZHOU, ZHOU_HANG, ZHOU_MIN } from '../testing/people.ts'
import type { Actor } from './actor.ts'
import { decideMembership, type MembershipCommand, membersOf } from './joining.ts'

const org = YUEZHOU.id
const registered: NewFact = {
  kind: 'org-registered',
  data: { org, name: YUEZHOU.name, kind: 'employer', creditCode: null },
}
const member = (account: typeof LU_QINGHE.accountId, role: string): NewFact => ({
  kind: 'member-added',
  data: { org, account, role },
})
const leadAdded = member(ZHOU_MIN.accountId, 'hr-lead')
const clerkAdded = member(WANG_XIAO.accountId, 'hr-clerk')
const lead = actorOf(ZHOU_MIN)
const clerk = actorOf(WANG_XIAO)
const person: Actor = { accountId: LU_QINGHE.accountId, memberships: [] }
const account = person.accountId
const opened = (by: 'person' | 'employer'): NewFact => ({ kind: 'joining-opened', data: { org, account, by } })

const history = (actor: Actor, ...facts: readonly NewFact[]) =>
  given(
    membersOf([registered, leadAdded, clerkAdded, ...facts]),
    (state, command: MembershipCommand) => decideMembership(state, command, { actor, isKnown: true }),
    (actual, expected) => expect(actual).toEqual(expected),
  )

const open: MembershipCommand = { kind: 'open-joining', org, account }
const accept: MembershipCommand = { kind: 'accept-joining', org, account }
const close: MembershipCommand = { kind: 'close-joining', org, account, reason: null }

describe('joining an employer', () => {
  test('[ACC-13] takes the word of both sides, whoever wished first', () => {
    history(person)
      .when(open)
      .gives([opened('person')] as never)
    history(lead, opened('person'))
      .when(accept)
      .gives([member(account, 'applicant')] as never)
    history(lead)
      .when(open)
      .gives([opened('employer')] as never)
    history(person, opened('employer'))
      .when(accept)
      .gives([member(account, 'applicant')] as never)
  })

  test('[ACC-13] the side that wished cannot answer itself, and nobody else answers', () => {
    history(person, opened('person')).when(accept).refuses({ kind: 'not-yours' })
    history(lead, opened('employer')).when(accept).refuses({ kind: 'not-yours' })
    for (const other of [clerk, actorOf(ZHOU_HANG)]) {
      history(other, opened('person')).when(accept).refuses({ kind: 'not-yours' })
      history(other).when(open).refuses({ kind: 'not-yours' })
    }
    history(lead).when(accept).refuses({ kind: 'no-joining' })
  })

  test('[ACC-13] is declined with a reason that the person reads, and taken back without one', () => {
    history(lead, opened('person')).when(close).refuses({ kind: 'reason-required' })
    history(lead, opened('person'))
      .when({ ...close, reason: '请先办理调入手续' })
      .gives([{ kind: 'joining-closed', data: { org, account, side: 'employer', reason: '请先办理调入手续' } }])
    history(person, opened('person'))
      .when(close)
      .gives([{ kind: 'joining-closed', data: { org, account, side: 'person', reason: null } }])
    const closed: NewFact = { kind: 'joining-closed', data: { org, account, side: 'person', reason: null } }
    history(lead, opened('person'), closed).when(accept).refuses({ kind: 'no-joining' })
  })

  test('[ACC-13] is asked once, of an employer, by who does not belong to it', () => {
    history(person, opened('person')).when(open).refuses({ kind: 'joining-open' })
    history(person, member(account, 'applicant')).when(open).refuses({ kind: 'already-member' })
    const department = membersOf([
      { kind: 'org-registered', data: { org: SX_ECO.id, name: SX_ECO.name, kind: 'department', creditCode: null } },
    ])
    const asked = { ...open, org: SX_ECO.id }
    expect(decideMembership(department, asked, { actor: person, isKnown: true })).toEqual({
      ok: false,
      refusal: { kind: 'no-such-org' },
    })
  })
})

describe('the people of an employer', () => {
  const addClerk: MembershipCommand = { kind: 'add-clerk', org, account }
  test('[ACC-14] clerks are added and removed by the lead, not by themselves, a clerk or the operator', () => {
    history(lead)
      .when(addClerk)
      .gives([member(account, 'hr-clerk')] as never)
    for (const other of [person, clerk, actorOf(ZHOU_HANG)])
      history(other).when(addClerk).refuses({ kind: 'not-yours' })
    const remove: MembershipCommand = {
      kind: 'remove-member',
      org,
      account: WANG_XIAO.accountId,
      role: 'hr-clerk',
    }
    history(lead)
      .when(remove)
      .gives([{ kind: 'member-removed', data: { org, account: WANG_XIAO.accountId, role: 'hr-clerk' } }])
    history(person).when(remove).refuses({ kind: 'not-yours' })
  })

  test('[ACC-14] a person leaves by her own word, and an employer keeps a lead', () => {
    const leave: MembershipCommand = { kind: 'remove-member', org, account, role: 'applicant' }
    history(person, member(account, 'applicant'))
      .when(leave)
      .gives([{ kind: 'member-removed', data: { org, account, role: 'applicant' } }])
    history(person).when(leave).refuses({ kind: 'not-member' })
    const resign: MembershipCommand = { kind: 'remove-member', org, account: ZHOU_MIN.accountId, role: 'hr-lead' }
    history(lead).when(resign).refuses({ kind: 'last-lead' })
    history(lead, member(account, 'hr-lead'))
      .when(resign)
      .gives([{ kind: 'member-removed', data: { org, account: ZHOU_MIN.accountId, role: 'hr-lead' } }])
  })

  test('[ACC-32] a lead names a clerk to lead beside her and hands over; nobody else does, and the last one stays', () => {
    const addLead: MembershipCommand = { kind: 'add-lead', org, account: WANG_XIAO.accountId }
    history(lead)
      .when(addLead)
      .gives([{ kind: 'member-added', data: { org, account: WANG_XIAO.accountId, role: 'hr-lead' } }])
    for (const other of [person, clerk, actorOf(ZHOU_HANG)]) {
      history(other).when(addLead).refuses({ kind: 'not-yours' })
    }
    history(lead).when({ kind: 'add-lead', org, account }).refuses({ kind: 'not-member' })
    history(lead, member(WANG_XIAO.accountId, 'hr-lead'))
      .when(addLead)
      .refuses({ kind: 'already-member', role: 'hr-lead' })
    const handOver: MembershipCommand = { kind: 'remove-member', org, account: ZHOU_MIN.accountId, role: 'hr-lead' }
    const gone: NewFact = { kind: 'member-removed', data: { org, account: ZHOU_MIN.accountId, role: 'hr-lead' } }
    history(lead, member(WANG_XIAO.accountId, 'hr-lead'))
      .when(handOver)
      .gives([gone] as never)
    const next: MembershipCommand = { kind: 'remove-member', org, account: WANG_XIAO.accountId, role: 'hr-lead' }
    history(lead, member(WANG_XIAO.accountId, 'hr-lead'), gone).when(next).refuses({ kind: 'last-lead' })
  })

  test('[ACC-14] an account that does not exist is not added', () => {
    const members = membersOf([registered, leadAdded])
    expect(decideMembership(members, addClerk, { actor: lead, isKnown: false })).toEqual({
      ok: false,
      refusal: { kind: 'no-such-account' },
    })
  })
})
