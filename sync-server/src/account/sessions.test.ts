import { randomBytes } from 'node:crypto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSessions } from '../store/sql/account-secrets.ts'
import { query } from '../store/store.ts'
import { Stage } from '../testing/stage.ts'
import { ABSOLUTE_MS, createSessions, GRACE_MS, IDLE_MS, ROTATION_MS, type Sessions } from './sessions.ts'

const LU = 'luqinghe' as AccountId
let stage: Stage
let sessions: Sessions

beforeEach(async () => {
  stage = await Stage.withCast()
  const store = openSessions(stage.office.store)
  sessions = createSessions({
    store,
    now: () => new Date(stage.clock.at),
    randomBytes: (n) => new Uint8Array(randomBytes(n)),
  })
})
afterEach(() => stage.close())

async function rotated(token: string): Promise<string> {
  const found = await sessions.find(token, true)
  if (typeof found === 'string' || found.newToken === null) throw new Error('a new token was due')
  return found.newToken
}

describe('a session', () => {
  test('[RELAY-21] is found by its token and by nothing else; the token itself is nowhere on disk', async () => {
    const { token, session } = await sessions.begin(LU)
    expect(await sessions.find(token, true)).toMatchObject({ id: session.id, account: LU, newToken: null })
    expect(await sessions.find(`${token}x`, true)).toBe('unknown')
    expect(JSON.stringify(await stage.office.store.all(query('SELECT * FROM session')))).not.toContain(token)
  })

  test('[RELAY-21] ends 12 hours after its last use', async () => {
    const { token } = await sessions.begin(LU)
    stage.pass(IDLE_MS - 1)
    expect(await sessions.find(token, false)).toMatchObject({ account: LU })
    stage.pass(IDLE_MS - 1)
    expect(await sessions.find(token, false)).toMatchObject({ account: LU })
    stage.pass(IDLE_MS)
    expect(await sessions.find(token, false)).toBe('expired')
    expect(await sessions.find(token, false)).toBe('unknown')
  })

  test('[RELAY-21] ends 30 days after its beginning, however much it is used', async () => {
    const { token, session } = await sessions.begin(LU)
    for (let used = 0; used < ABSOLUTE_MS - IDLE_MS / 2; used += IDLE_MS / 2) {
      expect(await sessions.isLive(session.id)).toBe(true)
      await sessions.find(token, false)
      stage.pass(IDLE_MS / 2)
    }
    stage.pass(IDLE_MS / 2)
    expect(await sessions.isLive(session.id)).toBe(false)
    expect(await sessions.find(token, false)).toBe('expired')
  })

  test('[RELAY-21] is asked for together with others, and those that ended or never were are named', async () => {
    const [here, left] = [await sessions.begin(LU), await sessions.begin(LU)]
    const script = await sessions.issueScriptToken(LU, '报表', stage.clock.at + 1_000)
    await sessions.end(left.session.id)
    const all = [here.session.id, left.session.id, script.id, 'never']
    expect(await sessions.endedAmong(all)).toEqual([left.session.id, 'never'])
    stage.pass(1_000)
    expect(await sessions.endedAmong(all)).toEqual([left.session.id, script.id, 'never'])
    expect(await sessions.endedAmong([])).toEqual([])
  })

  test('[RELAY-22] gets a new token each hour, and the old one dies a minute after the new one was used', async () => {
    const { token } = await sessions.begin(LU)
    stage.pass(ROTATION_MS)
    const next = await rotated(token)
    expect(await sessions.find(token, true)).toMatchObject({ newToken: null })
    expect(await sessions.find(next, true)).toMatchObject({ newToken: null })
    stage.pass(GRACE_MS - 1)
    expect(await sessions.find(token, true)).toMatchObject({ account: LU })
    stage.pass(1)
    expect(await sessions.find(token, true)).toBe('unknown')
    expect(await sessions.find(next, true)).toMatchObject({ account: LU })
  })

  test('[RELAY-22] survives that the answer with the new token was lost', async () => {
    const { token } = await sessions.begin(LU)
    stage.pass(ROTATION_MS)
    const lost = await rotated(token)
    stage.pass(5 * ROTATION_MS)
    const again = await rotated(token)
    expect(await sessions.find(lost, true)).toBe('unknown')
    expect(await sessions.find(again, true)).toMatchObject({ account: LU })
  })

  test('[RELAY-22] keeps its token where no cookie can be set', async () => {
    const { token } = await sessions.begin(LU)
    stage.pass(ROTATION_MS * 3)
    expect(await sessions.find(token, false)).toMatchObject({ newToken: null })
  })

  test('[RELAY-21] ends at once when it is revoked, and whoever listens is told', async () => {
    const ended: string[] = []
    sessions.onEnded(({ id }) => ended.push(id))
    const one = await sessions.begin(LU)
    const two = await sessions.begin(LU)
    await sessions.endAll(LU, two.session.id)
    expect(await sessions.find(one.token, true)).toBe('unknown')
    expect(await sessions.find(two.token, true)).toMatchObject({ id: two.session.id })
    await sessions.end(two.session.id)
    expect(await sessions.find(two.token, true)).toBe('unknown')
    expect(ended).toEqual([one.session.id, two.session.id])
  })

  test('[RELAY-26] of a script lives as long as it was issued for, used or not, and keeps its token', async () => {
    const { token } = await sessions.issueScriptToken(LU, '月度导出', stage.clock.at + ABSOLUTE_MS * 3)
    stage.pass(ABSOLUTE_MS * 3 - 1)
    expect(await sessions.find(token, true)).toMatchObject({ kind: 'script', newToken: null })
    stage.pass(1)
    expect(await sessions.find(token, true)).toBe('expired')
  })
})
