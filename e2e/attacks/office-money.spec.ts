/** Attacks on an office's own desk and on money: its settings, its payments, the people it may look up, and what a falsification rests on (domain §2.2, §5.2 #28, #45). */
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

interface OwnCases {
  readonly rows: readonly { readonly application: string; readonly plan: { readonly id: string } }[]
}

/** What 钱如兰 submitted in the sample office. */
async function submitted(url: string) {
  const owner = await HandMadeClient.signIn(url, 'qianrulan')
  const row = ((await owner.request('GET', '/api/cases/mine')).body as OwnCases).rows[0]
  if (!row) throw new Error('she has submitted nothing')
  return { application: row.application, plan: row.plan.id }
}

test('[RELAY-193] settings, payments and people of an office are told to its officers, and to everybody else there is no such office', async ({
  relay,
}) => {
  const { plan } = await submitted(relay.url)
  const own: Readonly<Record<string, string>> = { sunli: 'sx-eco', hejing: 'sx-eco-office' }
  for (const who of ['sunli', 'hejing', 'qianrulan', 'zhoumin', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    for (const org of ['sx-eco', 'sx-eco-office', 'yuezhou', 'absent']) {
      for (const path of [`settings/${plan}`, `payments/${plan}`, 'person?username=xumingchuan']) {
        const answer = await client.request('GET', `/api/office/${org}/${path}`)
        expect([who, org, path, answer.status]).toEqual([who, org, path, own[who] === org ? 200 : 404])
        if (own[who] !== org) expect(JSON.stringify(answer.body)).not.toMatch(/许明川|钱如兰/)
      }
    }
  }
})

test('[RELAY-193] nobody starts another person’s payment, and no outsider or applicant gives money back', async ({
  relay,
}) => {
  const { application } = await submitted(relay.url)
  const order = '1234567890123456'
  const asked = async (who: string, kind: string, body: object) =>
    (await HandMadeClient.signIn(relay.url, who)).command(kind, { application, order, ...body })
  for (const who of ['xumingchuan', 'zhoumin', 'sunli', 'hejing', 'zhouhang']) {
    const answer = await asked(who, 'start-payment', { channel: 'online' })
    expect([who, answer.refusal?.kind]).toEqual([who, 'not-yours'])
  }
  for (const who of ['qianrulan', 'xumingchuan', 'zhoumin', 'sunli', 'zhouhang']) {
    const answer = await asked(who, 'refund-payment', { reason: '请退回给我。' })
    expect([who, answer.refusal?.kind]).toEqual([who, 'not-yours'])
  }
})

test('[RELAY-192] no application is voided because of a file that nobody handed over', async ({ relay }) => {
  const { application } = await submitted(relay.url)
  const officer = await HandMadeClient.signIn(relay.url, 'hejing')
  const answer = await officer.command('void-application', {
    application,
    reason: '经查证，材料系伪造。',
    evidence: ['a'.repeat(64)],
  })
  expect([answer.status, answer.refusal?.kind]).toEqual([409, 'evidence-not-here'])
})
