/** Attacks on a case: reading what is somebody else's to read, and deciding what is somebody else's to decide (domain §2.2, §5.2). */
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

interface OwnCases {
  readonly rows: readonly { readonly application: string }[]
}

interface OpenCase {
  readonly facts: readonly { readonly kind: string; readonly data: { readonly digest: string } }[]
}

/** What 钱如兰 submitted in the sample office, as she sees it herself. */
async function submitted(url: string) {
  const owner = await HandMadeClient.signIn(url, 'qianrulan')
  const application = ((await owner.request('GET', '/api/cases/mine')).body as OwnCases).rows[0]?.application ?? ''
  const { facts } = (await owner.request('GET', `/api/cases/${application}`)).body as OpenCase
  return { owner, application, digest: facts[0]?.data.digest ?? '' }
}

test('[RELAY-126] a case is opened by its owner and her HR, and by nobody before it stands at her office', async ({
  relay,
}) => {
  const { application } = await submitted(relay.url)
  expect(application).not.toBe('')
  const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
  expect((await hr.request('GET', `/api/cases/${application}`)).status).toBe(200)
  for (const who of ['luqinghe', 'xumingchuan', 'sunli', 'chenyan', 'hejing', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    const absent = await client.request('GET', '/api/cases/qianrulan.absent0001')
    const answer = await client.request('GET', `/api/cases/${application}`)
    expect([who, answer.status, answer.body]).toEqual([who, 404, absent.body])
  }
})

test('[RELAY-125] nobody lists the cases of an organisation whose HR or officer she is not', async ({ relay }) => {
  const own: Readonly<Record<string, string>> = { zhoumin: 'yuezhou', sunli: 'sx-eco', hejing: 'sx-eco-office' }
  for (const who of ['zhoumin', 'luqinghe', 'sunli', 'hejing', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    for (const org of ['yuezhou', 'sx-eco', 'sx-hrss', 'sx-eco-office', 'relay', 'absent']) {
      const answer = await client.request('GET', `/api/cases?org=${org}&tab=all`)
      expect([who, org, answer.status]).toEqual([who, org, own[who] === org ? 200 : 403])
      if (who !== 'zhoumin') expect(JSON.stringify(answer.body)).not.toContain('钱如兰')
    }
  }
})

test('[RELAY-121] nobody decides about a case out of turn: not its owner, a colleague, an office, the operator', async ({
  relay,
}) => {
  const { application, digest } = await submitted(relay.url)
  const attempts: readonly (readonly [string, object])[] = [
    ['open-submission', { digest }],
    ['check-lines', { digest, checks: [{ line: 'form', verdict: 'right', remark: null }] }],
    ['pass-eligibility', { digest, opinion: '同意推荐。' }],
    ['return-submission', { digest, reason: '请补充材料' }],
    ['report-application', { digest, chain: 'A-MUNI', opinion: '同意推荐。' }],
    ['pass-stage', { digest, stage: 'DEPT_M', checklist: {}, opinion: '同意。' }],
    ['confirm-payment', { order: 'o1', fen: 0, channel: 'counter', receipt: '收据', paidAt: '2022-05-10T08:00:00Z' }],
    ['issue-certificate', { number: 'Z330600202200001' }],
  ]
  for (const who of ['qianrulan', 'luqinghe', 'sunli', 'hejing', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    for (const [kind, body] of attempts) {
      const answer = await client.command(kind, { application, ...body })
      expect([who, kind, answer.status, answer.refusal?.kind]).toEqual([who, kind, 403, 'not-yours'])
    }
  }
  const clerk = await HandMadeClient.signIn(relay.url, 'wangxiao')
  const early = await clerk.command('pass-eligibility', { application, digest, opinion: '同意推荐。' })
  expect(early.refusal?.kind).toBe('lines-unchecked')
  const hasty = await clerk.command('report-application', { application, digest, chain: 'A-MUNI', opinion: '同意。' })
  expect(hasty.refusal?.kind).toBe('not-yours')
})
