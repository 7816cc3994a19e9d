import type { AccountId } from '@yejibu/shared/kernel/ids'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query } from '../store/store.ts'
import { Stage } from '../testing/stage.ts'
import { LINK_MS } from './first-run.ts'
import { WINDOW_MS } from './lockout.ts'

const PASSWORD = '鉴湖水清清又清，共十五字'
let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
  await stage.office.accounts.setPassword('luqinghe' as AccountId, PASSWORD, 'relay')
})
afterEach(() => stage.close())

const signIn = (username: string, password: string) => stage.stranger().post('/api/session', { username, password })

describe('signing in', () => {
  test('[RELAY-20] the right password opens a session in a cookie that no script reads', async () => {
    const lu = stage.stranger()
    const answer = await lu.post('/api/session', { username: 'luqinghe', password: PASSWORD })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^yejibu_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
    expect(answer.body).toMatchObject({ account: { id: 'luqinghe', username: 'luqinghe', name: '陆青禾' } })
    expect((await lu.get('/api/session')).body).toMatchObject({
      memberships: [{ orgId: 'yuezhou', role: 'applicant', orgKind: 'employer' }],
    })
    const kept = await stage.office.store.get(query<{ password_hash: string }>('SELECT * FROM credential'))
    expect(kept?.password_hash).toMatch(/^\$argon2id\$/)
  })

  test('[RELAY-20] a wrong password, an unknown name and a person without a password get one answer', async () => {
    const wrong = await signIn('luqinghe', 'not the password')
    const unknown = await signIn('nobody', 'not the password')
    const without = await signIn('zhoumin', 'not the password')
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body])
    expect(without.body).toEqual(unknown.body)
    expect(wrong.refusal).toEqual({ kind: 'wrong-password' })
    expect(wrong.headers.get('set-cookie')).toBeNull()
  })

  test('[RELAY-23] five wrong passwords lock a name for a while, known or not, the right password included', async () => {
    for (const name of ['luqinghe', 'nobody']) {
      for (let i = 0; i < 5; i++) expect((await signIn(name, 'not the password')).refusal?.kind).toBe('wrong-password')
      const locked = await signIn(name, PASSWORD)
      expect([locked.status, locked.refusal]).toEqual([429, { kind: 'locked-out', retryAfterSeconds: 900 }])
      expect(locked.headers.get('retry-after')).toBe('900')
    }
    stage.pass(WINDOW_MS)
    expect((await signIn('luqinghe', PASSWORD)).status).toBe(200)
  })

  test('[RELAY-23] twenty wrong passwords from one address lock it for every name', async () => {
    for (let i = 0; i < 20; i++) await stage.office.lockout.failed(`name-${i}`, 'unknown')
    expect((await signIn('luqinghe', PASSWORD)).refusal?.kind).toBe('locked-out')
  })

  test('[RELAY-21] signing out ends the session, wherever its cookie was copied to', async () => {
    const lu = await stage.as('luqinghe')
    const copy = await stage.as('luqinghe')
    copy.cookie = lu.cookie
    expect((await lu.ask('DELETE', '/api/session')).status).toBe(204)
    expect((await copy.get('/api/session')).refusal).toEqual({ kind: 'not-signed-in' })
  })

  test('[RELAY-22] the cookie is replaced each hour without anybody noticing', async () => {
    const lu = await stage.as('luqinghe')
    const first = lu.cookie
    stage.pass(61 * 60_000)
    expect((await lu.get('/api/session')).status).toBe(200)
    expect(lu.cookie).not.toBe(first)
    expect((await lu.get('/api/session')).status).toBe(200)
  })
})

describe('the password', () => {
  test('[RELAY-24] is changed only with the old one, and the change ends every other session and token', async () => {
    const [here, there] = [await stage.as('luqinghe'), await stage.as('luqinghe')]
    const script = await stage.office.sessions.issueScriptToken('luqinghe' as AccountId, 'x', stage.clock.at + 9e9)
    const next = 'a quite different one'
    expect((await here.post('/api/session/password', { old: 'guess', next })).refusal?.kind).toBe('wrong-password')
    expect((await here.post('/api/session/password', { old: PASSWORD, next: '短' })).refusal).toEqual({
      kind: 'weak-password',
      minChars: 10,
    })
    expect((await here.post('/api/session/password', { old: PASSWORD, next })).status).toBe(200)
    expect((await here.get('/api/session')).status).toBe(200)
    expect((await there.get('/api/session')).status).toBe(401)
    expect(await stage.office.sessions.find(script.token, true)).toBe('unknown')
    expect((await signIn('luqinghe', PASSWORD)).status).toBe(401)
    expect((await signIn('luqinghe', next)).status).toBe(200)
    expect((await stage.office.ledger.read('account/luqinghe')).at(-1)).toMatchObject({
      kind: 'access-revoked',
      actor: 'luqinghe',
    })
  })

  test('[RELAY-23] guessing the old one through an open session is locked as well', async () => {
    const lu = await stage.as('luqinghe')
    for (let i = 0; i < 5; i++) await lu.post('/api/session/password', { old: `guess ${i}`, next: 'whatever it is' })
    expect((await lu.post('/api/session/password', { old: PASSWORD, next: 'whatever it is' })).status).toBe(429)
  })
})

describe('a script', () => {
  test('[RELAY-26] acts as its account by a bearer token, and as nobody by a made-up one', async () => {
    const { token } = await stage.office.sessions.issueScriptToken('luqinghe' as AccountId, 'x', stage.clock.at + 9e9)
    const bearer = (value: string) =>
      stage.stranger().ask('GET', '/api/session', { headers: { authorization: `Bearer ${value}` } })
    expect((await bearer(token)).body).toMatchObject({ account: { id: 'luqinghe' } })
    expect((await bearer(token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')))).status).toBe(401)
    expect((await bearer('')).status).toBe(401)
  })

  test('[RELAY-26] cannot rule as HR with an applicant’s token, even beside a cookie of HR', async () => {
    const { digest } = await stage.sendHonor('xumingchuan', 'honor-1')
    const { token } = await stage.office.sessions.issueScriptToken('luqinghe' as AccountId, 'x', stage.clock.at + 9e9)
    const hr = await stage.as('zhoumin')
    const answer = await hr.ask('POST', '/api/commands/rule-on-revision', {
      json: {
        id: 'stolen-1',
        expected: null,
        archive: 'xumingchuan',
        item: 'honor-1',
        digest,
        verdict: 'approved',
        reason: null,
      },
      headers: { authorization: `Bearer ${token}`, cookie: `${SESSION_COOKIE}=${hr.cookie}` },
    })
    expect(answer.refusal).toEqual({ kind: 'not-yours' })
  })
})

describe('the sample office’s door', () => {
  test('[RELAY-27] is not there in a real office', async () => {
    expect((await stage.stranger().get('/api/sample/people')).status).toBe(404)
    const answer = await stage.stranger().post('/api/sample/session', { username: 'zhoumin' })
    expect([answer.status, answer.refusal]).toEqual([404, { kind: 'not-found' }])
  })
})

describe('the first operator', () => {
  const operator = { username: 'yunwei', name: '运维一', password: 'a long enough one' }

  test('[RELAY-25] is opened once by the link; a bad password does not spend it', async () => {
    const office = await Stage.empty()
    try {
      const token = await office.office.firstRun.offer()
      const path = `/api/first-run/${token}`
      expect((await office.stranger().get(path)).status).toBe(200)
      expect((await office.stranger().post(path, { ...operator, password: '短' })).refusal?.kind).toBe('weak-password')
      const [one, two] = await Promise.all([
        office.stranger().post(path, operator),
        office.stranger().post(path, operator),
      ])
      expect([one.status, two.status].sort()).toEqual([200, 410])
      expect((one.status === 200 ? one : two).body).toMatchObject({
        memberships: [{ orgId: 'relay', role: 'operator' }],
      })
      expect((await office.stranger().get(path)).refusal).toEqual({ kind: 'link-spent' })
      expect(await office.office.firstRun.offer()).toBeNull()
    } finally {
      await office.close()
    }
  })

  test('[RELAY-25] cannot be opened by a link of yesterday, an earlier one or a guessed one', async () => {
    const office = await Stage.empty()
    try {
      const earlier = await office.office.firstRun.offer()
      const token = await office.office.firstRun.offer()
      for (const bad of [earlier, 'guess']) {
        expect((await office.stranger().post(`/api/first-run/${bad}`, operator)).refusal?.kind).toBe('link-spent')
      }
      office.pass(LINK_MS)
      expect((await office.stranger().post(`/api/first-run/${token}`, operator)).refusal?.kind).toBe('link-spent')
    } finally {
      await office.close()
    }
  })
})
