/** Attacks on what an employer's HR writes for itself: its desk on a person's archive, and its handbook (`[ACC-3]`, `[ACC-30]`, `[ACC-31]`). */
import { createHash } from 'node:crypto'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { addComment, readDesk } from '@yejibu/shared/review/desk-doc'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { HandMadeClient, newId } from '../stage/hand-made-client.ts'
import { sealedLetter } from '../stage/sealed-letter.ts'
import { expect, test } from '../stage/test.ts'

const NOTE = {
  id: 'note-1',
  item: 'profile' as ItemId,
  by: accountIdSchema.parse('zhoumin'),
  name: '周敏',
  at: '2022-05-10T08:00:00.000Z',
  text: '只给本单位人事看的话',
}

/** 沈知远's own employer, bound, with her as its lead. */
async function newEmployer(url: string, shen: HandMadeClient): Promise<string> {
  const operator = await HandMadeClient.signIn(url, 'zhouhang')
  const org = newId()
  const particulars = {
    name: '绍兴市鉴湖生态环境研究院',
    creditCode: '12330600MB12345679',
    nature: 'institution',
    region: '浙江省绍兴市越城区',
    department: '绍兴市生态环境局',
    contact: '金瑞',
    phone: '0575-88000000',
  }
  const letter = sealedLetter()
  const sha256 = createHash('sha256').update(letter).digest('hex')
  expect((await shen.command('register-employer', { org, particulars })).status).toBe(200)
  await fetch(`${url}/api/registrations/${org}/authorisation`, {
    method: 'PUT',
    headers: { cookie: shen.cookie, origin: url },
    body: new Uint8Array(letter),
  })
  expect((await shen.command('send-authorisation', { org, sha256 })).status).toBe(200)
  expect((await operator.command('approve-employer', { org, sha256 })).status).toBe(200)
  expect((await shen.command('bind-employer', { org })).status).toBe(200)
  return org
}

async function join(person: HandMadeClient, account: string, lead: HandMadeClient, org: string): Promise<void> {
  expect((await person.command('open-joining', { org, account })).status).toBe(200)
  expect((await lead.command('accept-joining', { org, account })).status).toBe(200)
}

test('[ACC-30] the new employer’s HR cannot open the old one’s desk, nor guess its name; the old one has it again when she is back', async ({
  relay,
}) => {
  const [xu, zhou, shen] = [
    await HandMadeClient.signIn(relay.url, 'xumingchuan'),
    await HandMadeClient.signIn(relay.url, 'zhoumin'),
    await HandMadeClient.signIn(relay.url, 'shenzhiyuan'),
  ]
  const desk = await zhou.open('desk/xumingchuan.yuezhou')
  await desk.until(() => desk.synced && desk.right === 1)
  const sent = desk.write((doc) => addComment(doc, NOTE))
  await desk.until(() => desk.durable >= sent)

  const org = await newEmployer(relay.url, shen)
  const waiting = await shen.open(`desk/xumingchuan.${org}`)
  expect(await waiting.untilClosed()).toBe(CLOSE.forbidden)
  await join(xu, 'xumingchuan', shen, org)
  expect(await desk.untilClosed()).toBe(CLOSE.forbidden)
  const own = await shen.open(`desk/xumingchuan.${org}`)
  await own.until(() => own.synced && own.right === 1)
  expect(readDesk(own.doc).comments).toEqual([])
  for (const name of [
    'desk/xumingchuan.yuezhou',
    'desk/xumingchuan',
    'desk/xumingchuan.',
    'desk/xumingchuan.%2a',
    `desk/xumingchuan.yuezhou.${org}`,
    `desk/xumingchuan.${org}.yuezhou`,
    `desk/xumingchuan.${org}/../xumingchuan.yuezhou`,
    'desk/xumingchuan%2eyuezhou',
  ]) {
    const outcome = await shen.open(name).then(
      async (socket) => [await socket.untilClosed(), readDesk(socket.doc).comments.length],
      (error: Error) => [error.message, 0],
    )
    expect([CLOSE.forbidden, CLOSE.gone, 'upgrade answered 404', 'upgrade answered 400'], name).toContain(outcome[0])
    expect(outcome[1], name).toBe(0)
  }
  // The former employer is out while she works elsewhere, at its own desk and at the new one's.
  for (const name of ['desk/xumingchuan.yuezhou', `desk/xumingchuan.${org}`]) {
    expect(await (await zhou.open(name)).untilClosed(), name).toBe(CLOSE.forbidden)
  }

  await join(xu, 'xumingchuan', zhou, 'yuezhou')
  const again = await zhou.open('desk/xumingchuan.yuezhou')
  await again.until(() => again.synced)
  expect(readDesk(again.doc).comments.map(({ text }) => text)).toEqual([NOTE.text])
})

test('[ACC-31] a clerk reads the employer’s handbook and writes nothing in it', async ({ relay }) => {
  const [clerk, lead] = [
    await HandMadeClient.signIn(relay.url, 'wangxiao'),
    await HandMadeClient.signIn(relay.url, 'zhoumin'),
  ]
  const reading = await clerk.open('handbook/yuezhou')
  await reading.until(() => reading.synced && reading.right === 0)
  reading.write((doc) => doc.getMap('phrases').set('returned', ['由经办人员写入']))
  await reading.until(() => reading.refused.length === 1)
  const writing = await lead.open('handbook/yuezhou')
  await writing.until(() => writing.synced && writing.right === 1)
  expect(writing.doc.getMap('phrases').size).toBe(0)
})
