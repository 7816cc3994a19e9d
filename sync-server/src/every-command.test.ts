/**
 * Everybody asks every command there is, about one person's things and about things that are not there. Who may ask is generated from the access table
 * and from the turns of a case; who may not gets one answer for both, to the last byte, and nothing moves. Who may is told that the version she names is
 * another, so nothing moves by her either.
 */
import type { Resource, Verb } from '@yejibu/shared/account/access-table'
import type { CaseCommand } from '@yejibu/shared/case/case-commands'
import { type Case, type StateKind, stageOf } from '@yejibu/shared/case/case-state'
import { stageAfter } from '@yejibu/shared/case/chain'
import { AUTHORITIES, type Party, TURNS } from '@yejibu/shared/case/turns'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { inventedYear } from '@yejibu/shared/testing/invented-year'
import { CALENDAR_COMMANDS } from '@yejibu/shared/wire/calendar-commands'
import { CASE_COMMANDS } from '@yejibu/shared/wire/case-commands'
import { COMMANDS } from '@yejibu/shared/wire/commands'
import { MEMBERSHIP_COMMANDS } from '@yejibu/shared/wire/membership-commands'
import { OFFICE_COMMANDS } from '@yejibu/shared/wire/office-commands'
import { PLAN_COMMANDS } from '@yejibu/shared/wire/plan-commands'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accepted, bodyOf, CASE_APPLICATION, CaseStage } from './testing/case-stage.ts'
import { ARCHIVE, NO_APPLICATION, NO_ORG, ORG, PLAN, SHA } from './testing/matrix/door.ts'
import { addThoseElsewhere } from './testing/matrix/matrix-stage.ts'
import { CLERK, EVERYBODY, LEAD, NO_PART, OFFICES, OWNER, PANEL, type Thing, whoMay } from './testing/matrix/people.ts'
import { Visitor } from './testing/stage.ts'

/** No stream is so long. */
const NO_VERSION = 99_999
const NEW_EMPLOYER = 'registering'
const REGISTRAR = 'luqinghe'
const PARTICULARS = {
  ...{ name: '绍兴市某检测公司', creditCode: '12330600MB12345679', nature: 'institution', region: '绍兴市越城区' },
  ...{ department: '绍兴市生态环境局', contact: '陆清和', phone: '13900000000' },
}

let on: CaseStage
beforeAll(async () => {
  on = await CaseStage.open()
  await addThoseElsewhere(on.stage)
  accepted(await on.submit())
  accepted(await on.ask(REGISTRAR, 'register-employer', { org: NEW_EMPLOYER, particulars: PARTICULARS }))
})
afterAll(() => on.close())

interface Row {
  readonly may: readonly string[]
  readonly real: object
  readonly absent: object
}

const row = <R extends Resource>(resource: R, verb: Verb<R>, thing: Thing, real: object, absent: object): Row => ({
  ...{ may: whoMay(resource, verb, thing), real, absent },
})

const { digest, content, salt } = ARCHIVE.paper
const about = { item: 'paper-1', digest }
const archive = (verb: 'send' | 'rule', body: object) =>
  row('archive', verb, 'her', { archive: OWNER, ...body }, { archive: 'nobody-here', ...body })
const member = (verb: Verb<'members'>, body: object = {}) => {
  const asked = { account: OWNER, ...body }
  return row('members', verb, 'her membership', { org: 'yuezhou', ...asked }, { org: NO_ORG, ...asked })
}
/** Of what one of the matrix registered: she is its owner, the operator its judge. */
const registration = (may: readonly string[], body: object = {}): Row => ({
  ...{ may, real: { org: NEW_EMPLOYER, ...body }, absent: { org: NO_ORG, ...body } },
})
const form = { type: 'normal', ticks: [], category: '', acceptancePoint: '', statement: '' }
const submission = { plan: PLAN, planVersion: 1, form, pulls: [] }

/** Every command but those of a case and the first of a registration, which names something new. */
const ROWS: Readonly<Record<string, Row>> = {
  'send-revision': archive('send', { item: 'paper-1', revision: { digest, salt, content } }),
  'withdraw-revision': archive('send', about),
  'rule-on-revision': archive('rule', { ...about, verdict: 'approved', reason: null }),
  'revoke-approval': archive('rule', { ...about, reason: '核定有误' }),
  'attest-evidence': archive('rule', { item: 'paper-1', sha256: SHA }),
  'withdraw-attestation': archive('rule', { item: 'paper-1', sha256: SHA, reason: '看错了' }),
  'submit-application': row(
    ...(['draft', 'write', 'her'] as const),
    { application: CASE_APPLICATION, ...submission },
    { application: NO_APPLICATION, ...submission },
  ),
  'open-joining': member('open-joining'),
  'accept-joining': member('accept-joining'),
  'close-joining': member('close-joining', { reason: '不是本单位人员' }),
  'add-clerk': member('add-clerk'),
  'add-lead': member('add-lead'),
  'remove-member': member('remove-member', { role: 'applicant' }),
  'send-authorisation': registration([REGISTRAR], { sha256: SHA }),
  'bind-employer': registration([REGISTRAR]),
  'approve-employer': registration(['zhouhang'], { sha256: SHA }),
  'refuse-employer': registration(['zhouhang'], { sha256: SHA, reason: '印章不清' }),
  'set-fees': row(
    ...(['office', 'set-fees', 'the meeting’s office'] as const),
    { org: ORG, plan: PLAN, fees: {} },
    { org: NO_ORG, plan: PLAN, fees: {} },
  ),
  'set-seats': row(
    ...(['plan', 'publish', 'the plan’s office'] as const),
    { org: 'sx-eco-office', plan: PLAN, seats: [] },
    { org: NO_ORG, plan: PLAN, seats: [] },
  ),
  // There is one calendar: asked about years that are there and that are not, whoever may not publish learns nothing.
  'publish-calendar-year': row(
    ...(['calendar', 'publish', 'another'] as const),
    { content: inventedYear(2023) },
    { content: inventedYear(2024) },
  ),
  'publish-plan': row(
    ...(['plan', 'publish', 'the plan’s office'] as const),
    { plan: PLAN, content: { committee: { orgId: 'sx-eco-office' } } },
    { plan: 'none', content: { committee: { orgId: NO_ORG } } },
  ),
  'withdraw-plan': row(
    ...(['plan', 'publish', 'the plan’s office'] as const),
    { plan: PLAN, reason: '有误，重新公布。' },
    { plan: 'none', reason: '有误，重新公布。' },
  ),
}

const NOT_YOURS = '403 {"type":"https://yejibu.invalid/problem/not-yours","status":403,"refusal":{"kind":"not-yours"}}'

const cookies = new Map<string, string | null>()
let app: Visitor['app'] | null = null
let asked = 0

/** The whole answer; the version that was named is the sender's own and is left out. */
async function told(who: string, kind: string, body: object): Promise<string> {
  const cookie = cookies.get(who) ?? (await on.stage.as(who)).cookie
  cookies.set(who, cookie)
  // Of one relay she may ask so much a minute; the next one has not heard of her yet.
  if (asked++ % 500 === 0) app = on.stage.appWith({})
  const visitor = new Visitor(app ?? on.stage.app, cookie)
  const { status, body: said } = await visitor.command(kind, { ...body, expected: NO_VERSION })
  return `${status} ${JSON.stringify(said)}`
}

const head = async () => (await on.stage.office.ledger.head()).seq

describe('commands about archives, employers, offices and plans', () => {
  test('[RELAY-282] every command there is stands in the matrix', () => {
    const all = [COMMANDS, MEMBERSHIP_COMMANDS, OFFICE_COMMANDS, PLAN_COMMANDS, CALENDAR_COMMANDS].flatMap((one) =>
      Object.keys(one),
    )
    expect(all.filter((kind) => !Object.hasOwn(ROWS, kind))).toEqual(['register-employer'])
    expect(Object.keys(ROWS).filter((kind) => !all.includes(kind))).toEqual([])
    expect(Object.keys(CASE_COMMANDS).filter((kind) => !Object.hasOwn(TURNS, kind))).toEqual([])
  })

  test.each(Object.entries(ROWS))(
    '[RELAY-203] [RELAY-282] %s is asked by whom the table names; to all others what is there is as what is not',
    async (kind, { may, real, absent }) => {
      const before = await head()
      for (const who of EVERYBODY) {
        const answer = await told(who, kind, real)
        if (may.includes(who)) expect([who, answer]).toEqual([who, expect.stringContaining('stream-moved-on')])
        else expect([who, answer, await told(who, kind, absent)]).toEqual([who, NOT_YOURS, NOT_YOURS])
      }
      expect(await head()).toBe(before)
    },
  )

  test('[RELAY-283] whoever names an employer that is there as her new one is told so, and not how much happened in it', async () => {
    for (const who of EVERYBODY) {
      for (const org of ['yuezhou', NEW_EMPLOYER]) {
        const answer = await told(who, 'register-employer', { org, particulars: PARTICULARS })
        if (who === REGISTRAR && org === NEW_EMPLOYER) continue
        expect([who, org, answer]).toEqual([who, org, expect.not.stringContaining('actual')])
      }
    }
  })
})

const POINTS: readonly (readonly [StateKind, StageCode | null])[] = [
  ['emp-pending', null],
  ['stage-pending', 'DEPT_M'],
  ['fee-due', 'FEE'],
  ['meeting-pending', 'MID_MEETING'],
  ['meeting-passed', 'MID_MEETING'],
  ['announced', null],
]
/** Whose office is no stage's of the case’s way at all is nobody there. */
const STAGES: readonly StageCode[] = [
  'DEPT_M',
  'HRSS_M',
  'MID_OFFICE',
  'FEE',
  'FORM',
  'MID_MEETING',
  'SR_OFFICE',
  'DEPT_C',
]

/** What each is to the case where it stands, in words of the cast. */
function partiesOf(who: string, kase: Case, command: CaseCommand): readonly Party[] {
  const { state, route, payments } = kase
  const isOffices = state.kind === 'list-notice-running' || state.kind.startsWith('result-notice')
  const here = stageOf(state)
  if (who === OWNER) return ['owner']
  const notices = (parties: readonly Party[]): readonly Party[] => (isOffices ? [] : parties)
  if (who === LEAD) return ['employer', 'employer-lead', ...notices(['notice', 'notice-lead'])]
  if (who === CLERK) return ['employer', ...notices(['notice'])]
  if (who === 'hejing') return ['authority']
  if (PANEL.includes(who)) return state.kind === 'meeting-pending' ? ['expert'] : []
  const stage = STAGES.find((one) => officerAt(one).accountId === who)
  if (!stage || !route?.stops.some((stop) => stop.stage === stage)) return []
  const named = ('stage' in command ? command.stage : null) ?? here
  const order = command.kind === 'refund-payment' ? command.order : ''
  return [
    ...(named === stage ? (['office'] as const) : []),
    ...(here && stageAfter(route, here) === stage ? (['next-office'] as const) : []),
    ...(isOffices && here === stage ? (['notice', 'notice-lead'] as const) : []),
    ...(payments[order]?.collector === orgFor(stage) ? (['collector'] as const) : []),
    ...(AUTHORITIES.has(stage) ? (['authority'] as const) : []),
  ]
}

const KINDS = Object.keys(CASE_COMMANDS).filter(isAsked)
const WITH_PART = [OWNER, LEAD, CLERK, ...OFFICES, ...PANEL.slice(0, 1)]
const AT_ONCE = 3

describe.each(POINTS)('commands about a case at %s %s', (state, stage) => {
  let kase: Case
  let commands: readonly CaseCommand[]
  beforeAll(async () => {
    kase = await on.walkTo(state, stage)
    commands = await on.commands()
    // Days went by, and sessions with them.
    cookies.clear()
  })

  test.each(KINDS)(
    '[RELAY-134] [RELAY-282] %s is asked by whose turn the table names; to all others there is no such case',
    async (kind) => {
      const command = commands.find((one) => one.kind === kind && isWhole(kind, one))
      if (!command) throw new Error(`nobody can ask ${kind} in words that the relay reads`)
      const before = await head()
      const body = bodyOf(CASE_APPLICATION, command)
      for (const who of [...WITH_PART, ...NO_PART.slice(turn, turn + AT_ONCE)]) {
        const parties = partiesOf(who, kase, command)
        const may = TURNS[kind].by.some((party) => parties.includes(party))
        const answer = await told(who, kind, body)
        if (may) expect([who, answer]).toEqual([who, expect.stringContaining('stream-moved-on')])
        else expect([who, answer]).toEqual([who, NOT_YOURS])
      }
      const absent = { ...body, application: 'nobody-here.app0000009' }
      for (const who of turn === 0 ? WITH_PART : [])
        expect([who, await told(who, kind, absent)]).toEqual([who, NOT_YOURS])
      expect(await head()).toBe(before)
      tried.add(kind)
    },
  )
  // Everybody without a part has had her turn after as many points as it takes.
  afterAll(() => {
    turn = (turn + AT_ONCE) % NO_PART.length
  })
})

let turn = 0
const tried = new Set<string>()

test('[RELAY-282] every command of a case was asked, and by everybody', () => {
  expect(KINDS.filter((kind) => !tried.has(kind))).toEqual([])
  expect(POINTS.length * AT_ONCE).toBeGreaterThanOrEqual(NO_PART.length)
})

function isWhole(kind: (typeof KINDS)[number], command: CaseCommand): boolean {
  const body = { id: 'command-0001', expected: null, ...bodyOf(CASE_APPLICATION, command) }
  return CASE_COMMANDS[kind].safeParse(body).success
}

function isAsked(kind: string): kind is keyof typeof CASE_COMMANDS {
  return Object.hasOwn(CASE_COMMANDS, kind)
}
