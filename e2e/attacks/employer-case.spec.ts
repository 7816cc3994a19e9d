/** Attacks on the employer's half of a case: a clerk takes the lead's steps, the applicant takes her HR's, and both ask where a report would lead. */
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-305] a clerk neither publicises nor reports, and the applicant is no HR of her own case', async ({
  relay,
}) => {
  const owner = await HandMadeClient.signIn(relay.url, 'qianrulan')
  const mine = (await owner.request('GET', '/api/cases/mine')).body as {
    rows: { application: string; digest: string }[]
  }
  const { application, digest } = mine.rows[0] ?? { application: '', digest: '' }
  expect(application).not.toBe('')
  const content = '0'.repeat(64)
  const steps: readonly (readonly [string, Record<string, unknown>])[] = [
    ['start-notice', { digest, content, workingDays: null, method: '在公告栏张贴' }],
    ['report-application', { digest, chain: 'A-MUNI', opinion: '同意推荐。' }],
    ['decline-application', { digest, reason: '不予推荐。' }],
  ]
  for (const who of ['wangxiao', 'qianrulan', 'luqinghe', 'hejing']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    for (const [kind, body] of steps) {
      const answer = await client.command(kind, { application, ...body })
      expect([who, kind, answer.refusal?.kind]).toEqual([who, kind, 'not-yours'])
    }
    const ways = await client.request('GET', `/api/ways/${application}`)
    expect([who, ways.status]).toEqual([who, who === 'wangxiao' ? 200 : 404])
  }
  const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
  const { body } = await hr.request('GET', `/api/cases/${application}`)
  expect((body as { state: string }).state).toBe('emp-pending')
})
