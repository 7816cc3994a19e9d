/** The public notice: read by anybody, witnessed day by day, objected to, and what the relay's clock brings about. */

import { XU_MINGCHUAN } from '@yejibu/shared/testing/people'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, CaseStage } from '../testing/case-stage.ts'
import type { Answer } from '../testing/stage.ts'
import { letClockRun } from './case-clock.ts'

const DAY = 86_400_000
let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const clock = () => letClockRun(on.stage.office.publicly)
const kinds = async () => (await on.facts()).map(({ kind }) => kind)
const code = async () => (await on.facts()).find(({ kind }) => kind === 'notice-started')?.id ?? ''
const read = async (): Promise<Answer> => on.stage.stranger().get(`/api/public/notices/${await code()}`)
const object = async (body: object): Promise<Answer> =>
  on.stage.stranger().post(`/api/public/notices/${await code()}/objections`, {
    id: 'objection-1',
    objector: 'anonymous',
    entry: null,
    text: '业绩与事实不符，请核查。',
    ...body,
  })

test('[RELAY-130] anybody reads a running notice by its code, without the numbers of a person; when it has ended only its dates', async () => {
  await on.walkTo('notice-running')
  const running = accepted(await read())
  expect(running.body).toMatchObject({
    state: 'running',
    content: { employer: '绍兴市越州生态环境监测中心', person: { fullName: '许明川' } },
    startedOn: '2022-05-10',
    workingDays: 5,
    lastDay: '2022-05-17',
  })
  const text = JSON.stringify(running.body)
  for (const secret of [
    XU_MINGCHUAN.idNumber,
    XU_MINGCHUAN.mobile,
    XU_MINGCHUAN.birthDate,
    'xumingchuan',
    'idNumber',
  ]) {
    expect(text).not.toContain(secret)
  }
  await on.walkTo('notice-cleared')
  const ended = accepted(await read())
  expect(ended.body).toMatchObject({ state: 'ended', startedOn: '2022-05-10' })
  expect(JSON.stringify(ended.body)).not.toContain('许明川')
})

test('[RELAY-130] a code that is none, a fact that is no notice and an application’s id show nothing', async () => {
  await on.walkTo('notice-running')
  const first = (await on.facts())[0]?.id ?? ''
  for (const guess of ['nothing', first, 'xumingchuan.app0000001', '%27']) {
    const answer = await on.stage.stranger().get(`/api/public/notices/${guess}`)
    expect([answer.status, answer.refusal]).toEqual([404, { kind: 'not-found' }])
  }
})

test('[RELAY-131] the relay witnesses what is posted once a day, and a day on which it was off is witnessed by nobody', async () => {
  await on.walkTo('notice-running')
  expect(await clock()).toBe(0)
  on.stage.pass(DAY)
  expect([await clock(), await clock()]).toEqual([1, 0])
  on.stage.pass(3 * DAY)
  expect(await clock()).toBe(1)
  const { state } = await on.kase()
  expect('notice' in state && state.notice.witnessedOn).toEqual(['2022-05-10', '2022-05-11', '2022-05-14'])
  expect((await kinds()).filter((kind) => kind === 'notice-witnessed')).toHaveLength(2)
})

test('[RELAY-132] deadlines that passed while the relay was off take effect with its next round, once', async () => {
  await on.walkTo('fee-due')
  expect(await clock()).toBe(0)
  on.stage.pass(40 * DAY)
  expect([await clock(), await clock()]).toEqual([1, 0])
  expect((await on.kase()).state.kind).toBe('fee-overdue')
})

test('[RELAY-132] results are announced when their notice is over, and a draft that was taken back ends with the window', async () => {
  await on.walkTo('result-notice-running')
  expect(await clock()).toBe(0)
  on.stage.pass(16 * DAY)
  expect(await clock()).toBe(1)
  expect((await on.kase()).state.kind).toBe('announced')
  await on.close()
  on = await CaseStage.open()
  accepted(await on.submit())
  accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
  expect(await clock()).toBe(0)
  on.stage.pass(60 * DAY)
  expect(await clock()).toBe(1)
  expect((await on.kase()).state.kind).toBe('expired')
})

test('[RELAY-133] an objection by the public is tied to its record, holds the notice open, and tells nothing back', async () => {
  await on.walkTo('notice-running')
  const kase = await on.kase()
  const answer = await object({ entry: 0, objector: { name: '李某', contact: '13800000099' } })
  expect(answer.body).toEqual({ isRecorded: true })
  expect((await object({ entry: 0, objector: { name: '李某', contact: '13800000099' } })).body).toEqual({
    isRecorded: true,
  })
  expect((await object({ text: '换了文字。' })).refusal).toEqual({ kind: 'command-id-taken' })
  expect((await on.facts()).at(-1)).toMatchObject({
    kind: 'objection-recorded',
    actor: 'relay',
    data: {
      about: `pull/${kase.filed?.submission.pulls[0]?.item}`,
      objector: { name: '李某', contact: '13800000099' },
    },
  })
  expect((await object({ id: 'objection-2', entry: 999 })).refusal?.kind).toBe('no-such-line')
  accepted(await object({ id: 'objection-3' }))
  on.stage.pass(16 * DAY)
  expect((await on.does('wangxiao', await on.move('close-notice'))).refusal?.kind).toBe('not-in-this-state')
  await on.walkTo('notice-cleared')
  expect((await object({ id: 'objection-4' })).status).toBe(404)
  expect(JSON.stringify((await (await on.stage.as('xumingchuan')).get('/api/feed?after=0')).body)).not.toContain('李某')
})

test('[RELAY-133] who holds the receipt is told what came of the objection, and no other id says anything', async () => {
  await on.walkTo('notice-running')
  const receipt = async (id: string) => on.stage.stranger().get(`/api/public/notices/${await code()}/objections/${id}`)
  accepted(await object({ id: 'objection-receipt', objector: { name: '李某', contact: '13800000099' } }))
  expect((await receipt('objection-receipt')).body).toMatchObject({ state: 'open', answer: null, answeredAt: null })
  for (const guess of ['objection-1', 'nothing', '%27']) expect((await receipt(guess)).status).toBe(404)
  const first = (await on.facts())[0]?.id ?? ''
  expect((await on.stage.stranger().get(`/api/public/notices/${first}/objections/objection-receipt`)).status).toBe(404)
  await on.walkTo('notice-cleared')
  const answered = accepted(await receipt('objection-receipt'))
  expect(answered.body).toMatchObject({ state: 'dismissed', answer: expect.any(String) })
  for (const secret of ['李某', '13800000099', '许明川', 'xumingchuan', 'investigation']) {
    expect(JSON.stringify(answered.body)).not.toContain(secret)
  }
})

test('[RELAY-130] a notice of results names the person, the employer and the title, takes objections, and then only its dates', async () => {
  await on.walkTo('result-notice-running')
  const opened = (await on.facts()).find(({ kind }) => kind === 'result-notice-opened')?.id ?? ''
  const at = (rest = '') => `/api/public/notices/${opened}${rest}`
  const running = accepted(await on.stage.stranger().get(at()))
  expect(running.body).toMatchObject({
    state: 'running',
    about: 'result',
    names: { category: expect.stringMatching(/[\u4e00-\u9fff]/) },
    content: { person: { fullName: '许明川' }, entries: [], birthYear: '' },
  })
  expect((await on.stage.stranger().get(`/api/public/notices/${await code()}`)).body).toMatchObject({ state: 'ended' })
  on.stage.pass(16 * DAY)
  await clock()
  const ended = accepted(await on.stage.stranger().get(at()))
  expect(ended.body).toMatchObject({ state: 'ended', closedOn: expect.any(String) })
  expect(JSON.stringify(ended.body)).not.toContain('许明川')
})

test('[RELAY-115] the place of a certificate tells its number and whether the title stands, and nobody’s name', async () => {
  await on.walkTo('certified')
  const issued = (await on.facts()).find(({ kind }) => kind === 'certificate-issued')
  const check = async () =>
    (await on.stage.stranger().get(`/api/check/${issued?.seq}-${issued?.hash.slice(0, 32)}`)).body
  expect(await check()).toMatchObject({ isInLedger: true, certificate: { number: expect.any(String), isValid: true } })
  expect(JSON.stringify(await check())).not.toMatch(/许明川|xumingchuan/)
  accepted(await on.does('hejing', await on.move('void-application')))
  expect(await check()).toMatchObject({ isInLedger: true, certificate: { isValid: false } })
})

test('[RELAY-133] one address raises only so many objections in an hour', async () => {
  await on.walkTo('notice-running')
  const statuses: number[] = []
  for (let i = 0; i < 11; i++) statuses.push((await object({ id: `objection-${i}` })).status)
  expect(statuses).toEqual([...Array(10).fill(200), 429])
})
