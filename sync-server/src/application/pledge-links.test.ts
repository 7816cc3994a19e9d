/** The pledge on a phone, from the door: what the link opens, to whom, how often and for how long. */
import { createHash } from 'node:crypto'
import { pledgeTextDigest } from '@yejibu/shared/application/pledge'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { query } from '../store/store.ts'
import { Stage, type Visitor } from '../testing/stage.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const ASKED = { application: 'xumingchuan.app0000001', plan: PLAN.id, textDigest: pledgeTextDigest(PLAN) }
let stage: Stage
let xu: Visitor
let phone: Visitor

beforeEach(async () => {
  stage = await Stage.withCast()
  await stage.office.performPlan(PLAN.id, { kind: 'publish-plan', plan: PLAN }, 'hejing' as AccountId)
  xu = await stage.as('xumingchuan')
  phone = stage.stranger()
})
afterEach(() => stage.close())

/** As much of a PNG as says its size. */
function png(width = 600, height = 200, more = ''): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, Buffer.from(more)])
}
const signed = (token: string, picture = png()) =>
  phone.post('/api/signing', { token, picture: picture.toString('base64') })

async function link(who: Visitor = xu): Promise<{ id: string; token: string }> {
  const answer = await who.post('/api/pledge-links', ASKED)
  if (answer.status !== 200) throw new Error(answer.refusal?.kind)
  return answer.body as { id: string; token: string }
}

test('[RELAY-91] the phone sees whose pledge for which plan, masked, and what it signs reaches the desktop that waits', async () => {
  const { id, token } = await link()
  const page = await phone.post('/api/signing/page', { token })
  expect(page.body).toMatchObject({ name: '许＊川', plan: PLAN.title, title: PLAN.pledge.title })
  expect(JSON.stringify(page.body)).not.toContain('许明川')
  const waiting = xu.get(`/api/pledge-links/${id}?wait`)
  expect((await signed(token)).status).toBe(200)
  const sha256 = createHash('sha256').update(png()).digest('hex')
  expect((await waiting).body).toMatchObject({
    kind: 'signed',
    textDigest: ASKED.textDigest,
    signedAt: '2022-05-10T08:00:00.000Z',
    signature: { sha256, bytes: png().length, type: 'image/png' },
  })
  expect(await stage.office.evidence.held('xumingchuan' as AccountId, sha256)).toMatchObject({ type: 'image/png' })
})

test('[RELAY-92] a link is good once, and of two at the same instant one is taken', async () => {
  const { token } = await link()
  const answers = await Promise.all([signed(token), signed(token, png(600, 200, 'another'))])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  expect((await signed(token)).refusal).toEqual({ kind: 'link-spent' })
  expect((await phone.post('/api/signing/page', { token })).refusal).toEqual({ kind: 'link-spent' })
})

test('[RELAY-92] a link ends after ten minutes, by the next one, and when the wording changed', async () => {
  const first = await link()
  const second = await link()
  expect((await signed(first.token)).refusal).toEqual({ kind: 'link-spent' })
  stage.pass(10 * 60_000)
  expect((await signed(second.token)).refusal).toEqual({ kind: 'link-spent' })
  const third = await link()
  const next = { ...PLAN, version: 2, pledge: { ...PLAN.pledge, text: '另一种承诺。' } }
  await stage.office.performPlan(PLAN.id, { kind: 'publish-plan', plan: next }, 'hejing' as AccountId)
  expect((await signed(third.token)).refusal).toEqual({ kind: 'link-spent' })
  expect(await stage.office.evidence.all()).toEqual([])
})

test('[RELAY-92] nobody asks for a link of another’s application, nor for another wording, nor once it was submitted', async () => {
  for (const who of ['luqinghe', 'zhoumin', 'zhouhang']) {
    expect((await (await stage.as(who)).post('/api/pledge-links', ASKED)).refusal).toEqual({ kind: 'not-yours' })
  }
  expect((await phone.post('/api/pledge-links', ASKED)).refusal).toEqual({ kind: 'not-signed-in' })
  const altered = { ...ASKED, textDigest: '0'.repeat(64) }
  expect((await xu.post('/api/pledge-links', altered)).refusal).toEqual({ kind: 'plan-moved-on', version: 1 })
})

test('[RELAY-92] nobody else hears how a link stands, drops it, or guesses one; every wrong token gets one answer', async () => {
  const { id, token } = await link()
  const lu = await stage.as('luqinghe')
  expect((await lu.get(`/api/pledge-links/${id}`)).refusal).toEqual({ kind: 'link-spent' })
  await lu.ask('DELETE', `/api/pledge-links/${id}`)
  const guess = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  expect((await phone.post('/api/signing/page', { token: guess })).refusal).toEqual({ kind: 'link-spent' })
  expect((await signed(guess)).refusal).toEqual({ kind: 'link-spent' })
  expect((await phone.post('/api/signing/page', { token: id })).refusal?.kind).toBe('malformed')
  expect((await signed(token)).status).toBe(200)
})

test('[RELAY-91] a desktop that was closed meanwhile finds the signature again, and nobody else does', async () => {
  const asked = `/api/pledge-links?application=${ASKED.application}`
  expect((await xu.get(asked)).body).toEqual({ link: null })
  const { id, token } = await link()
  expect((await xu.get(asked)).body).toEqual({ link: { id, state: { kind: 'open' } } })
  await signed(token)
  const sha256 = createHash('sha256').update(png()).digest('hex')
  expect((await xu.get(asked)).body).toMatchObject({ link: { id, state: { kind: 'signed', signature: { sha256 } } } })
  for (const who of ['luqinghe', 'zhoumin', 'zhouhang']) {
    expect((await (await stage.as(who)).get(asked)).refusal).toEqual({ kind: 'not-yours' })
  }
  expect((await phone.get(asked)).refusal).toEqual({ kind: 'not-signed-in' })
  await xu.ask('DELETE', `/api/pledge-links/${id}`)
  expect((await xu.get(asked)).body).toEqual({ link: null })
})

test('[RELAY-93] who tries many links from one address is told to wait', async () => {
  const { token } = await link()
  const kinds = new Set<string | undefined>()
  for (let i = 0; i < 60; i++) {
    const guess = i.toString().padStart(43, 'x')
    kinds.add((await phone.post('/api/signing/page', { token: guess })).refusal?.kind)
  }
  expect([...kinds]).toEqual(['link-spent', 'too-many-requests'])
  expect((await signed(token)).refusal?.kind).toBe('too-many-requests')
})

test('[RELAY-93] the token is kept as its hash and stands in no path, answer of others or journal', async () => {
  const { token } = await link()
  const rows = JSON.stringify(await stage.office.store.all(query('SELECT * FROM pledge_link')))
  expect(rows).not.toContain(token)
  await phone.get(`/api/signing/${token}`)
  await signed(token, Buffer.from('no picture'))
  expect(JSON.stringify(stage.notes)).not.toContain(token)
})

test('[RELAY-93] only a PNG of a signature’s size is taken, and a wrong one does not spend the link', async () => {
  const { token } = await link()
  for (const wrong of [Buffer.from('%PDF-1.4'), png(10, 10), png(9000, 200)]) {
    expect((await signed(token, wrong)).refusal?.kind).toBe('evidence-type-refused')
  }
  expect((await signed(token, png(600, 200, 'x'.repeat(512 * 1024)))).refusal?.kind).toMatch(/too-large|malformed/)
  expect((await signed(token)).status).toBe(200)
})
