/** Attacks on belonging: on the register of employers, on who is HR, on what a former employer and an operator may see (domain §2.1–2.3). */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readItems } from '@yejibu/shared/archive/archive-doc'
import { CALENDAR_STREAM } from '@yejibu/shared/plan/calendar-facts'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { HandMadeClient, newId } from '../stage/hand-made-client.ts'
import { COMMAND_LINE } from '../stage/programs.ts'
import { sealedLetter } from '../stage/sealed-letter.ts'
import { expect, test } from '../stage/test.ts'

const YUEZHOU_CODE = '12330600X9N4K7Y2Q3'
const PARTICULARS = {
  name: '绍兴市鉴湖生态环境研究院',
  creditCode: '12330600MB12345679',
  nature: 'institution',
  region: '浙江省绍兴市越城区',
  department: '绍兴市生态环境局',
  contact: '金瑞',
  phone: '0575-88000000',
}

async function register(client: HandMadeClient, particulars: object = {}) {
  const org = newId()
  const answer = await client.command('register-employer', { org, particulars: { ...PARTICULARS, ...particulars } })
  return { org, answer }
}

async function upload(client: HandMadeClient, org: string, bytes: Buffer) {
  const response = await fetch(`${client.url}/api/registrations/${org}/authorisation`, {
    method: 'PUT',
    headers: { cookie: client.cookie, origin: client.url },
    body: new Uint8Array(bytes),
  })
  return response.status
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** 沈知远's registration, its letter sent. */
async function pending(shen: HandMadeClient) {
  const { org } = await register(shen)
  const letter = sealedLetter()
  expect(await upload(shen, org, letter)).toBe(200)
  expect((await shen.command('send-authorisation', { org, sha256: sha256(letter) })).status).toBe(200)
  return { org, sha256: sha256(letter) }
}

test.describe('the register of employers', () => {
  test('[ACC-12] another employer’s credit code registers nobody, in any spelling', async ({ relay }) => {
    const shen = await HandMadeClient.signIn(relay.url, 'shenzhiyuan')
    for (const creditCode of [YUEZHOU_CODE, ` ${YUEZHOU_CODE.toLowerCase()} `]) {
      const { answer } = await register(shen, { creditCode })
      expect([answer.status, answer.refusal?.kind], creditCode).toEqual([409, 'credit-code-taken'])
    }
  })

  test('[ACC-12] of two registrations with one code the second cannot be approved', async ({ relay }) => {
    const [shen, lu] = [
      await HandMadeClient.signIn(relay.url, 'shenzhiyuan'),
      await HandMadeClient.signIn(relay.url, 'luqinghe'),
    ]
    const operator = await HandMadeClient.signIn(relay.url, 'zhouhang')
    const [one, two] = [await pending(shen), await pending(lu)]
    expect((await operator.command('approve-employer', one)).status).toBe(200)
    const second = await operator.command('approve-employer', two)
    expect([second.status, second.refusal?.kind]).toEqual([409, 'credit-code-taken'])
  })

  test('[ACC-10] nobody approves but an operator, nobody binds before that or for another', async ({ relay }) => {
    const shen = await HandMadeClient.signIn(relay.url, 'shenzhiyuan')
    const waiting = await pending(shen)
    for (const who of ['shenzhiyuan', 'zhoumin', 'sunli', 'hejing']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      expect((await client.command('approve-employer', waiting)).refusal?.kind, who).toBe('not-yours')
    }
    const early = await shen.command('bind-employer', { org: waiting.org })
    expect(early.refusal?.kind).toBe('registration-elsewhere')
    const operator = await HandMadeClient.signIn(relay.url, 'zhouhang')
    expect((await operator.command('approve-employer', waiting)).status).toBe(200)
    for (const who of ['luqinghe', 'zhouhang']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      expect((await client.command('bind-employer', { org: waiting.org })).refusal?.kind, who).toBe('not-yours')
    }
  })

  test('[ACC-11] another employer’s letter is read by nobody but its registrant and operators', async ({ relay }) => {
    const shen = await HandMadeClient.signIn(relay.url, 'shenzhiyuan')
    const { org, sha256: name } = await pending(shen)
    const path = `/api/registrations/${org}/authorisation?sha256=${name}`
    for (const who of ['zhoumin', 'luqinghe', 'sunli', 'hejing']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      expect((await client.request('GET', path)).status, who).toBe(404)
      expect((await client.request('GET', `/api/registrations/${org}`)).status, who).toBe(404)
    }
    for (const who of ['shenzhiyuan', 'zhouhang']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      expect((await client.request('GET', path)).status, who).toBe(200)
    }
  })

  test('[RELAY-52] a letter is taken from its registrant alone, and only as a PDF', async ({ relay }) => {
    const shen = await HandMadeClient.signIn(relay.url, 'shenzhiyuan')
    const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const { org } = await register(shen)
    expect(await upload(lu, org, sealedLetter())).toBe(404)
    expect(await upload(shen, org, Buffer.from('<script>alert(1)</script>'))).toBe(415)
    expect(await upload(shen, org, Buffer.concat([sealedLetter(), Buffer.alloc(10 * 1024 * 1024)]))).toBe(413)
    const unsent = await shen.command('send-authorisation', { org, sha256: 'a'.repeat(64) })
    expect(unsent.refusal?.kind).toBe('authorisation-not-here')
  })
})

test.describe('who is HR', () => {
  test('[ACC-14] nobody makes herself HR: not an applicant, a clerk, the operator or a stranger', async ({ relay }) => {
    for (const who of ['luqinghe', 'wangxiao', 'zhouhang', 'sunli']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      for (const account of [who, 'luqinghe']) {
        const answer = await client.command('add-clerk', { org: 'yuezhou', account })
        expect([answer.status, answer.refusal?.kind], who).toEqual([403, 'not-yours'])
        const leading = await client.command('add-lead', { org: 'yuezhou', account })
        expect([leading.status, leading.refusal?.kind], who).toEqual([403, 'not-yours'])
      }
    }
  })

  test('[ACC-13] nobody is taken on without her word, and nobody takes herself on', async ({ relay }) => {
    const lead = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const joining = { org: 'yuezhou', account: 'sunli' }
    expect((await lead.command('open-joining', joining)).status).toBe(200)
    // The lead cannot answer her own invitation, and reads nothing meanwhile.
    expect((await lead.command('accept-joining', joining)).refusal?.kind).toBe('not-yours')
    const spying = await lead.open('archive/sunli')
    expect(await spying.untilClosed()).toBe(CLOSE.forbidden)
    const hejing = await HandMadeClient.signIn(relay.url, 'hejing')
    const own = { org: 'yuezhou', account: 'hejing' }
    expect((await hejing.command('open-joining', own)).status).toBe(200)
    expect((await hejing.command('accept-joining', own)).refusal?.kind).toBe('not-yours')
    expect((await hejing.command('accept-joining', joining)).refusal?.kind).toBe('not-yours')
  })

  test('[RELAY-50] a removed clerk is out at once, and rules on nothing', async ({ relay }) => {
    const clerk = await HandMadeClient.signIn(relay.url, 'wangxiao')
    const lead = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const sockets = [await clerk.open('archive/luqinghe'), await clerk.open('desk/luqinghe.yuezhou')]
    for (const socket of sockets) await socket.until(() => socket.right !== undefined)
    const body = { org: 'yuezhou', account: 'wangxiao', role: 'hr-clerk' }
    expect((await lead.command('remove-member', body)).status).toBe(200)
    for (const socket of sockets) expect([CLOSE.forbidden, CLOSE.notSignedIn]).toContain(await socket.untilClosed())
    expect((await clerk.request('GET', '/api/review/queue')).status).toBe(401)

    const again = await HandMadeClient.signIn(relay.url, 'wangxiao')
    const queue = await again.request('GET', '/api/review/queue')
    expect(JSON.stringify(queue.body)).not.toContain('luqinghe')
    const ruling = await again.command('rule-on-revision', {
      archive: 'luqinghe',
      item: 'profile',
      digest: 'a'.repeat(64),
      verdict: 'approved',
      reason: null,
    })
    expect([ruling.status, ruling.refusal?.kind]).toEqual([403, 'not-yours'])
    expect(await (await again.open('archive/luqinghe')).untilClosed()).toBe(CLOSE.forbidden)
    expect((await again.command('add-clerk', { org: 'yuezhou', account: 'wangxiao' })).status).toBe(403)
    expect((await again.request('GET', '/api/orgs/yuezhou/members')).status).toBe(404)
  })
})

test('[RELAY-71] a clerk and a token ended on the command line are out without anybody’s help', async ({ relay }) => {
  const cli = (...words: string[]) => {
    const program = [COMMAND_LINE, ...words, '--json', '--data', relay.data]
    const { status, stdout } = spawnSync(process.execPath, program, { encoding: 'utf8' })
    expect(status, stdout).toBe(0)
    return JSON.parse(stdout) as { readonly token?: string; readonly id?: string }
  }
  const clerk = await HandMadeClient.signIn(relay.url, 'wangxiao')
  const { token } = cli('token', 'issue', 'wangxiao', '--days', '1')
  const script = new HandMadeClient(relay.url, `yejibu_session=${token ?? ''}`)
  const sockets = [
    await clerk.open('desk/luqinghe.yuezhou'),
    await clerk.open('archive/luqinghe'),
    await script.open('archive/wangxiao'),
  ]
  for (const socket of sockets) await socket.until(() => socket.right !== undefined)
  cli('member', 'remove', 'wangxiao', 'yuezhou', '--role', 'hr-clerk')
  for (const socket of sockets) expect([CLOSE.forbidden, CLOSE.notSignedIn]).toContain(await socket.untilClosed())
  expect((await clerk.request('GET', '/api/review/queue')).status).toBe(401)
  expect((await script.request('GET', '/api/session')).status).toBe(401)
})

test('[ACC-32] of two heads of HR who resign at once one stays', async ({ relay }) => {
  const [zhou, wang] = [
    await HandMadeClient.signIn(relay.url, 'zhoumin'),
    await HandMadeClient.signIn(relay.url, 'wangxiao'),
  ]
  expect((await zhou.command('add-lead', { org: 'yuezhou', account: 'wangxiao' })).status).toBe(200)
  const resign = (client: HandMadeClient, account: string) =>
    client.command('remove-member', { org: 'yuezhou', account, role: 'hr-lead' })
  const answers = await Promise.all([resign(zhou, 'zhoumin'), resign(wang, 'wangxiao')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.refusal?.kind).toBe('last-lead')
})

test.describe('what is seen', () => {
  test('[RELAY-51] the old employer reads nothing from the moment its person left', async ({ relay }) => {
    const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const archive = await xu.open('archive/xumingchuan')
    await archive.until(() => archive.synced)
    const file = readItems(archive.doc).flatMap((item) => item.evidence)[0]
    const reading = await hr.open('archive/xumingchuan')
    await reading.until(() => reading.right !== undefined)
    const path = `/api/evidence/${file?.sha256 ?? ''}?archive=xumingchuan`
    expect((await hr.request('GET', path)).status).toBe(200)
    const left = await xu.command('remove-member', { org: 'yuezhou', account: 'xumingchuan', role: 'applicant' })
    expect(left.status).toBe(200)
    expect(await reading.untilClosed()).toBe(CLOSE.forbidden)
    expect((await hr.request('GET', path)).status).toBe(404)
    expect((await hr.facts()).filter((fact) => fact.stream === 'archive/xumingchuan')).toEqual([])
    // The owner's own socket goes on.
    expect(archive.closed).toBeUndefined()
  })

  test('[RELAY-53] an operator reads no archive, rules on nothing and appoints nobody', async ({ relay }) => {
    const operator = await HandMadeClient.signIn(relay.url, 'zhouhang')
    for (const document of ['archive/luqinghe', 'private/luqinghe', 'desk/luqinghe.yuezhou', 'handbook/yuezhou']) {
      expect(await (await operator.open(document)).untilClosed(), document).toBe(CLOSE.forbidden)
    }
    const seen = (await operator.facts()).map((fact) => fact.stream)
    expect(seen.filter((stream) => /^(archive|application)\//.test(stream))).toEqual([])
    expect((await operator.request('GET', '/api/orgs/yuezhou/members')).status).toBe(404)
    const own = { org: 'yuezhou', account: 'zhouhang' }
    expect((await operator.command('add-clerk', own)).status).toBe(403)
    await operator.command('open-joining', own)
    expect((await operator.command('accept-joining', own)).status).toBe(403)
  })

  test('[RELAY-53] the operator’s lists and passwords are hers alone', async ({ relay }) => {
    for (const who of ['zhoumin', 'luqinghe', 'hejing']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      expect((await client.request('GET', '/api/operator/accounts')).status, who).toBe(403)
      expect((await client.request('GET', '/api/operator/employers')).status, who).toBe(403)
      const reset = await client.request('POST', '/api/operator/accounts/xumingchuan/password', {})
      expect(reset.status, who).toBe(403)
    }
  })

  test('[RELAY-54] an account somebody opened for herself sees nothing but her own', async ({ relay }) => {
    const response = await fetch(`${relay.url}/api/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: relay.url },
      body: JSON.stringify({ username: 'stranger', name: '生人', password: 'sheng-ren-mima' }),
    })
    expect(response.status).toBe(200)
    const cookie = response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ')
    const stranger = new HandMadeClient(relay.url, cookie)
    // The years of holidays are everybody's.
    const streams = (await stranger.facts()).map(({ stream }) => stream)
    expect(streams.filter((stream) => !stream.startsWith('account/') && stream !== CALENDAR_STREAM)).toEqual([])
    expect(await (await stranger.open('archive/luqinghe')).untilClosed()).toBe(CLOSE.forbidden)
    expect((await stranger.request('GET', '/api/orgs/yuezhou/members')).status).toBe(404)
  })
})
