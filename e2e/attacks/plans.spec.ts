/** Attacks on a committee office's plans: by command and through the sync socket, with a session of one's own (domain §2.2). */
import { setInDraft } from '@yejibu/shared/plan/plan-drafts-doc'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import * as Y from 'yjs'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

const PLAN = 'sx-eco-2022-mid'
const OTHERS = ['xumingchuan', 'zhoumin', 'sunli', 'zhouhang'] as const

interface PlansAnswer {
  readonly plans: readonly (Readonly<Record<string, unknown>> & {
    readonly version: number
    readonly committee: object
  })[]
}

async function published(client: HandMadeClient) {
  const { plans } = (await client.request('GET', '/api/plans')).body as PlansAnswer
  const [plan] = plans
  if (!plan) throw new Error('the sample office has a plan')
  return plan
}

test('[RELAY-101] nobody but its office publishes a version of a plan or withdraws it', async ({ relay }) => {
  const he = await HandMadeClient.signIn(relay.url, 'hejing')
  const before = await published(he)
  for (const who of OTHERS) {
    const client = await HandMadeClient.signIn(relay.url, who)
    const next = { ...before, version: before.version + 1, title: '改' }
    const mine = { ...next, committee: { ...before.committee, orgId: who === 'sunli' ? 'sx-eco' : 'yuezhou' } }
    for (const [kind, body] of [
      ['publish-plan', { plan: PLAN, content: next }],
      ['publish-plan', { plan: PLAN, content: mine }],
      ['publish-plan', { plan: 'new-plan', content: { ...mine, id: 'new-plan', version: 1 } }],
      ['withdraw-plan', { plan: PLAN, reason: '不再组织' }],
      ['withdraw-plan', { plan: 'no-such-plan', reason: '不再组织' }],
    ] as const) {
      const answer = await client.command(kind, body)
      expect([answer.status, answer.refusal], `${who} ${kind}`).toEqual([403, { kind: 'not-yours' }])
    }
    expect((await client.request('GET', '/api/plans/office')).body).toMatchObject({ plans: [] })
  }
  expect(await published(he)).toEqual(before)
  const content = { ...before, version: before.version + 1, title: '第二版' }
  expect((await he.command('publish-plan', { plan: PLAN, content })).status).toBe(200)
})

for (const who of OTHERS) {
  test(`[RELAY-101] ${who} neither reads nor writes what an office is preparing`, async ({ relay }) => {
    const client = await HandMadeClient.signIn(relay.url, who)
    const socket = await client.open('plan-drafts/sx-eco-office')
    expect(await socket.untilClosed()).toBe(CLOSE.forbidden)
    expect(Y.encodeStateVector(socket.doc)).toEqual(Y.encodeStateVector(new Y.Doc()))
  })
}

for (const name of [
  'plan-drafts/',
  'plan-drafts/..',
  'plan-drafts/sx-eco-office/x',
  'plan-drafts/SX-ECO',
  'plan-draft/sx-eco-office',
]) {
  test(`[RELAY-101] ${name} is not the name of a document`, async ({ relay }) => {
    const client = await HandMadeClient.signIn(relay.url, 'hejing')
    const outcome = await client.open(name).then(
      (socket) => socket.untilClosed(),
      (error: Error) => error.message,
    )
    expect([CLOSE.gone, CLOSE.forbidden, 'upgrade answered 404', 'upgrade answered 400']).toContain(outcome)
  })
}

test('[RELAY-100] what is written into the document of drafts publishes nothing', async ({ relay }) => {
  const he = await HandMadeClient.signIn(relay.url, 'hejing')
  const before = await published(he)
  const socket = await he.open('plan-drafts/sx-eco-office')
  await socket.until(() => socket.synced)
  const sent = socket.write((doc) => {
    doc.getMap('drafts').set(PLAN, new Y.Map([['plan', new Y.Map([['title', '改']])]]))
    setInDraft(doc, before.id as Parameters<typeof setInDraft>[1], ['published'], true)
  })
  await socket.until(() => socket.durable >= sent)
  expect(await published(he)).toEqual(before)
})
