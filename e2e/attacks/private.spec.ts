/** Attacks on what an applicant keeps to herself (仅自己可见), by people with sessions of their own and clients made by hand. */
import { createHash } from 'node:crypto'
import { addItem, readItems } from '@yejibu/shared/archive/archive-doc'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import * as Y from 'yjs'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n% a certificate that is nobody else’s business\n%%EOF\n')
const SHA = createHash('sha256').update(PDF).digest('hex')
const FILE = `/api/evidence/${SHA}`
/** HR lead and clerk of her employer, a colleague, the committee's office, the operator. */
const OTHERS = ['zhoumin', 'wangxiao', 'luqinghe', 'hejing', 'zhouhang']

async function put(client: HandMadeClient, query: string, range?: string): Promise<number> {
  const response = await fetch(`${client.url}${FILE}?${query}`, {
    method: 'PUT',
    headers: { cookie: client.cookie, origin: client.url, ...(range === undefined ? {} : { 'content-range': range }) },
    ...(range === undefined ? { body: PDF } : {}),
  })
  return response.status
}

test('[ACC-2] a private document lets nobody in but its owner, and the feed and the queue do not know of it', async ({
  relay,
}) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const own = await xu.open('private/xumingchuan')
  await own.until(() => own.synced && own.right === 1)
  const sent = own.write((doc) =>
    addItem(doc, {
      id: 'secret-1' as ItemId,
      part: 'honor',
      salt: 'a'.repeat(64),
      order: '1',
      fields: { name: '未公开荣誉' },
    }),
  )
  await own.until(() => own.durable >= sent)
  for (const who of OTHERS) {
    const other = await HandMadeClient.signIn(relay.url, who)
    for (const name of [
      'private/xumingchuan',
      'private%2Fxumingchuan',
      'private/xumingchuan/',
      'archive/../private/xumingchuan',
    ]) {
      const socket = await other.open(name).catch(() => null)
      if (socket) {
        expect([CLOSE.forbidden, CLOSE.gone]).toContain(await socket.untilClosed())
        expect(Y.encodeStateVector(socket.doc)).toEqual(Y.encodeStateVector(new Y.Doc()))
      }
    }
    expect(JSON.stringify(await other.facts())).not.toContain('未公开荣誉')
    const queue = await other.request('GET', '/api/review/queue')
    expect(JSON.stringify(queue.body)).not.toContain('secret-1')
  }
  const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
  const archive = await hr.open('archive/xumingchuan')
  await archive.until(() => archive.synced)
  expect(readItems(archive.doc).map(({ fields }) => fields.name)).not.toContain('未公开荣誉')
})

test('[ACC-2] a file of a private entry is read, claimed, replaced and removed by its owner alone', async ({
  relay,
}) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  expect(await put(xu, 'private=xumingchuan')).toBe(200)
  expect((await xu.request('GET', `${FILE}?private=xumingchuan`)).status).toBe(200)
  for (const who of OTHERS) {
    const other = await HandMadeClient.signIn(relay.url, who)
    for (const query of [
      'private=xumingchuan',
      'archive=xumingchuan',
      'archive=private/xumingchuan',
      'archive=private~xumingchuan',
    ]) {
      for (const method of ['GET', 'DELETE']) expect((await other.request(method, `${FILE}?${query}`)).status).toBe(404)
      expect(await put(other, query, `bytes */${PDF.length}`)).toBe(404)
      expect(await put(other, query)).toBe(404)
    }
    // Naming somebody's file in one's own archive opens nothing: it has to be handed over.
    expect(await put(other, `archive=${who}`, `bytes */${PDF.length}`)).toBe(409)
  }
  expect((await xu.request('GET', `${FILE}?private=xumingchuan`)).status).toBe(200)
})

test('[ACC-2] the owner herself cannot take back from the archive a file that an approval names', async ({ relay }) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const archive = await xu.open('archive/xumingchuan')
  await archive.until(() => archive.synced)
  const file = readItems(archive.doc).flatMap(({ evidence }) => evidence)[0]
  if (!file) throw new Error('the sample archive has files')
  const path = `/api/evidence/${file.sha256}?archive=xumingchuan`
  expect((await xu.request('DELETE', path)).body).toEqual({ isHeld: true })
  const sent = archive.write((doc) => {
    for (const item of doc.getMap<Y.Map<unknown>>('items').values()) item.set('gone', 'now')
  })
  await archive.until(() => archive.durable >= sent)
  expect((await xu.request('DELETE', path)).body).toEqual({ isHeld: true })
  expect((await xu.request('GET', path)).status).toBe(200)
})
