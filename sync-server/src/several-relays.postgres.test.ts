/** An office served by four relays on one PostgreSQL, one Redis and one store of files: what holds for one holds for all of them together. */
import { createHash } from 'node:crypto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EVERYTHING } from './ledger/ledger.ts'
import { examineOffice } from './operations/doctor/examine-office.ts'
import { PATIENCE_MS } from './operations/testing/sample-folder.ts'
import { accepted } from './testing/case-stage.ts'
import { liveFeed } from './testing/live-feed.ts'
import { atEach, of, RelaysBeside } from './testing/relays-beside.ts'
import type { Stage } from './testing/stage.ts'

let beside: RelaysBeside
beforeAll(async () => {
  beside = await RelaysBeside.open()
})
afterAll(() => beside.close())
afterEach(() => beside.closeOffices())

/** Entries of her archive, each to be sent. */
async function honors(stage: Stage, count: number) {
  const written: { readonly item: string; readonly revision: object }[] = []
  for (let i = 0; i < count; i++) {
    const item = `honor${String(i).padStart(2, '0')}`.padEnd(12, '0')
    written.push({ item, revision: await stage.writeHonor('luqinghe', item, `表彰${i}`) })
  }
  return written
}

describe('four relays of one office', () => {
  test('[RELAY-334] take commands into one chain while Redis comes and goes, and each tells a reader every fact once, in order', async () => {
    const stage = await beside.stage()
    const relays = await beside.four(stage)
    const entries = await honors(stage, 24)
    const { seq } = await stage.office.ledger.head()
    const owner = await atEach(relays, stage, 'luqinghe')
    const feeds = await Promise.all(owner.map((visitor) => liveFeed(visitor, `after=${seq}`)))
    const send = async (from: number, to: number) => {
      const sent = entries.slice(from, to).map((entry, i) => {
        return of(owner, i).command('send-revision', { archive: 'luqinghe', ...entry })
      })
      for (const answer of await Promise.all(sent)) accepted(answer)
    }
    await send(0, 8)
    await beside.redis.stop()
    await send(8, 16)
    await beside.redis.start()
    await send(16, 24)
    const facts = await stage.office.ledger.since(seq, 100, EVERYTHING)
    for (const feed of feeds) {
      const heard: number[] = []
      while (heard.length < 24) {
        const next = await feed.next()
        if (next !== 'end' && next.event === 'fact') heard.push((JSON.parse(next.data) as { seq: number }).seq)
      }
      expect(heard).toEqual(facts.map((fact) => fact.seq))
      await feed.leave()
    }
    expect((await examineOffice(of(relays, 2))).findings).toEqual([])
  })

  test('[RELAY-335] tell an officer at one that her list changed at another, with Redis and without it', async () => {
    const on = await beside.caseStage()
    const relays = await beside.four(on.stage)
    const { seq } = await on.stage.office.ledger.head()
    const hr = await atEach(relays, on.stage, 'zhoumin')
    const feeds = await Promise.all(hr.map((visitor) => liveFeed(visitor, `after=${seq}`)))
    const told = async () => {
      for (const feed of feeds) {
        let event = ''
        while (event !== 'queues') {
          const next = await feed.next()
          event = next === 'end' ? 'queues, but the stream ended' : next.event
          if (next === 'end') throw new Error(event)
        }
      }
    }
    accepted(await on.submit())
    await told()
    await beside.redis.stop()
    accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
    await told()
    await beside.redis.start()
    for (const feed of feeds) await feed.leave()
  })

  test('[RELAY-335] serve a scan that was handed to another, whoever has it in its folder', async () => {
    const stage = await beside.stage()
    const relays = await beside.four(stage)
    const owner = await atEach(relays, stage, 'luqinghe')
    const bytes = new TextEncoder().encode(`%PDF-1.4\n${'证'.repeat(500)}\n%%EOF\n`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await of(relays, 0).evidence.put('luqinghe' as AccountId, sha256, bytes)
    for (const visitor of owner) {
      const answer = await visitor.get(`/api/evidence/${sha256}?archive=luqinghe`)
      expect(answer.status).toBe(200)
    }
    expect((await examineOffice(of(relays, 3))).findings).toEqual([])
  })

  test(
    '[RELAY-336] one of four killed in the middle of commands has lost none that it answered, and the three others go on with theirs',
    async () => {
      const stage = await beside.stage()
      const others = [await beside.relay(stage), await beside.relay(stage), await beside.relay(stage)]
      const entries = await honors(stage, 32)
      // The other process has the time of day.
      stage.clock.at = Date.now()
      const { cookie } = await stage.as('luqinghe')
      const doomed = await beside.doomed(stage)
      const command = (i: number) => ({ id: `killed-command-${i}`, archive: 'luqinghe', ...entries[i] })
      const answered: string[] = []
      const toTheDoomed = entries.slice(0, 16).map(async ({ item }, i) => {
        const headers = { cookie: `yejibu_session=${cookie}`, 'content-type': 'application/json' }
        const body = JSON.stringify({ ...command(i), expected: null })
        const answer = await fetch(`${doomed.url}api/commands/send-revision`, { method: 'POST', headers, body })
        if (answer.status !== 200) return
        answered.push(item)
        if (answered.length === 3) doomed.process.kill('SIGKILL')
      })
      const visitors = await atEach(others, stage, 'luqinghe')
      const toTheOthers = entries.slice(16).map((_, i) =>
        of(visitors, i)
          .command('send-revision', command(16 + i))
          .then(accepted),
      )
      await Promise.allSettled(toTheDoomed)
      await Promise.all(toTheOthers)
      doomed.process.kill('SIGKILL')
      await doomed.ended
      const reader = of(others, 0)
      const stored = (await reader.ledger.read('archive/luqinghe')).map(({ data }) => (data as { item?: string }).item)
      expect(answered.length).toBeGreaterThanOrEqual(3)
      for (const item of answered) expect(stored.filter((one) => one === item)).toHaveLength(1)
      // Sent again by her device at another relay, each is the command that it was.
      for (const i of entries.keys()) accepted(await of(visitors, i).command('send-revision', command(i)))
      expect(await reader.ledger.read('archive/luqinghe')).toHaveLength(entries.length)
      expect((await examineOffice(reader)).findings).toEqual([])
    },
    PATIENCE_MS,
  )
})
