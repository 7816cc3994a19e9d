import { firstBreak } from '@yejibu/shared/kernel/fact'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { type FeedPage, feedPageSchema } from '@yejibu/shared/wire/feed'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openOffice } from '../office.ts'
import { liveFeed } from '../testing/live-feed.ts'
import { Stage, type Visitor } from '../testing/stage.ts'
import { PAGE_FACTS } from './feed.ts'

let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

async function page(visitor: Visitor, query = ''): Promise<FeedPage> {
  return feedPageSchema.parse((await visitor.get(`/api/feed?after=0${query}`)).body)
}

async function streams(account: string): Promise<readonly string[]> {
  const { facts } = await page(await stage.as(account))
  return [...new Set(facts.map((fact) => fact.stream))].sort()
}

const member = (account: string, org: string) => ({
  account: account as AccountId,
  org: org as OrgId,
  role: 'applicant' as const,
})

describe('the feed', () => {
  test('[RELAY-3] shows each person what is hers to see and nothing else', async () => {
    await stage.sendHonor('luqinghe', 'honor-1')
    await stage.sendHonor('xumingchuan', 'honor-1')
    expect(await streams('luqinghe')).toEqual(['account/luqinghe', 'archive/luqinghe'])
    expect(await streams('wangxiao')).toEqual(['account/wangxiao', 'archive/luqinghe', 'archive/xumingchuan'])
    expect(await streams('sunli')).toEqual(['account/sunli'])
    expect(await streams('hejing')).toEqual(['account/hejing'])
    const operator = await streams('zhouhang')
    expect(operator).toEqual(expect.arrayContaining(['account/luqinghe', 'org/yuezhou']))
    expect(operator.filter((stream) => !/^(account|org)\//.test(stream))).toEqual([])
    expect((await stage.stranger().get('/api/feed')).status).toBe(401)
  })

  test('[RELAY-3] shows HR an archive from its first fact on, and no longer once its owner has another employer', async () => {
    await stage.sendHonor('luqinghe', 'honor-1')
    const hr = await stage.as('zhoumin')
    const before = await page(hr)
    await stage.office.performOrg({ kind: 'add-member', data: member('luqinghe', 'jianhu') }, 'relay')
    const gone = await page(hr)
    expect(gone.facts.some((fact) => fact.stream === 'archive/luqinghe')).toBe(false)
    expect(gone.grant).not.toBe(before.grant)
    await stage.office.performOrg({ kind: 'remove-member', data: member('luqinghe', 'jianhu') }, 'relay')
    const back = await page(hr)
    expect(back.facts.find((fact) => fact.stream === 'archive/luqinghe')?.n).toBe(1)
    expect(back.grant).toBe(before.grant)
  })

  test('[RELAY-13] goes on after a fact, in pages that leave nothing out, and holds as a chain', async () => {
    for (let i = 0; i < PAGE_FACTS + 5; i++) {
      await stage.office.performOrg(
        { kind: 'register-org', data: { org: `o${i}` as OrgId, name: '某单位', kind: 'employer', creditCode: null } },
        'relay',
      )
    }
    const operator = await stage.as('zhouhang')
    const first = await page(operator)
    expect([first.facts.length, first.more]).toEqual([PAGE_FACTS, true])
    const last = first.facts.at(-1)
    const rest = feedPageSchema.parse((await operator.get(`/api/feed?after=${last?.seq}&hash=${last?.hash}`)).body)
    expect(rest.more).toBe(false)
    const all = await stage.office.ledger.since(0, 10_000, { streams: [], prefixes: [''] })
    expect([...first.facts, ...rest.facts].map((fact) => fact.seq)).toEqual(all.map((fact) => fact.seq))
    expect(firstBreak(all)).toBeNull()
    expect(rest.head).toEqual({ seq: all.at(-1)?.seq, hash: all.at(-1)?.hash })
  })

  test('[RELAY-13] tells a reader of other facts, or of facts yet to come, that it was rewritten', async () => {
    const lu = await stage.as('luqinghe')
    for (const query of [`after=1&hash=${'0'.repeat(64)}`, `after=99999&hash=${'0'.repeat(64)}`, 'after=99999']) {
      const answer = await lu.get(`/api/feed?${query}`)
      expect([answer.status, answer.refusal], query).toEqual([409, { kind: 'feed-rewritten' }])
    }
    expect((await lu.get('/api/feed?after=-1')).refusal?.kind).toBe('malformed')
    expect((await lu.get('/api/feed?after=1e3')).refusal?.kind).toBe('malformed')
  })
})

describe('the live feed', () => {
  test('[RELAY-14] tells what was, then what happens as it happens, to those who may see it', async () => {
    await stage.sendHonor('luqinghe', 'honor-1')
    const hr = await liveFeed(await stage.as('zhoumin'), 'after=0')
    expect(hr.response.headers.get('content-type')).toContain('text/event-stream')
    const seen = [await hr.next(), await hr.next()]
    expect(JSON.stringify(seen)).toContain('account-opened')
    expect(JSON.stringify(seen)).toContain('honor-1')
    await (await stage.as('hejing')).get('/api/feed')
    await stage.sendHonor('xumingchuan', 'honor-2')
    const next = await hr.next()
    expect(next).toMatchObject({ event: 'fact' })
    expect(next === 'end' ? '' : JSON.parse(next.data)).toMatchObject({
      stream: 'archive/xumingchuan',
      actor: 'xumingchuan',
    })
    await hr.leave()
  })

  test('[RELAY-13] says when what may be seen has changed, at once to a reader who has another grant', async () => {
    const visitor = await stage.as('zhoumin')
    const { head, grant } = await page(visitor)
    const stale = await liveFeed(visitor, `after=${head.seq}&grant=0123`)
    expect(await stale.next()).toEqual({ event: 'grant', data: grant })
    await stage.office.performOrg({ kind: 'remove-member', data: member('luqinghe', 'yuezhou') }, 'relay')
    const changed = await stale.next()
    expect(changed).toEqual({ event: 'grant', data: (await page(visitor)).grant })
    expect(changed).not.toEqual({ event: 'grant', data: grant })
    await stale.leave()
  })

  test('[RELAY-14] ends when the session ends', async () => {
    const visitor = await stage.as('luqinghe')
    const feed = await liveFeed(visitor, 'after=0')
    expect(await feed.next()).toMatchObject({ event: 'fact' })
    await visitor.ask('DELETE', '/api/session')
    expect(await feed.next()).toBe('end')
  })

  test('[RELAY-15] tells what another process appended', async () => {
    const operator = await stage.as('zhouhang')
    const { head } = await page(operator)
    const feed = await liveFeed(operator, `after=${head.seq}`)
    const tool = await openOffice(stage.office.config)
    await tool.performOrg({ kind: 'remove-member', data: member('luqinghe', 'yuezhou') }, 'zhouhang' as AccountId)
    await tool.close()
    await stage.office.tail.look()
    const next = await feed.next()
    expect(next === 'end' ? next : JSON.parse(next.data)).toMatchObject({ kind: 'member-removed', actor: 'zhouhang' })
    await feed.leave()
  })
})
