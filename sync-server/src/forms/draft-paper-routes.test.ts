import { ASKS } from '@yejibu/shared/plan/plan'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { officerAt } from '@yejibu/shared/testing/case-history'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { diarySchema } from '@yejibu/shared/wire/diary'
import { MISSING_HEADER, missingInHeader } from '@yejibu/shared/wire/forms'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted, CASE_APPLICATION, CaseStage } from '../testing/case-stage.ts'
import { OUR_ORIGIN } from '../testing/stage.ts'
import { pdfPages, solid } from './testing/pdf-text.ts'

const WINDOW = { open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' }
/** Asks for everything beside the archive. */
const ASKING = shaoxingEcology2022Mid({ ...WINDOW, asks: ASKS })
/** Takes what the stage hands in, and wants the papers back all the same. */
const LENIENT = { ...ASKING, asks: ['attachments' as const], attachmentSlots: [] }
const ARCHIVE = readyArchive('xumingchuan', {
  profile: { staffing: 'institutionQuota', idNumber: '330683198803071539', currentTitleName: '助理工程师' },
})
const NONE_FILED = {
  startedAt: null,
  photo: null,
  pledge: null,
  answers: {},
  score: null,
  recommenders: [],
  attachments: [],
}

let on: CaseStage

afterEach(() => on.close())
const opened = async (plan = ASKING) => {
  on = await CaseStage.open({}, { plan, archive: ARCHIVE })
}

const pull = ({ item, digest }: { readonly item: string; readonly digest: string }) => ({ item, digest, note: null })
const body = (change: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: 'command-for-print', expected: null, application: CASE_APPLICATION, plan: ASKING.id, planVersion: 1 },
  form: { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'yuecheng', statement: '' },
  pulls: [ARCHIVE.profile, ...ARCHIVE.background, ARCHIVE.paper].map(pull),
  filing: NONE_FILED,
  ...change,
})
const path = (paper: string) => `/api/forms/draft/${paper}.pdf`

interface Printed {
  readonly status: number
  readonly words: string
  readonly raw: string
  readonly missing: readonly string[]
  readonly refusal: { readonly kind: string } | undefined
}

async function asked(who: string, paper: string, json: unknown = body()): Promise<Printed> {
  const { cookie } = await on.stage.as(who)
  const response = await on.stage.app.request(path(paper), {
    method: 'POST',
    headers: { origin: OUR_ORIGIN, cookie: `${SESSION_COOKIE}=${cookie}`, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
  const { status, headers } = response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const raw = new TextDecoder('latin1').decode(bytes)
  const isPaper = status === 200
  return {
    ...{ status, raw, missing: missingInHeader(headers.get(MISSING_HEADER)) },
    words: isPaper ? solid((await pdfPages(bytes)).join('')) : '',
    refusal: isPaper ? undefined : JSON.parse(new TextDecoder().decode(bytes)).refusal,
  }
}

/** Everything that a print could have left behind. */
async function written(): Promise<unknown> {
  const { ledger } = on.stage.office
  const owner = await on.stage.as('xumingchuan')
  return {
    application: await on.facts(),
    newest: await ledger.head(),
    diary: diarySchema.parse(accepted(await owner.get('/api/diary')).body),
    mine: accepted(await owner.get('/api/cases/mine')).body,
    papers: (await owner.get(`/api/forms/application/${CASE_APPLICATION}`)).status,
  }
}

describe('a paper of a draft', () => {
  beforeEach(() => opened())

  test('[RELAY-380] [RELAY-381] is printed for its owner with what is approved, names what is missing and leaves nothing behind', async () => {
    const before = await written()
    const { status, words, missing } = await asked('xumingchuan', 'post-information')
    expect(status).toBe(200)
    for (const part of ['事业单位人员职称申报岗位信息表', '许明川', '330683198803071539', '申报前打印·未提交'])
      expect(words).toContain(part)
    expect(missing).toEqual(
      expect.arrayContaining(['form:statement:V-STMT-EMPTY', 'filing:V-PHOTO-REQ', 'filing:V-PLEDGE']),
    )
    expect(missing).not.toContain('filing:V-STAFF:postInfo')
    expect(await written()).toEqual(before)
    expect(before).toMatchObject({ application: [], papers: 404 })
  })

  test('[RELAY-380] is nobody else’s: a colleague, HR, each office, the operator and somebody elsewhere find what is not there', async () => {
    const none = { ...body(), application: 'xumingchuan.nosuchapp1' }
    const officers = (['DEPT_M', 'HRSS_M', 'MID_OFFICE', 'MID_MEETING'] as const).map((at) => officerAt(at).accountId)
    for (const who of ['luqinghe', 'qianrulan', 'zhoumin', 'wangxiao', 'hejing', 'sunli', 'zhouhang', ...officers]) {
      for (const json of [body(), none]) {
        const { status, refusal } = await asked(who, 'post-information', json)
        expect([who, status, refusal]).toEqual([who, 404, { kind: 'not-found' }])
      }
    }
    const stranger = await on.stage.stranger().post(path('post-information'), body())
    expect(stranger.status).toBe(401)
  })

  test('[RELAY-380] somebody’s own application is not filled with another’s approved items', async () => {
    const { status, refusal } = await asked('luqinghe', 'post-information', {
      ...body(),
      application: 'luqinghe.app0000001',
    })
    expect([status, refusal?.kind]).toEqual([409, 'pulls-refused'])
  })

  test('[RELAY-382] what is not approved is refused: written, sent, or changed after its approval', async () => {
    const written = await on.stage.writeHonor('xumingchuan', 'honor-1', '只写了没有送审')
    const sent = await on.stage.sendHonor('xumingchuan', 'honor-2', '送审还没有核定')
    const forged = { item: ARCHIVE.paper.item, digest: written.digest }
    for (const item of [{ item: 'honor-1', ...written }, { item: 'honor-2', ...sent }, forged]) {
      const pulls = [ARCHIVE.profile, ...ARCHIVE.background, item].map(pull)
      const { status, refusal } = await asked('xumingchuan', 'post-information', body({ pulls }))
      expect([status, refusal?.kind]).toEqual([409, 'pulls-refused'])
    }
    const nobody = await asked('xumingchuan', 'post-information', body({ pulls: [] }))
    expect(nobody.refusal?.kind).toBe('profile-not-pulled')
    const content = { part: 'honor', version: 1, fields: { name: '自封' }, evidence: [] }
    const smuggled = body({ pulls: [{ ...pull(ARCHIVE.profile), content }] })
    expect((await asked('xumingchuan', 'post-information', smuggled)).refusal?.kind).toBe('malformed')
  })

  test('[RELAY-380] no form but the papers that a slot asks this very application for', async () => {
    for (const paper of ['evaluation', 'pledge', 'publicity', 'roster', 'bag-cover', 'nothing', 'work-history'])
      expect((await asked('xumingchuan', paper)).status, paper).toBe(404)
    expect((await asked('xumingchuan', 'expert-opinion')).status).toBe(404)
    const landmark = body({ form: { ...body().form, type: 'landmark' } })
    expect((await asked('xumingchuan', 'expert-opinion', landmark)).words).toContain('推荐专家1')
    const owner = await on.stage.as('xumingchuan')
    expect((await owner.get(path('post-information'))).status).toBe(404)
  })

  test('[RELAY-384] nothing on it verifies as submitted: no code, no address, no place in the ledger', async () => {
    const { words, raw } = await asked('xumingchuan', 'post-information')
    expect(words).toContain('无核验码')
    expect(words).not.toMatch(/\d+-[0-9a-f]{32}/)
    expect(words).not.toContain('/check')
    expect(raw).not.toContain('/check')
    const head = await on.stage.office.ledger.head()
    expect(words + raw).not.toContain(head.hash.slice(0, 16))
  })

  test('[RELAY-383] a body that is too large, malformed or not JSON is told so, and no more papers than others a minute', async () => {
    const large = body({ form: { ...body().form, statement: '述'.repeat(20_001) } })
    expect((await asked('xumingchuan', 'post-information', large)).refusal?.kind).toBe('malformed')
    const flood = body({ more: 'x'.repeat(2 * 1024 * 1024) })
    expect((await asked('xumingchuan', 'post-information', flood)).refusal?.kind).toBe('too-large')
    const owner = await on.stage.as('xumingchuan')
    const bytes = new TextEncoder().encode(JSON.stringify(body()))
    const form = { bytes, headers: { 'content-type': 'text/plain' } }
    expect((await owner.ask('POST', path('post-information'), form)).refusal?.kind).toBe('malformed')
    const foreign = { json: body(), headers: { origin: 'https://evil.example' } }
    expect((await owner.ask('POST', path('post-information'), foreign)).refusal?.kind).toBe('foreign-origin')
    const statuses: number[] = []
    for (let n = 0; n < 60; n++) statuses.push((await owner.post(path('post-information'), {})).status)
    expect(statuses.at(0)).toBe(400)
    const last = await owner.post(path('post-information'), body())
    expect([last.status, last.refusal?.kind]).toEqual([429, 'too-many-requests'])
    expect((await asked('luqinghe', 'post-information')).status).toBe(404)
  })
})

describe('a paper once the window is closed', () => {
  beforeEach(() => opened())

  test('[RELAY-381] is refused with the window where nothing was submitted in time', async () => {
    on.stage.clock.at = Date.parse(WINDOW.close) + 1_000
    expect((await asked('xumingchuan', 'post-information')).refusal).toMatchObject({ kind: 'plan-not-open', ...WINDOW })
  })
})

describe('a paper of what was submitted once', () => {
  beforeEach(() => opened({ ...LENIENT, attachmentSlots: wanting() }))

  test('[RELAY-381] is printed from the draft again after it was taken back or returned, and not while it lies before somebody', async () => {
    expect((await asked('xumingchuan', 'post-information')).status).toBe(200)
    accepted(await on.submit())
    const submitted = await asked('xumingchuan', 'post-information')
    expect([submitted.status, submitted.refusal?.kind]).toEqual([409, 'application-already-submitted'])
    accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
    expect((await asked('xumingchuan', 'post-information')).words).toContain('申报前打印·未提交')
    accepted(await on.submit())
    await on.walkTo('stage-pending', 'DEPT_M')
    expect((await asked('xumingchuan', 'post-information')).refusal?.kind).toBe('application-already-submitted')
    accepted(await on.does(officerAt('DEPT_M').accountId, await on.move('return-from-stage')))
    // What an office returned was in time: its papers are, too.
    on.stage.clock.at = Date.parse(WINDOW.close) + 86_400_000
    const again = await asked('xumingchuan', 'post-information')
    expect(again.words).toContain('申报前打印·未提交')
    expect(again.words).not.toMatch(/\d+-[0-9a-f]{32}/)
  })
})

/** Its slots, none of which must be filled. */
function wanting() {
  return ASKING.attachmentSlots.map((slot) => ({ ...slot, requirement: 'as-available' as const, requiredWhen: [] }))
}
