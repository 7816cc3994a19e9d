/** Attacks on printed forms: papers of somebody else, lists of another organisation, codes that are guessed. */
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

const KINDS = ['evaluation', 'publicity', 'pledge', 'post-information', 'bag-cover', 'roster', 'mandate']

async function statusOf(client: HandMadeClient, path: string): Promise<number> {
  const answer = await fetch(new URL(path, client.url), { headers: { cookie: client.cookie } })
  await answer.arrayBuffer()
  return answer.status
}

test("[RELAY-114] nobody prints another person's papers: not a colleague, a department it has not reached, an office, the operator", async ({
  relay,
}) => {
  const owner = await HandMadeClient.signIn(relay.url, 'qianrulan')
  const application = (await owner.facts())
    .find(({ stream }) => stream.startsWith('application/qianrulan.'))
    ?.stream.split('/')[1]
  expect(application).toBeDefined()
  const path = `/api/forms/application/${application}`
  expect(await statusOf(owner, `${path}/evaluation.pdf`)).toBe(200)
  for (const who of ['xumingchuan', 'luqinghe', 'sunli', 'hejing', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    for (const address of [path, ...KINDS.map((kind) => `${path}/${kind}.pdf`)]) {
      expect(await statusOf(client, address), `${who} ${address}`).toBe(404)
    }
  }
})

test('[RELAY-116] nobody prints the lists of an organisation that is not hers, nor asks for all its forms', async ({
  relay,
}) => {
  for (const who of ['xumingchuan', 'sunli', 'hejing', 'zhouhang']) {
    const client = await HandMadeClient.signIn(relay.url, who)
    for (const kind of ['publicity', 'roster', 'post-information', 'mandate']) {
      const address = `/api/forms/plan/sx-eco-2022-mid/yuezhou/${kind}.pdf`
      expect(await statusOf(client, address), `${who} ${kind}`).toBe(404)
    }
    expect(await statusOf(client, '/api/forms/plan/sx-eco-2022-mid/yuezhou/roster.xlsx'), who).toBe(404)
  }
})
