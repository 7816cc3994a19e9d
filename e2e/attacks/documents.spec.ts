/** Attacks through the sync socket: a person with a session of her own and a client made by hand (domain §2.2; `[ACC-1]` … `[ACC-5]`). */
import { addItem, readItem, readItems, setField } from '@yejibu/shared/archive/archive-doc'
import { revisionOf } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { standingOf } from '@yejibu/shared/review/standing'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import * as Y from 'yjs'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { honestSubmission, reviewSeenBy } from '../stage/honest-submission.ts'
import { expect, test } from '../stage/test.ts'

test('[REV-10] writing approvals into the archive document approves nothing and lets nothing be pulled', async ({
  relay,
}) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const socket = await xu.open('archive/xumingchuan')
  await socket.until(() => socket.synced)
  const id = 'forged-honor' as ItemId
  const sent = socket.write((doc) => {
    addItem(doc, {
      id,
      part: 'honor',
      salt: 'c'.repeat(64),
      order: '9',
      fields: { name: '全国劳动模范', grantYm: '202105' },
    })
    const item = doc.getMap<Y.Map<unknown>>('items').get(id)
    for (const key of ['status', 'standing', 'approved', 'f:status']) item?.set(key, 'approved')
    item?.set('review', { decision: 'approved', reviewerId: 'zhoumin', reviewedVersion: 1 })
    doc.getMap('rulings').set(id, 'approved')
    doc.getMap('facts').set(id, { kind: 'revision-approved' })
  })
  await socket.until(() => socket.durable >= sent)
  const item = readItem(socket.doc, id)
  const forged = item && revisionOf(item, 'xumingchuan' as AccountId)
  if (!forged) throw new Error('the forged item is an item like any other')
  const review = await reviewSeenBy(xu, 'xumingchuan')
  expect(standingOf(forged.digest, reviewOf(review, id)).kind).toBe('draft')
  const honest = await honestSubmission(xu, 'xumingchuan')
  const pulls = [...honest.pulls, { item: id, digest: forged.digest, note: null }]
  const answer = await xu.command('submit-application', { ...honest, pulls })
  expect(answer.status).toBe(409)
  expect(answer.refusal).toEqual({
    kind: 'pulls-refused',
    problems: [{ gate: 'G3', kind: 'pull-not-approved', item: id, digest: forged.digest }],
  })
  const accepted = await xu.command('submit-application', { ...honest })
  expect(accepted.status).toBe(200)
})

for (const [who, document] of [
  ['luqinghe', 'archive/xumingchuan'],
  ['luqinghe', 'private/xumingchuan'],
  ['luqinghe', 'desk/luqinghe.yuezhou'],
  ['luqinghe', 'desk/xumingchuan.yuezhou'],
  ['zhoumin', 'private/xumingchuan'],
  ['zhouhang', 'archive/xumingchuan'],
  ['sunli', 'archive/xumingchuan'],
  ['hejing', 'desk/xumingchuan.yuezhou'],
  ['luqinghe', 'handbook/yuezhou'],
  ['zhouhang', 'handbook/yuezhou'],
] as const) {
  test(`[ACC-1] ${who} is turned away from ${document} with a final code and learns nothing of it`, async ({
    relay,
  }) => {
    const client = await HandMadeClient.signIn(relay.url, who)
    const socket = await client.open(document)
    expect(await socket.untilClosed()).toBe(CLOSE.forbidden)
    expect(Y.encodeStateVector(socket.doc)).toEqual(Y.encodeStateVector(new Y.Doc()))
  })
}

for (const name of [
  'archive/../desk/luqinghe',
  'archive/%2e%2e',
  'ledger/all',
  'archive/',
  'archive/luqinghe/x',
  'application/luqinghe',
  'desk/luqinghe',
  'desk/luqinghe.',
  'desk/luqinghe.yuezhou.x',
  'desk/luqinghe.yuezhou/x',
  'handbook/',
]) {
  test(`[ACC-1] ${name} is not the name of a document`, async ({ relay }) => {
    const client = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const outcome = await client.open(name).then(
      (socket) => socket.untilClosed(),
      (error: Error) => error.message,
    )
    expect([CLOSE.gone, CLOSE.forbidden, 'upgrade answered 404', 'upgrade answered 400']).toContain(outcome)
  })
}

test('[ACC-1] HR reads the archive and her writes to it are refused, by update and by sync step 2', async ({
  relay,
}) => {
  const [hr, lu] = [
    await HandMadeClient.signIn(relay.url, 'zhoumin'),
    await HandMadeClient.signIn(relay.url, 'luqinghe'),
  ]
  const reading = await hr.open('archive/luqinghe')
  const owner = await lu.open('archive/luqinghe')
  await reading.until(() => reading.synced && reading.right === 0)
  await owner.until(() => owner.synced && owner.right === 1)
  const [item] = readItems(reading.doc)
  if (!item) throw new Error('the archive holds items')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(reading.doc))
  setField(forged, item.id, 'remark', 'written by HR')
  forged.getMap('items').set('by-hr', 'forged')
  reading.sendUpdate(Y.encodeStateAsUpdate(forged))
  reading.sendStep2(Y.encodeStateAsUpdate(forged))
  await reading.until(() => reading.refused.length === 2)
  // Whatever was broadcast before this write reached its owner would have arrived before its acknowledgement.
  const sent = owner.write((doc) => doc.getMap('items').set('marker', new Y.Map()))
  await owner.until(() => owner.durable >= sent)
  expect(owner.doc.getMap('items').has('by-hr')).toBe(false)
  const later = await lu.open('archive/luqinghe')
  await later.until(() => later.synced)
  expect(later.doc.getMap('items').has('by-hr')).toBe(false)
})

test('[ACC-5] a submitted application can be read by its owner and written by nobody', async ({ relay }) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const honest = await honestSubmission(xu, 'xumingchuan')
  const document = `application/${honest.application}`
  const draft = await xu.open(document)
  await draft.until(() => draft.synced && draft.right === 1)
  const sent = draft.write((doc) => doc.getText('statement').insert(0, '初稿'))
  await draft.until(() => draft.durable >= sent)
  expect((await xu.command('submit-application', { ...honest })).status).toBe(200)
  expect(await draft.untilClosed()).toBe(CLOSE.rightChanged)
  const after = await xu.open(document)
  await after.until(() => after.synced && after.right === 0)
  after.write((doc) => doc.getText('statement').insert(0, '提交后改'))
  await after.until(() => after.refused.length === 1)
  const again = await xu.open(document)
  await again.until(() => again.synced)
  expect(again.doc.getText('statement').toJSON()).toBe('初稿')
})

test('[ACC-1] a session that was signed out, a forged cookie and a foreign page open no document', async ({
  relay,
}) => {
  const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
  const open = await lu.open('archive/luqinghe')
  await open.until(() => open.synced)
  expect((await lu.request('DELETE', '/api/session')).status).toBeLessThan(300)
  expect(await open.untilClosed()).toBe(CLOSE.notSignedIn)
  for (const cookie of [lu.cookie, 'yejibu_session=forged', '']) {
    const socket = await new HandMadeClient(relay.url, cookie).open('archive/luqinghe')
    expect(await socket.untilClosed()).toBe(CLOSE.notSignedIn)
  }
})
