import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Stage, Visitor } from '../testing/stage.ts'
import { addressOf, networkOf } from './edge.ts'
import { ACCOUNT_WRITES, ADDRESS_WRITES, makeWriteLimits } from './write-limits.ts'

/** Thousands of requests, on a busy machine; nothing is measured. */
const PATIENCE_MS = 180_000
let stage: Stage
beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

describe('who writes without end', () => {
  test(
    '[RELAY-312] is told when to come back, reads on, and holds up nobody else; a day of honest work is far below',
    async () => {
      const [flood, other] = [await stage.as('luqinghe'), await stage.as('xumingchuan')]
      const statuses = new Set<number>()
      for (let n = 0; n < ACCOUNT_WRITES.times; n++) statuses.add((await flood.command('send-revision', {})).status)
      expect([...statuses]).toEqual([400])
      const late = await flood.command('send-revision', {})
      expect([late.status, late.refusal?.kind]).toEqual([429, 'too-many-requests'])
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(late.headers.get('retry-after'))).toBeLessThanOrEqual(ACCOUNT_WRITES.perSeconds)
      expect((await flood.ask('DELETE', '/api/evidence/none')).status).toBe(429)
      // Another session of the same person is the same person.
      expect((await (await stage.as('luqinghe')).command('send-revision', {})).status).toBe(429)
      expect((await flood.get('/api/feed?after=0')).status).toBe(200)
      expect((await other.command('send-revision', {})).status).toBe(400)
    },
    PATIENCE_MS,
  )

  test(
    '[RELAY-312] a batch counts with its rows',
    async () => {
      const officer = await stage.as('zhoumin')
      const commands = Array.from({ length: 200 }, () => ({ kind: 'nothing', body: {} }))
      for (let n = 0; n < ACCOUNT_WRITES.times / 200; n++)
        expect((await officer.post('/api/commands/batch', { commands })).status).toBe(200)
      expect((await officer.post('/api/commands/batch', { commands })).status).toBe(429)
    },
    PATIENCE_MS,
  )

  test(
    '[RELAY-313] from one address, with as many sessions as he likes or none, is held up before anybody asks who he is',
    async () => {
      const limits = makeWriteLimits((c) => addressOf(c, true))
      const asked: string[] = []
      const app = new Hono().use(limits.ofAddress).all('*', (c) => {
        asked.push(c.req.method)
        return c.body(null, 204)
      })
      const visitor = new Visitor(app, null)
      const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
      for (let n = 0; n < ADDRESS_WRITES.times; n++)
        await visitor.ask('POST', '/', from(`198.51.100.${n % 200}, 203.0.113.7`))
      expect(asked.length).toBe(ADDRESS_WRITES.times)
      expect((await visitor.ask('PUT', '/', from('198.51.100.9, 203.0.113.7'))).status).toBe(429)
      expect((await visitor.ask('GET', '/', from('203.0.113.7'))).status).toBe(204)
      expect((await visitor.ask('PUT', '/', from('203.0.113.8'))).status).toBe(204)
    },
    PATIENCE_MS,
  )

  test(
    '[RELAY-313] the relay itself asks for it on every path of its interface',
    async () => {
      const stranger = stage.stranger()
      for (let n = 0; n < ADDRESS_WRITES.times; n++) await stranger.ask('POST', '/api/nothing')
      for (const path of ['/api/nothing', '/api/commands/send-revision', '/api/public/notices/x/objections'])
        expect((await stranger.ask('POST', path)).status, path).toBe(429)
    },
    PATIENCE_MS,
  )
})

test('[RELAY-314] of an IPv6 address the network is counted, and an IPv4 address inside one is itself', () => {
  expect(networkOf('2001:db8:0:1::7')).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:0DB8:0000:0001:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('unknown')).toBe('unknown')
})
