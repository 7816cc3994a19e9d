/**
 * The permission matrix of a case: every role at every place, every resource and verb, at several points of the chain. What is allowed is written
 * here in words of its own, from domain §2.2; whatever is not allowed says nothing of the person or her application, in counts, lists, search,
 * files and errors alike.
 */

import { ROLES, type Role } from '@yejibu/shared/account/actor'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { CASE_COMMANDS } from '@yejibu/shared/wire/case-commands'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accepted, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

/** Each role at the applicant's own employer's or office's side and elsewhere, beside the cast and the officers of the chain. */
const ELSEWHERE: readonly (readonly [Role, string, 'employer' | 'department' | 'committee-office'])[] = [
  ['applicant', 'other-employer', 'employer'],
  ['hr-lead', 'other-employer', 'employer'],
  ['hr-clerk', 'other-employer', 'employer'],
  ['department', 'other-department', 'department'],
  ['committee-office', 'other-office', 'committee-office'],
]

beforeAll(async () => {
  on = await CaseStage.open()
  const { office } = on.stage
  for (const [role, org, kind] of ELSEWHERE) {
    await office.performOrg(
      { kind: 'register-org', data: { org: org as OrgId, name: org, kind, creditCode: null } },
      'relay',
    )
    const account = `elsewhere-${role}` as AccountId
    await office.accounts.open({ id: account, username: account, name: role, password: null }, 'relay')
    await office.performOrg({ kind: 'add-member', data: { org: org as OrgId, account, role } }, 'relay')
  }
  accepted(await on.submit())
})
afterAll(() => on.close())

/** What would give the person or her application away. */
const SECRETS = [
  '许明川',
  '330683198803071539',
  '13800000005',
  'app0000001',
  '曹娥江',
  '述职',
  'emp-pending',
  'stage-pending',
]

interface Reader {
  readonly who: string
  readonly org: string
}
const DEPT: Reader = { who: officerAt('DEPT_M').accountId, org: orgFor('DEPT_M') }
const HRSS: Reader = { who: officerAt('HRSS_M').accountId, org: orgFor('HRSS_M') }
const MID: Reader = { who: officerAt('MID_OFFICE').accountId, org: orgFor('MID_OFFICE') }
const HR: readonly Reader[] = ['zhoumin', 'wangxiao'].map((who) => ({ who, org: 'yuezhou' }))
const OTHERS: readonly Reader[] = [
  ...ELSEWHERE.map(([role, org]) => ({ who: `elsewhere-${role}`, org })),
  { who: 'luqinghe', org: 'yuezhou' },
  { who: 'shenzhiyuan', org: 'yuezhou' },
  { who: 'sunli', org: 'sx-eco' },
  { who: 'hejing', org: 'sx-eco-office' },
  { who: 'zhouhang', org: 'relay' },
  { who: 'expert-a', org: 'yuezhou' },
]
const EVERY_OFFICE = [DEPT, HRSS, MID]

/** At each point: who reads it. Everybody else is told nothing. */
const POINTS = [
  { at: ['emp-pending', null], reads: [...HR] },
  { at: ['stage-pending', 'DEPT_M'], reads: [...HR, DEPT] },
  { at: ['stage-passed', 'HRSS_M'], reads: [...HR, DEPT, HRSS] },
  { at: ['fee-due', 'FEE'], reads: [...HR, ...EVERY_OFFICE] },
] as const

test('[RELAY-134] every role is in the matrix', () => {
  const roles = new Set(ELSEWHERE.map(([role]) => role))
  expect(ROLES.filter((role) => !roles.has(role))).toEqual(['operator'])
})

describe.each(POINTS)('at $at', ({ at: [state, stage], reads }) => {
  const all = [...HR, ...EVERY_OFFICE, ...OTHERS]
  const isReader = (one: Reader) => reads.some(({ who }) => who === one.who)

  test('[RELAY-134] who reads it finds it on her desk, opens it and its files, and finds it by name', async () => {
    await on.walkTo(state, stage)
    for (const { who, org } of reads) {
      const visitor = await on.stage.as(who)
      const own = accepted(await visitor.get(`/api/cases?org=${org}&tab=all&text=许明川`)).body
      expect([who, own]).toMatchObject([who, { counts: { all: 1 }, rows: [{ application: CASE_APPLICATION }] }])
      expect([who, (await visitor.get(`/api/cases/${CASE_APPLICATION}`)).status]).toEqual([who, 200])
    }
    expect((await (await on.stage.as('xumingchuan')).get(`/api/cases/${CASE_APPLICATION}`)).status).toBe(200)
  })

  test('[RELAY-134] for all others it is not there: no list, count, search, page, file, feed or error says a word of it', async () => {
    await on.walkTo(state, stage)
    const orgs = [...new Set(all.map(({ org }) => org)), 'nowhere']
    for (const one of all.filter((other) => !isReader(other))) {
      const visitor = await on.stage.as(one.who)
      const own = new Set(
        (await on.stage.office.directory.membershipsOf(one.who as AccountId)).map(({ orgId }): string => orgId),
      )
      for (const path of pathsFor(orgs, (org) => own.has(org))) {
        const answer = await visitor.get(path)
        const said = JSON.stringify(answer.body)
        // Operators give accounts out by name; that is all they learn of anybody.
        const known = one.who === 'zhouhang' && path.startsWith('/api/feed') ? ['许明川'] : []
        expect([one.who, path, SECRETS.filter((secret) => said.includes(secret))]).toEqual([one.who, path, known])
        expect([one.who, path, answer.status < 500]).toEqual([one.who, path, true])
      }
    }
  })

  test('[RELAY-134] nobody opens another organisation’s desk, whatever she may read', async () => {
    for (const { who } of all) {
      const visitor = await on.stage.as(who)
      const held = (await on.stage.office.directory.membershipsOf(who as AccountId)).filter(
        ({ role }) => role !== 'applicant',
      )
      const own = new Set<string>(held.filter(({ role }) => role !== 'operator').map(({ orgId }) => orgId))
      for (const org of [...new Set(all.map((one) => one.org)), 'nowhere']) {
        const { status } = await visitor.get(`/api/cases?org=${org}`)
        expect([who, org, status]).toEqual([who, org, own.has(org) ? 200 : 403])
      }
    }
  })
})

test('[RELAY-134] without a session nothing is answered but the public notice', async () => {
  const stranger = on.stage.stranger()
  for (const path of pathsFor(['yuezhou'])) expect([path, (await stranger.get(path)).status]).toEqual([path, 401])
  for (const kind of Object.keys(CASE_COMMANDS)) expect((await stranger.command(kind, {})).status).toBe(401)
})

const FILTERS = ['', '&text=许', `&plan=${CASE_PLAN.id}`, '&employer=yuezhou']

/** @param isWhole of these desks every tab with every filter; another's, refused whatever is asked, is tried with each tab and each filter once */
function pathsFor(orgs: readonly string[], isWhole: (org: string) => boolean = () => true): readonly string[] {
  const lists = orgs.flatMap((org) =>
    ['pending', 'passed', 'rejected', 'returned', 'all'].flatMap((tab, at) =>
      FILTERS.filter((_, i) => isWhole(org) || i === at % FILTERS.length).map(
        (filter) => `/api/cases?org=${org}&tab=${tab}${filter}`,
      ),
    ),
  )
  return [
    ...lists,
    ...orgs.map((org) => `/api/statistics?org=${org}`),
    '/api/cases/mine',
    `/api/cases/${CASE_APPLICATION}`,
    `/api/cases/${CASE_APPLICATION}/files/${'a'.repeat(64)}`,
    '/api/feed?after=0',
    '/api/messages',
    '/api/diary',
  ]
}
