/**
 * The matrix played: everybody of `people.ts` in one office, one person's application before the panel, and a batch of forms that the committee
 * asked for. Each knocks with a session of her own and is told bytes, which are compared whole.
 */
import { ROLE_BELONGS_TO } from '@yejibu/shared/account/actor'
import { accountIdSchema, type OrgId } from '@yejibu/shared/kernel/ids'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { accepted, CASE_PLAN, CaseStage } from '../case-stage.ts'
import { OUR_ORIGIN, type Stage } from '../stage.ts'
import { ARCHIVE, type Door, FILE, ORG, PLAN } from './door.ts'
import { COMMITTEE, ELSEWHERE } from './people.ts'

/** Each role at an organisation of its own, and one who was HR of the employer once. */
export async function addThoseElsewhere({ office }: Stage): Promise<void> {
  const open = (id: string, name: string) =>
    office.accounts.open({ id: accountIdSchema.parse(id), username: id, name, password: null }, 'relay')
  for (const [role] of ELSEWHERE) {
    const org = `other-${role}` as OrgId
    const kind = ROLE_BELONGS_TO[role]
    await office.performOrg({ kind: 'register-org', data: { org, name: org, kind, creditCode: null } }, 'relay')
    const account = accountIdSchema.parse(`elsewhere-${role}`)
    await open(account, role)
    await office.performOrg({ kind: 'add-member', data: { org, account, role } }, 'relay')
  }
  const former = { org: 'yuezhou' as OrgId, account: accountIdSchema.parse('formerly-hr'), role: 'hr-clerk' as const }
  await open(former.account, '前人事')
  await office.performOrg({ kind: 'add-member', data: former }, 'relay')
  await office.performOrg({ kind: 'remove-member', data: former }, 'relay')
}

/** Before the panel, with a file that was filed. */
export async function openMatrix(): Promise<CaseStage> {
  const on = await CaseStage.open({ review: 18_000 }, { plan: CASE_PLAN, archive: ARCHIVE, files: [FILE] })
  await addThoseElsewhere(on.stage)
  accepted(await on.submit())
  await on.walkTo('meeting-pending')
  return on
}

/** @returns the id of everybody's evaluation forms, finished */
export async function printedBatch({ stage }: CaseStage): Promise<string> {
  const asked = await (await stage.as(COMMITTEE)).post('/api/forms/batches', { plan: PLAN, org: ORG })
  await stage.office.forms.batches.settled()
  return (accepted(asked).body as { readonly id: string }).id
}

/** An answer to its last byte: what it says, and how. */
export interface Told {
  readonly status: number
  readonly headers: string
  readonly text: string
}

export type Knock = (route: string, door: Door, of: 'real' | 'absent', asks?: 'GET' | 'HEAD') => Promise<Told>

/** Knocks with one session, so often that nobody is asked to wait; the date is the only thing two answers may differ by. */
export async function knocking({ stage }: CaseStage, who: string): Promise<Knock> {
  const { cookie } = await stage.as(who)
  let app = stage.appWith({})
  let knocks = 0
  return async (route, door, of, asks) => {
    const path = of === 'real' ? door.real : (door.absent ?? door.real)
    const json = door.json?.(of)
    // Of one relay she may ask so many papers a minute; the next one has not heard of her yet.
    if (++knocks % 20 === 0) app = stage.appWith({})
    const answer = await app.request(path, {
      method: asks ?? route.split(' ')[0] ?? 'GET',
      headers: {
        origin: OUR_ORIGIN,
        cookie: `${SESSION_COOKIE}=${cookie}`,
        ...(asks === 'HEAD' ? { 'if-none-match': '*', range: 'bytes=0-3' } : {}),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'set-cookie').sort()
    return { status: answer.status, headers: JSON.stringify(headers), text: await answer.text() }
  }
}
