/**
 * Everybody at every door: each role at each place, each route of the app and each document's socket, asked about one person's things and about things
 * that are not there. Who has no part in them gets one answer for both, and it names nobody. A route that nobody put into the table fails the test.
 */
import type { IncomingMessage } from 'node:http'
import { ROLES } from '@yejibu/shared/account/actor'
import { accountIdSchema, type OrgId } from '@yejibu/shared/kernel/ids'
import { COMMANDS } from '@yejibu/shared/wire/commands'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAdmission } from './account/admission.ts'
import { passGate } from './relay/gate.ts'
import { accepted, CASE_APPLICATION, CaseStage } from './testing/case-stage.ts'
import {
  ARCHIVE,
  COMMITTEE,
  type Door,
  doorsOf,
  ELSEWHERE,
  ELSEWHERE_TRIED,
  EVERYBODY,
  FILE,
  HR,
  LEAD,
  NO_ORG,
  NO_PART,
  none,
  OFFICES,
  ORG,
  OWNER,
  PANEL,
  PLAN,
  SECRETS,
  SHA,
} from './testing/doors.ts'
import type { Answer, Visitor } from './testing/stage.ts'

let batch = 'unset'
let on: CaseStage

beforeAll(async () => {
  on = await CaseStage.open()
  const { office: relay } = on.stage
  const open = (id: string, name: string) =>
    relay.accounts.open({ id: accountIdSchema.parse(id), username: id, name, password: null }, 'relay')
  for (const [role, kind] of ELSEWHERE) {
    const org = `other-${role}` as OrgId
    await relay.performOrg({ kind: 'register-org', data: { org, name: org, kind, creditCode: null } }, 'relay')
    const account = accountIdSchema.parse(`elsewhere-${role}`)
    await open(account, role)
    await relay.performOrg({ kind: 'add-member', data: { org, account, role } }, 'relay')
  }
  const former = { org: 'yuezhou' as OrgId, account: accountIdSchema.parse('formerly-hr'), role: 'hr-clerk' as const }
  await open('formerly-hr', '前人事')
  await relay.performOrg({ kind: 'add-member', data: former }, 'relay')
  await relay.performOrg({ kind: 'remove-member', data: former }, 'relay')
  const put = await relay.evidence.put(accountIdSchema.parse(OWNER), SHA, FILE)
  if (!put.ok) throw new Error(put.refusal.kind)
  accepted(await on.submit())
  await on.walkTo('meeting-pending')
  const asked = await (await on.stage.as(COMMITTEE)).post('/api/forms/batches', { plan: PLAN, org: ORG })
  batch = (accepted(asked).body as { id: string }).id
  await relay.forms.batches.settled()
})
afterAll(() => on.close())

const knock = (visitor: Visitor, route: string, door: Door, of: 'real' | 'absent'): Promise<Answer> => {
  const [method = 'GET'] = route.split(' ')
  const path = of === 'real' ? door.real : (door.absent ?? door.real)
  return visitor.ask(method, path, door.json ? { json: door.json(of) } : {})
}

/** A list that is empty for whoever has nothing in it is an answer like another's. */
const told = ({ status, refusal, body }: Answer) => JSON.stringify([status, refusal ?? body])

describe('every route', () => {
  test('[RELAY-202] every role is asked, and every route of the app stands in the table or is named as tried elsewhere', () => {
    expect(ROLES.filter((role) => ELSEWHERE.every(([one]) => one !== role))).toEqual(['operator'])
    const registered = on.stage.app.routes.filter(({ method }) => method !== 'ALL')
    const routes = new Set(registered.map(({ method, path }) => `${method} ${path}`))
    const known = new Set([...Object.keys(doorsOf(batch)), ...Object.keys(ELSEWHERE_TRIED)])
    expect([...routes].filter((route) => !known.has(route))).toEqual([])
    expect([...known].filter((route) => !routes.has(route))).toEqual([])
  })

  test('[RELAY-202] who has a part in it is answered', async () => {
    const closed: string[] = []
    for (const [route, doors] of Object.entries(doorsOf(batch))) {
      if (!route.startsWith('GET')) continue
      for (const door of doors) {
        for (const who of door.readers) {
          const { status } = await knock(await on.stage.as(who), route, door, 'real')
          // Nothing more to report, once it was reported.
          if (status !== 200 && !route.includes('/ways/')) closed.push(`${status} ${who} ${door.real}`)
        }
      }
    }
    expect(closed).toEqual([])
  })

  test('[RELAY-202] to all others a thing that is there is as one that is not, in answers, lists, counts, search, files and errors, and no name is in them', async () => {
    const differs: string[] = []
    let asked = 0
    for (const [route, doors] of Object.entries(doorsOf(batch))) {
      for (const who of EVERYBODY) {
        const visitor = await on.stage.as(who)
        for (const door of doors) {
          if (door.readers.includes(who)) continue
          const real = await knock(visitor, route, door, 'real')
          asked++
          const says = SECRETS.filter((secret) => JSON.stringify(real.body).includes(secret))
          const known = door.showsNames?.includes(who) ? ['许明川'] : []
          if (says.join() !== known.join()) differs.push(`${who} ${route} ${door.real} says ${says}`)
          if (real.status >= 500) differs.push(`${who} ${door.real} ${real.status}`)
          if (door.absent === undefined) continue
          if (real.status < 400 && !door.isOpen) differs.push(`${who} ${door.real} ${real.status}`)
          const absent = await knock(visitor, route, door, 'absent')
          if (told(real) !== told(absent)) differs.push(`${who} ${route} ${door.real}: ${told(real)} / ${told(absent)}`)
        }
      }
    }
    expect(differs).toEqual([])
    expect(asked).toBeGreaterThan(1_000)
  })
})

describe('commands about an archive', () => {
  test('[RELAY-203] who has no part in it gets one answer for an archive that is there and one that is not, and changes neither', async () => {
    const { digest, content, salt } = ARCHIVE.paper
    const about = { item: 'paper-1', digest }
    const bodies: Record<Exclude<keyof typeof COMMANDS, 'submit-application'>, object> = {
      'send-revision': { item: 'paper-1', revision: { digest, salt, content } },
      'withdraw-revision': about,
      'rule-on-revision': { ...about, verdict: 'approved', reason: null },
      'revoke-approval': { ...about, reason: '核定有误' },
      'attest-evidence': { item: 'paper-1', sha256: SHA },
      'withdraw-attestation': { item: 'paper-1', sha256: SHA, reason: '看错了' },
    }
    expect(Object.keys(COMMANDS).filter((kind) => !(kind in bodies))).toEqual(['submit-application'])
    const stream = () => on.stage.office.ledger.read(`archive/${OWNER}`)
    const before = (await stream()).length
    for (const who of [...OFFICES, ...PANEL, ...NO_PART]) {
      const visitor = await on.stage.as(who)
      for (const [kind, body] of Object.entries(bodies)) {
        for (const archive of [OWNER, 'nobody-here']) {
          const { status, refusal } = await visitor.command(kind, { archive, ...body })
          expect([who, kind, archive, status, refusal]).toEqual([who, kind, archive, 403, { kind: 'not-yours' }])
        }
      }
    }
    expect((await stream()).length).toBe(before)
  })
})

describe('documents', () => {
  /** In words of its own: who reads, who writes. */
  const DOCUMENTS: Readonly<Record<string, { readonly write: readonly string[]; readonly read: readonly string[] }>> = {
    [`archive/${OWNER}`]: { write: [OWNER], read: HR },
    [`private/${OWNER}`]: { write: [OWNER], read: none },
    [`desk/${OWNER}.yuezhou`]: { write: HR, read: none },
    [`desk/${OWNER}.other-hr-lead`]: { write: none, read: none },
    [`application/${CASE_APPLICATION}`]: { write: none, read: [OWNER] },
    'handbook/yuezhou': { write: [LEAD], read: ['wangxiao'] },
    'plan-drafts/sx-eco-office': { write: ['hejing'], read: none },
  }

  test('[RELAY-203] the gate opens each kind of document to whom the table names and closes alike on what is there and what is not', async () => {
    const admission = createAdmission(on.stage.office)
    const gate = async (who: string, name: string) => {
      const { cookie } = await on.stage.as(who)
      const headers = { cookie: `${SESSION_COOKIE}=${cookie}` }
      return passGate(admission, { url: `/sync/${name}`, headers } as unknown as IncomingMessage)
    }
    for (const who of EVERYBODY) {
      for (const [name, { write, read }] of Object.entries(DOCUMENTS)) {
        const entry = await gate(who, name)
        const right = 'right' in entry ? entry.right : 'none'
        const wanted = write.includes(who) ? 'write' : read.includes(who) ? 'read' : 'none'
        expect([who, name, right]).toEqual([who, name, wanted])
        if (right === 'none') {
          const absent = await gate(
            who,
            name.replace(/xumingchuan/g, 'nobody-here').replace(/yuezhou|sx-eco-office/, NO_ORG),
          )
          expect([who, name, absent]).toEqual([who, name, entry])
        }
      }
    }
  })
})
