import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE } from '@yejibu/shared/wire/problem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OUR_ORIGIN, Stage } from '../testing/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

describe('pages of other sites', () => {
  const signOut = async (headers: Record<string, string>) => {
    const lu = await stage.as('luqinghe')
    const response = await stage.app.request('/api/session', {
      method: 'DELETE',
      headers: { cookie: `yejibu_session=${lu.cookie}`, ...headers },
    })
    return response.status
  }

  test('[RELAY-5] do nothing with a session: by origin, by the browser’s word, by no origin at all', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:4481',
      'https://127.0.0.1:4480',
      `${OUR_ORIGIN}.evil.example`,
    ]) {
      expect(await signOut({ origin }), origin).toBe(403)
    }
    expect(await signOut({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await signOut({ 'sec-fetch-site': 'same-site' })).toBe(403)
  })

  test('[RELAY-5] our own pages, and scripts, which name no origin, go through', async () => {
    expect(await signOut({ origin: OUR_ORIGIN })).toBe(204)
    expect(await signOut({ 'sec-fetch-site': 'same-origin' })).toBe(204)
    expect(await signOut({})).toBe(204)
  })
})

describe('answers', () => {
  test('[RELAY-6] a refusal is problem+json with the refusal in it, and is kept nowhere', async () => {
    const answer = await stage.stranger().get('/api/session')
    expect(answer.headers.get('content-type')).toBe(PROBLEM_MEDIA_TYPE)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.body).toEqual({
      type: `${PROBLEM_TYPE}not-signed-in`,
      status: 401,
      refusal: { kind: 'not-signed-in' },
    })
  })

  test('[RELAY-6] a defect tells a reference that the journal knows, and nothing else', async () => {
    const lu = await stage.as('luqinghe')
    stage.database.exec('ALTER TABLE view_plan RENAME TO view_plan_gone')
    const answer = await lu.get('/api/plans')
    const reference = answer.refusal?.reference
    expect([answer.status, answer.refusal]).toEqual([
      500,
      { kind: 'defect', reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ])
    expect(JSON.stringify(answer.body)).not.toContain('view_plan')
    expect(stage.notes).toMatchObject([{ reference, route: '/api/plans' }])
  })

  test('[RELAY-6] security headers stand on every answer, good or bad', async () => {
    const lu = await stage.as('luqinghe')
    for (const path of ['/api/session', '/api/nothing', '/nothing', '/api/health']) {
      const { headers } = await lu.get(path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    }
  })

  test('[RELAY-1] a body that is too large, or no JSON, is refused before anything is asked', async () => {
    const lu = await stage.as('luqinghe')
    const large = await lu.command('withdraw-revision', { archive: 'x'.repeat(3 * 1024 * 1024) })
    expect([large.status, large.refusal?.kind]).toEqual([413, 'too-large'])
    const broken = await lu.ask('POST', '/api/session', {
      bytes: new TextEncoder().encode('{"username":'),
      headers: { 'content-type': 'application/json' },
    })
    expect(broken.refusal).toEqual({ kind: 'malformed', at: [{ path: '', rule: 'json' }] })
  })

  test('[RELAY-252] JSON as deep or as wide as its size allows is refused like any other that is not what was asked for', async () => {
    const depth = 500_000
    for (const json of [
      '['.repeat(depth) + ']'.repeat(depth),
      `${'{"a":'.repeat(depth / 5)}1${'}'.repeat(depth / 5)}`,
      `{${Array.from({ length: 100_000 }, (_, n) => `"k${n}":1`).join()}}`,
      '{"__proto__":{"username":"luqinghe","password":"x"}}',
    ]) {
      const answer = await stage.stranger().ask('POST', '/api/session', {
        bytes: new TextEncoder().encode(json),
        headers: { 'content-type': 'application/json' },
      })
      expect([answer.status, answer.refusal?.kind], json.slice(0, 20)).toEqual([400, 'malformed'])
      expect(JSON.stringify(answer.body).length).toBeLessThan(4_000)
    }
  })

  test('[RELAY-6] health says that the relay reads its disk, and nothing about anybody', async () => {
    expect((await stage.stranger().get('/api/health')).body).toEqual({ status: 'ok', facts: expect.any(Number) })
  })
})
