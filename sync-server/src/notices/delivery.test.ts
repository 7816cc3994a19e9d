/** Messages that go out: over a real SMTP connection and a real HTTP door, each served here. */
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { TITLE_OBTAINED } from '@yejibu/shared/testing/ready-archive'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { query } from '../store/store.ts'
import { accepted, CASE_APPLICATION, CaseStage } from '../testing/case-stage.ts'
import { type ChannelSettings, channelSettings, openChannels } from './channels.ts'
import { ATTEMPTS, deliver } from './delivery.ts'

const MOBILE = '13800000005'
const HOUR = 3_600_000
let on: CaseStage
const servers: Server[] = []

beforeEach(async () => {
  on = await CaseStage.open()
  // Her number, approved with her profile; HR's are not.
  const { digest, salt, content } = new ReviewHistory('xumingchuan').revision('profile', 'profile', {
    fullName: '许明川',
    titleObtainedYm: TITLE_OBTAINED,
    mobile: MOBILE,
  })
  const profile = { archive: 'xumingchuan', item: 'profile' }
  accepted(await on.ask('xumingchuan', 'send-revision', { ...profile, revision: { digest, salt, content } }))
  accepted(await on.ask('zhoumin', 'rule-on-revision', { ...profile, digest, verdict: 'approved', reason: null }))
})
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
  await on.close()
})

const NONE: ChannelSettings = { smtp: null, sms: null }
const round = (settings: ChannelSettings) =>
  deliver({
    outbox: on.stage.office.outbox,
    channels: openChannels(settings, on.stage.office.contacts),
    link: 'https://yejibu.example.cn/somewhere?token=1',
    now: () => on.now,
  })
const rows = () =>
  on.stage.office.store.all(
    query('SELECT account, channel, state, attempts, problem FROM delivery ORDER BY seq, account'),
  )

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

/** Keeps what it took, and answers with the status at hand. */
async function smsDoor(): Promise<{
  settings: ChannelSettings
  took: { id: string; to: string; text: string }[]
  status: number
  auth: string[]
}> {
  const door = {
    settings: NONE,
    took: [] as { id: string; to: string; text: string }[],
    status: 200,
    auth: [] as string[],
  }
  const server = createHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      door.auth.push(request.headers.authorization ?? '')
      if (door.status === 200) door.took.push(JSON.parse(Buffer.concat(chunks).toString()))
      response.writeHead(door.status, { connection: 'close' }).end('13800000005 不存在')
    })
  })
  const port = await listening(server)
  door.settings = { smtp: null, sms: { url: `http://127.0.0.1:${port}/send`, token: 'a-token' } }
  return door
}

test('[RELAY-135] an SMS says that there is something and where to sign in, once, to the number that was approved', async () => {
  const door = await smsDoor()
  expect(await round(door.settings)).toBe(0)
  accepted(await on.submit())
  await on.walkTo('fee-due')
  await round(door.settings)
  await round(door.settings)
  const mine = door.took.filter(({ to }) => to === MOBILE)
  expect(mine.map(({ to, text }) => [to, text])).toEqual([
    [MOBILE, '【业绩簿】您有一笔待缴费用，请在规定时间内办理。请登录 https://yejibu.example.cn/ 查看。'],
  ])
  expect(new Set(door.auth)).toEqual(new Set(['Bearer a-token']))
  expect(await on.stage.office.contacts.mobile('zhoumin' as AccountId)).toBeNull()
  for (const { text } of door.took) {
    for (const secret of ['许明川', CASE_APPLICATION, '180', 'token', 'xumingchuan']) expect(text).not.toContain(secret)
  }
})

test('[RELAY-135] what the provider refuses is tried again later and later, then given up; no address stands in the note', async () => {
  const door = await smsDoor()
  await round(door.settings)
  accepted(await on.submit())
  await on.walkTo('fee-due')
  door.status = 503
  const tries: number[] = []
  for (let i = 0; i < ATTEMPTS + 3; i++) {
    const before = door.auth.length
    await round(door.settings)
    tries.push(door.auth.length - before)
    on.stage.pass(7 * HOUR)
  }
  const ended = (await rows()).filter((row) => row.account === 'xumingchuan')
  expect(ended).toEqual([
    { account: 'xumingchuan', channel: 'sms', state: 'given-up', attempts: ATTEMPTS, problem: 'HTTP 503' },
  ])
  expect(tries.slice(-2)).toEqual([0, 0])
  expect(JSON.stringify(await rows())).not.toMatch(/1\d{10}/)
})

test('[RELAY-135] within its wait nothing is sent a second time, and what comes back up gets what waited', async () => {
  const door = await smsDoor()
  await round(door.settings)
  accepted(await on.submit())
  await on.walkTo('fee-due')
  door.status = 500
  await round(door.settings)
  const asked = door.auth.length
  await round(door.settings)
  expect(door.auth.length).toBe(asked)
  door.status = 200
  on.stage.pass(HOUR)
  await round(door.settings)
  expect(door.took.filter(({ to }) => to === MOBILE)).toHaveLength(1)
})

test('[RELAY-135] an e-mail goes to the address its person gave, over SMTP; who gave none gets none', async () => {
  const lines: string[] = []
  const server = createTcp((socket) => {
    let isData = false
    socket.write('220 here\r\n')
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n')) {
        if (line === '') continue
        lines.push(line)
        if (isData) {
          if (line !== '.') continue
          isData = false
          socket.write('250 taken\r\n')
        } else if (/^DATA/i.test(line)) {
          isData = true
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 fine\r\n')
      }
    })
  })
  const port = await listening(server)
  const settings = channelSettings({
    YEJIBU_SMTP_URL: `smtp://127.0.0.1:${port}`,
    YEJIBU_MAIL_FROM: 'office@example.cn',
  })
  await round(settings)
  const owner = await on.stage.as('xumingchuan')
  expect((await owner.ask('PUT', '/api/messages/contact', { json: { email: 'not an address' } })).status).toBe(400)
  accepted(await owner.ask('PUT', '/api/messages/contact', { json: { email: 'xu@example.cn' } }))
  accepted(await on.submit())
  await on.walkTo('fee-due')
  expect(await round(settings)).toBe(1)
  expect(await round(settings)).toBe(0)
  expect(lines.filter((line) => /^RCPT TO/i.test(line))).toEqual(['RCPT TO:<xu@example.cn>'])
  expect(lines.join('\n')).toContain('Message-ID: <')
  expect((await rows()).filter(({ state }) => state === 'no-address').length).toBeGreaterThan(0)
  expect((await (await on.stage.as('zhoumin')).get('/api/messages/contact')).body).toEqual({ email: null })
})

test('[RELAY-135] nothing is sent where nothing was set up, and nothing from before it was', async () => {
  expect(channelSettings({})).toEqual(NONE)
  expect(channelSettings({ YEJIBU_SMTP_URL: 'smtp://x' }).smtp).toBeNull()
  accepted(await on.submit())
  expect(await round(NONE)).toBe(0)
  const door = await smsDoor()
  await round(door.settings)
  await round(door.settings)
  expect([door.took, await rows()]).toEqual([[], []])
})
