import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { diarySchema } from '@yejibu/shared/wire/diary'
import { batchesSchema, batchSchema, checkSchema, groupOffersSchema, offersSchema } from '@yejibu/shared/wire/forms'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { unzipSync } from 'fflate'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noteCase } from '../case/note-case.ts'
import type { SignedIn } from '../http/session.ts'
import { accepted, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'
import { batchRoutes } from './batch-routes.ts'
import { pdfPages, solid } from './testing/pdf-text.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const ONE = `/api/forms/application/${CASE_APPLICATION}`
const MID_OFFICE = officerAt('MID_OFFICE').accountId
const MID_ORG = orgFor('MID_OFFICE')

async function fetched(who: string, path: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  const { cookie } = await on.stage.as(who)
  const response = await on.stage.app.request(path, { headers: { cookie: `${SESSION_COOKIE}=${cookie}` } })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}
const words = async (bytes: Uint8Array) => solid((await pdfPages(bytes)).join(''))
const get = async (who: string, path: string) => (await on.stage.as(who)).get(path)
const kindsFor = async (who: string) => {
  const answer = await get(who, ONE)
  return answer.status === 200 ? offersSchema.parse(answer.body).offers.map(({ kind }) => kind) : answer.status
}

describe('forms of one person', () => {
  test('[RELAY-114] are listed and printed for whom they are, and for everybody else they do not exist', async () => {
    expect(await kindsFor('xumingchuan')).toEqual(expect.arrayContaining(['evaluation', 'pledge', 'bag-cover']))
    expect(await kindsFor('zhoumin')).toContain('publicity')
    for (const who of ['luqinghe', 'zhouhang', 'sunli', MID_OFFICE, officerAt('DEPT_M').accountId]) {
      expect(await kindsFor(who), who).toBe(404)
      for (const kind of ['evaluation', 'publicity', 'pledge', 'roster']) {
        expect((await fetched(who, `${ONE}/${kind}.pdf`)).status, `${who} ${kind}`).toBe(404)
      }
    }
    expect((await fetched('xumingchuan', `${ONE}/publicity.pdf`)).status).toBe(404)
    expect((await fetched('xumingchuan', `${ONE}/nothing.pdf`)).status).toBe(404)
    expect((await on.stage.stranger().get(ONE)).status).toBe(401)
  })

  test('[RELAY-114] say what was submitted, on paper that leads to the public check', async () => {
    const { status, bytes } = await fetched('xumingchuan', `${ONE}/evaluation.pdf`)
    expect(status).toBe(200)
    const text = await words(bytes)
    for (const part of ['许明川', '述职。', '预览件不得报送']) expect(text).toContain(part)
    const code = /核验码(\d+-[0-9a-f]{32})/.exec(text)?.[1]
    expect(code).toBeDefined()
    const answer = await on.stage.stranger().get(`/api/check/${code}`)
    expect(checkSchema.parse(answer.body)).toEqual({
      isInLedger: true,
      at: '2022-05-10T08:00:00.000Z',
      plan: CASE_PLAN.title,
      certificate: null,
    })
  })
})

describe('what is written down of printing', () => {
  const diary = async (who: string) => diarySchema.parse((await get(who, '/api/diary')).body).entries
  const exported = async () => (await on.facts()).filter(({ kind }) => kind === 'form-exported')

  test('[RELAY-153] papers about others are noted for each of them, with role and office, and one’s own are not', async () => {
    await on.walkTo('form-delivered')
    await fetched('xumingchuan', `${ONE}/evaluation.pdf`)
    await fetched('luqinghe', `${ONE}/evaluation.pdf`)
    expect((await diary('xumingchuan')).filter(({ what }) => what === 'export')).toEqual([])
    await fetched('zhoumin', `${ONE}/evaluation.pdf`)
    on.stage.pass(1_000)
    await fetched(MID_OFFICE, `/api/forms/plan/${CASE_PLAN.id}/${MID_ORG}/roster.xlsx`)
    await fetched(MID_OFFICE, `/api/forms/plan/${CASE_PLAN.id}/${MID_ORG}/roster.pdf`)
    const asked = await (await on.stage.as(MID_OFFICE)).post('/api/forms/batches', { plan: CASE_PLAN.id, org: MID_ORG })
    const { id } = batchSchema.parse(accepted(asked).body)
    await on.stage.office.forms.batches.settled()
    const before = (await diary('xumingchuan')).filter(({ what }) => what === 'export')
    const look = { what: 'export', subject: CASE_APPLICATION }
    expect(before).toMatchObject([
      { ...look, role: 'committee-office', org: 'MID_OFFICE 办公室', times: 2 },
      { ...look, role: 'hr-lead', name: '周敏', times: 1 },
    ])
    await fetched(MID_OFFICE, `/api/forms/batches/${id}/file`)
    expect((await diary('xumingchuan'))[0]).toMatchObject({ ...look, role: 'committee-office', times: 3 })
    for (const who of ['zhoumin', MID_OFFICE]) expect(await diary(who)).toEqual([])
  })

  test('[RELAY-357] a finished file is handed out with its line also when its officer reads the case no longer', async () => {
    await on.walkTo('form-delivered')
    const asked = await (await on.stage.as(MID_OFFICE)).post('/api/forms/batches', { plan: CASE_PLAN.id, org: MID_ORG })
    const { id } = batchSchema.parse(accepted(asked).body)
    await on.stage.office.forms.batches.settled()
    const kase = await on.kase()
    const { office } = on.stage
    // Of a case that has come to stand nowhere near this office: taken back, it is its owner's alone.
    const routes = batchRoutes({
      batches: office.forms.batches,
      subjects: {
        of: async (application) => {
          const subject = await office.forms.subjects.of(application)
          return subject && { ...subject, case: { ...kase, state: { kind: 'draft' } } }
        },
      },
      diary: office.diary,
      origin: null,
    })
    const officer = officerAt('MID_OFFICE')
    const as = (actor: typeof officer) =>
      new Hono<SignedIn>()
        .use(async (c, next) => {
          c.set('actor', actor)
          await next()
        })
        .route('/', routes)
        .request(`/${id}/file`)
    const exports = async () => (await diary('xumingchuan')).filter(({ what }) => what === 'export')
    expect(await exports()).toEqual([])
    expect((await as(officer)).status).toBe(200)
    expect(await exports()).toMatchObject([
      { subject: CASE_APPLICATION, role: 'committee-office', org: 'MID_OFFICE 办公室' },
    ])
  })

  test('[RELAY-358] who neither reads a case nor belongs where its paper was made is handed nothing of it', async () => {
    const kase = await on.kase()
    const note = (org: OrgId | null) =>
      noteCase(on.stage.office.diary, officerAt('MID_OFFICE'), kase, CASE_APPLICATION, 'export', org)
    await expect(note(null)).rejects.toThrow('without a line')
    await expect(note(orgFor('DEPT_M'))).rejects.toThrow('without a line')
    await note(MID_ORG)
    expect(await diary('xumingchuan')).toMatchObject([{ what: 'export', role: 'committee-office' }])
  })

  test('[RELAY-154] the first download of the form to hand in exports it, by its owner alone and once', async () => {
    await fetched('xumingchuan', `${ONE}/evaluation.pdf`)
    await on.walkTo('form-due')
    await fetched('zhoumin', `${ONE}/evaluation.pdf`)
    expect(await exported()).toEqual([])
    await Promise.all([1, 2, 3].map(() => fetched('xumingchuan', `${ONE}/evaluation.pdf`)))
    expect(await exported()).toMatchObject([{ actor: 'xumingchuan' }])
    expect((await on.kase()).state).toMatchObject({ kind: 'form-due', isExported: true })
    accepted(await on.does('xumingchuan', await on.move('export-form')))
    expect(await exported()).toHaveLength(1)
    await on.walkTo('form-delivered')
    await fetched('xumingchuan', `${ONE}/evaluation.pdf`)
    expect(await exported()).toHaveLength(1)
  })
})

describe('the public check', () => {
  test('[RELAY-115] knows a checkpoint of the ledger from one that is not, and tells nothing about anybody', async () => {
    const fact = (await on.facts()).filter(isCaseFact).at(-1)
    const check = async (code: string) => checkSchema.parse((await on.stage.stranger().get(`/api/check/${code}`)).body)
    const real = `${fact?.seq}-${fact?.hash.slice(0, 32)}`
    expect((await check(real)).isInLedger).toBe(true)
    expect(JSON.stringify(await check(real))).not.toMatch(/许明川|xumingchuan|越州/)
    const not = { isInLedger: false, at: null, plan: null, certificate: null }
    for (const code of [
      `${fact?.seq}-${'0'.repeat(32)}`,
      `${(fact?.seq ?? 0) + 1}-${fact?.hash.slice(0, 32)}`,
      `${fact?.seq}-${fact?.hash.slice(0, 8)}`,
      'x',
      '%00',
    ]) {
      expect(await check(code), code).toEqual(not)
    }
  })
})

describe('forms of a group', () => {
  test('[RELAY-116] are about whom the organisation passed: the notice for HR, the roster as paper and sheet for the office', async () => {
    const ofPlan = `/api/forms/plan/${CASE_PLAN.id}`
    const groups = async (who: string) =>
      groupOffersSchema.parse((await get(who, ofPlan)).body).groups.map(({ kind, people }) => `${kind} ${people}`)
    expect(await groups('zhoumin')).toEqual([])
    await on.walkTo('form-delivered')
    expect(await groups('zhoumin')).toContain('publicity 1')
    expect(await groups(MID_OFFICE)).toEqual(expect.arrayContaining(['roster 1', 'evaluation 1']))
    expect(await groups('xumingchuan')).toEqual([])
    const notice = await words((await fetched('zhoumin', `${ofPlan}/yuezhou/publicity.pdf`)).bytes)
    expect(notice).toContain('许明川')
    expect(notice).not.toContain('330683198803071539')
    const roster = await fetched(MID_OFFICE, `${ofPlan}/${MID_ORG}/roster.pdf`)
    expect(await words(roster.bytes)).toContain('评审对象花名册')
    expect((await fetched(MID_OFFICE, `${ofPlan}/${MID_ORG}/roster.xlsx`)).status).toBe(200)
    for (const [who, org] of [
      ['xumingchuan', MID_ORG],
      ['zhoumin', MID_ORG],
      [MID_OFFICE, 'yuezhou'],
      ['zhoumin', 'yuezhou'],
    ] as const) {
      expect((await fetched(who, `${ofPlan}/${org}/roster.pdf`)).status, who).toBe(404)
      expect((await fetched(who, `${ofPlan}/${org}/roster.xlsx`)).status, who).toBe(404)
    }
  })
})

describe('a batch', () => {
  const ask = async (who: string, org: string = MID_ORG) =>
    (await on.stage.as(who)).post('/api/forms/batches', { plan: CASE_PLAN.id, org })

  test('[RELAY-117] prints the roster and a form for everybody into one file, for the office alone', async () => {
    expect((await ask(MID_OFFICE)).status).toBe(404)
    await on.walkTo('form-delivered')
    for (const who of ['xumingchuan', 'zhoumin', officerAt('DEPT_M').accountId])
      expect((await ask(who)).status, who).toBe(404)
    const { id, people } = batchSchema.parse(accepted(await ask(MID_OFFICE)).body)
    expect(people).toBe(1)
    await on.stage.office.forms.batches.settled()
    const path = `/api/forms/batches/${id}`
    expect(batchSchema.parse((await get(MID_OFFICE, path)).body)).toMatchObject({ state: 'ready', done: 1 })
    const files = unzipSync((await fetched(MID_OFFICE, `${path}/file`)).bytes)
    expect(Object.keys(files)).toEqual([
      '000-评审对象花名册.pdf',
      '000-评审对象花名册.xlsx',
      '001-许明川-专业技术职务任职资格评审表.pdf',
    ])
    expect(await words(files['001-许明川-专业技术职务任职资格评审表.pdf'] ?? new Uint8Array())).toContain('许明川')
    for (const who of ['xumingchuan', 'zhoumin']) {
      expect((await get(who, path)).status, who).toBe(404)
      expect((await fetched(who, `${path}/file`)).status, who).toBe(404)
      expect(batchesSchema.parse((await get(who, '/api/forms/batches')).body).batches).toEqual([])
    }
  })

  test('[RELAY-118] that was cancelled prints nothing more and leaves no file; one of an office is cancelled by nobody else', async () => {
    await on.walkTo('form-delivered')
    const { id } = batchSchema.parse(accepted(await ask(MID_OFFICE)).body)
    const path = `/api/forms/batches/${id}`
    expect((await (await on.stage.as('zhoumin')).ask('DELETE', path)).status).toBe(404)
    const { state } = batchSchema.parse((await (await on.stage.as(MID_OFFICE)).ask('DELETE', path)).body)
    await on.stage.office.forms.batches.settled()
    expect(state).toBe('cancelled')
    expect((await fetched(MID_OFFICE, `${path}/file`)).status).toBe(404)
  })
})
