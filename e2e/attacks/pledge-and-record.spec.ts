/** Attacks on what an applicant hands in and takes back: pledge links of others, altered wordings, used links, and submissions that are not one's own. */
import { pledgeTextDigest } from '@yejibu/shared/application/pledge'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { honestSubmission, openPlan } from '../stage/honest-submission.ts'
import { expect, test } from '../stage/test.ts'

/** As much of a PNG as says its size. */
function png(more = ''): string {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(600, 16)
  head.writeUInt32BE(200, 20)
  return Buffer.concat([head, Buffer.from(more)]).toString('base64')
}

async function asked(client: HandMadeClient) {
  const plan = await openPlan(client)
  return { application: 'xumingchuan.app0000001', plan: plan.id, textDigest: pledgeTextDigest(plan) }
}

test('[RELAY-92] nobody has a pledge signed for another, for other words, twice, or hears of it', async ({ relay }) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
  const ask = await asked(xu)
  expect((await lu.request('POST', '/api/pledge-links', ask)).refusal).toEqual({ kind: 'not-yours' })
  const altered = { ...ask, textDigest: '0'.repeat(64) }
  expect((await xu.request('POST', '/api/pledge-links', altered)).refusal?.kind).toBe('plan-moved-on')

  const { id, token } = (await xu.request('POST', '/api/pledge-links', ask)).body as { id: string; token: string }
  expect((await lu.request('GET', `/api/pledge-links/${id}`)).refusal).toEqual({ kind: 'link-spent' })
  const kept = `/api/pledge-links?application=${ask.application}`
  expect((await lu.request('GET', kept)).refusal).toEqual({ kind: 'not-yours' })
  const sign = (picture: string) => lu.request('POST', '/api/signing', { token, picture })
  const answers = await Promise.all([sign(png('a')), sign(png('b')), sign(png('c'))])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410])
  expect((await sign(png('d'))).refusal).toEqual({ kind: 'link-spent' })
  const { body } = await xu.request('GET', `/api/pledge-links/${id}`)
  const { sha256 } = (body as { signature: { sha256: string } }).signature
  expect((await lu.request('GET', `/api/evidence/${sha256}?archive=xumingchuan`)).status).toBe(404)
})

test('[RELAY-90] nobody but its owner takes an application back', async ({ relay }) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const submitted = await xu.command('submit-application', { ...(await honestSubmission(xu, 'xumingchuan')) })
  const { facts } = submitted.body as { facts: { stream: string; data: { digest: string } }[] }
  const [fact] = facts
  if (!fact) throw new Error('it was submitted')
  const back = { application: fact.stream.slice('application/'.length), digest: fact.data.digest }
  for (const who of ['luqinghe', 'zhoumin', 'wangxiao', 'hejing', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    expect((await client.command('take-back-submission', back)).refusal, who).toEqual({ kind: 'not-yours' })
  }
  expect((await xu.command('take-back-submission', { ...back, digest: '0'.repeat(64) })).status).toBe(409)
  expect((await xu.command('take-back-submission', back)).status).toBe(200)
  expect((await xu.command('take-back-submission', back)).refusal?.kind).toBe('not-in-this-state')
})
