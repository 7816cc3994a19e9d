/** An office served by four relays on one PostgreSQL, one Redis and one store of files: what holds for one holds for all of them together. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startApplication } from '@yejibu/shared/application/application-doc'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createApp } from './app.ts'
import { letClockRun } from './case/case-clock.ts'
import { remind } from './case/reminders.ts'
import { officeConfig } from './config.ts'
import { openBatches, TAKEN_OVER } from './forms/batches.ts'
import { EVERYTHING } from './ledger/ledger.ts'
import { type Office, openOffice } from './office.ts'
import { examineOffice } from './operations/doctor/examine-office.ts'
import { PATIENCE_MS } from './operations/testing/sample-folder.ts'
import { openFormBatches } from './store/sql/form-batch-store.ts'
import { accepted, CASE_PLAN, CaseStage } from './testing/case-stage.ts'
import { liveFeed } from './testing/live-feed.ts'
import { type RedisServer, startRedis } from './testing/servers/redis-server.ts'
import { type S3Server, startS3 } from './testing/servers/s3-server.ts'
import { folderForTests } from './testing/servers/test-folder.ts'
import { OUR_ORIGIN, Stage, Visitor } from './testing/stage.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const DAY = 86_400_000

let redis: RedisServer
let s3: S3Server
beforeAll(async () => {
  ;[redis, s3] = await Promise.all([startRedis(), startS3()])
})
afterAll(async () => {
  await redis.stop()
  await s3.close()
})

let undo: (() => Promise<void> | void)[] = []
beforeEach(() => {
  undo = []
})
afterEach(async () => {
  for (const step of undo.reverse()) await step()
})

function newFolder(): string {
  const folder = mkdtempSync(join(folderForTests(), 'yejibu-relay-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** One more relay on the stage's tables: its own folder, connections and routes. */
async function relayBeside(stage: Stage): Promise<Office> {
  const { store } = stage.office.config
  const places = { store, fanOut: redis.address, evidence: s3.address }
  const office = await openOffice(
    officeConfig(newFolder(), { ...places, now: () => new Date(stage.clock.at) }),
    'relay',
  )
  undo.push(() => office.close())
  office.tail.watch()
  return office
}

async function fourBeside(stage: Stage): Promise<readonly Office[]> {
  return Promise.all([1, 2, 3, 4].map(() => relayBeside(stage)))
}

const routesOf = (office: Office) =>
  createApp({
    office,
    client: null,
    journal: { error: () => {} },
    allowsOrigin: (origin) => origin === OUR_ORIGIN,
    isHttps: false,
    isBehindProxy: false,
  })

/** The same session at each relay. */
async function at(relays: readonly Office[], stage: Stage, account: string): Promise<readonly Visitor[]> {
  const { cookie } = await stage.as(account)
  return relays.map((office) => new Visitor(routesOf(office), cookie))
}

const of = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('none')
  return one
}

async function cast(): Promise<Stage> {
  const stage = await Stage.withCast()
  undo.push(() => stage.close())
  return stage
}

/** Entries of her archive, each to be sent. */
async function honors(stage: Stage, count: number) {
  const written: { readonly item: string; readonly revision: object }[] = []
  for (let i = 0; i < count; i++) {
    const item = `honor${i}`.padEnd(12, '0')
    written.push({ item, revision: await stage.writeHonor('luqinghe', item, `表彰${i}`) })
  }
  return written
}

async function caseStage(): Promise<CaseStage> {
  const on = await CaseStage.open()
  undo.push(() => on.close())
  return on
}

describe('four relays of one office', () => {
  test('[RELAY-334] take commands into one chain while Redis comes and goes, and each tells a reader every fact once, in order', async () => {
    const stage = await cast()
    const relays = await fourBeside(stage)
    const entries = await honors(stage, 24)
    const { seq } = await stage.office.ledger.head()
    const owner = await at(relays, stage, 'luqinghe')
    const feeds = await Promise.all(owner.map((visitor) => liveFeed(visitor, `after=${seq}`)))
    const send = async (from: number, to: number) => {
      const sent = entries.slice(from, to).map((entry, i) => {
        return of(owner, i).command('send-revision', { archive: 'luqinghe', ...entry })
      })
      for (const answer of await Promise.all(sent)) accepted(answer)
    }
    await send(0, 8)
    await redis.stop()
    await send(8, 16)
    await redis.start()
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
    const on = await caseStage()
    const relays = await fourBeside(on.stage)
    const { seq } = await on.stage.office.ledger.head()
    const hr = await at(relays, on.stage, 'zhoumin')
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
    await redis.stop()
    accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
    await told()
    await redis.start()
    for (const feed of feeds) await feed.leave()
  })

  test('[RELAY-335] serve a scan that was handed to another, whoever has it in its folder', async () => {
    const stage = await cast()
    const relays = await fourBeside(stage)
    const owner = await at(relays, stage, 'luqinghe')
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
    '[RELAY-336] one killed in the middle of commands has lost none that it answered, and the others go on',
    async () => {
      const stage = await cast()
      const other = await relayBeside(stage)
      const entries = await honors(stage, 16)
      // The other process has the time of day.
      stage.clock.at = Date.now()
      const { cookie } = await stage.as('luqinghe')
      const doomed = spawn(
        process.execPath,
        ['--import', 'tsx', MAIN, '--data', newFolder(), '--port', '0', '--client', newFolder()],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, YEJIBU_STORE: stage.office.config.store ?? '', YEJIBU_FAN_OUT: redis.address },
        },
      )
      const url = await new Promise<string>((found) => {
        createInterface(doomed.stdout).on('line', (line) => {
          const [address] = /http:\/\/\S+/.exec(line) ?? []
          if (line.includes('listening') && address) found(address)
        })
      })
      const ended = once(doomed, 'exit')
      const answered: string[] = []
      const sending = entries.map(async (entry, i) => {
        const body = { id: `killed-command-${i}`, expected: null, archive: 'luqinghe', ...entry }
        const headers = { cookie: `yejibu_session=${cookie}`, 'content-type': 'application/json' }
        const answer = await fetch(`${url}api/commands/send-revision`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        })
        if (answer.status !== 200) return
        answered.push(entry.item)
        if (answered.length === 3) doomed.kill('SIGKILL')
      })
      await Promise.allSettled(sending)
      doomed.kill('SIGKILL')
      await ended
      const stored = (await other.ledger.read('archive/luqinghe')).map(({ data }) => (data as { item?: string }).item)
      expect(answered.length).toBeGreaterThanOrEqual(3)
      for (const item of answered) expect(stored.filter((one) => one === item)).toHaveLength(1)
      // Sent again by her device at another relay, each is the command that it was.
      const visitors = await at([other], stage, 'luqinghe')
      for (const [i, entry] of entries.entries()) {
        const again = { id: `killed-command-${i}`, archive: 'luqinghe', ...entry }
        accepted(await of(visitors, 0).command('send-revision', again))
      }
      expect(await other.ledger.read('archive/luqinghe')).toHaveLength(16)
      expect((await examineOffice(other)).findings).toEqual([])
    },
    PATIENCE_MS,
  )

  test('[RELAY-337] an empty office has one first link that works, however many relays start, and one first operator', async () => {
    const stage = await Stage.empty()
    undo.push(() => stage.close())
    const relays = await fourBeside(stage)
    const tokens = await Promise.all(relays.map(({ firstRun }) => firstRun.offer()))
    const good = await Promise.all(tokens.map((token, i) => of(relays, i + 1).firstRun.isGood(token ?? '')))
    expect(good.filter(Boolean)).toHaveLength(1)
    const link = tokens[good.indexOf(true)] ?? ''
    const opened = await Promise.all(
      relays.map(({ firstRun }, i) =>
        firstRun.openOperator(link, { username: `operator${i}`, name: '运维', password: `a long password ${i}` }),
      ),
    )
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await of(relays, 0).firstRun.offer()).toBeNull()
  })

  test('[RELAY-338] do what the clock asks for once: deadlines, witnessed notices, reminders', async () => {
    const on = await caseStage()
    const relays = await fourBeside(on.stage)
    const doc = new Y.Doc()
    startApplication(doc, { id: CASE_PLAN.id, version: 1 })
    const updates = [Y.encodeStateAsUpdate(doc)]
    await on.stage.office.log.append([{ document: 'application/xumingchuan.draft00001', updates }])
    on.stage.clock.at = Date.parse(CASE_PLAN.window.close) - 2 * DAY
    const told = await Promise.all(
      relays.map((office) =>
        remind({ ...office.publicly, plans: office.plans, log: office.log, readDocument: office.readDocument }),
      ),
    )
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1)
    on.stage.clock.at = Date.parse(CASE_PLAN.window.close) - 5 * DAY
    accepted(await on.submit())
    await on.walkTo('notice-running')
    on.stage.pass(DAY)
    const before = (await on.facts()).length
    const witnessed = await Promise.all(relays.map((office) => letClockRun(office.publicly)))
    expect(witnessed.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await on.facts()).toHaveLength(before + 1)
  })

  test('[RELAY-339] print a batch at the relay that was asked; another takes it over whole when that one has stopped', async () => {
    const on = await caseStage()
    accepted(await on.submit())
    await on.walkTo('form-delivered')
    const [one, two] = [await relayBeside(on.stage), await relayBeside(on.stage)]
    const drawn: string[] = []
    const batchesOf = (office: Office, name: string, before: () => Promise<void> = async () => {}) =>
      openBatches({
        store: openFormBatches(office.store),
        subjects: office.forms.subjects,
        press: {
          async print(print) {
            await before()
            drawn.push(name)
            return office.forms.press.print(print)
          },
          sheet: (rows) => office.forms.press.sheet(rows),
          close: async () => {},
        },
        folder: join(office.config.dataFolder, 'batches'),
        alone: office.store.unlessUnderWay,
        now: () => office.config.now(),
        randomBytes: (count) => office.config.randomBytes(count),
        failed: () => {},
      })
    const asked = {
      plan: CASE_PLAN.id,
      org: orgFor('MID_OFFICE'),
      account: officerAt('MID_OFFICE').accountId,
      origin: OUR_ORIGIN,
    }
    let stopped = () => {}
    const isDrawing = new Promise<void>((resolve) => {
      stopped = resolve
    })
    const first = batchesOf(one, 'one', async () => {
      stopped()
      throw new Error('the relay is closing')
    })
    const batch = await first.ask(asked)
    await isDrawing
    await first.close()
    const second = batchesOf(two, 'two')
    second.resume()
    await second.settled()
    expect(drawn).toEqual([])
    on.stage.pass(TAKEN_OVER)
    // Both relays look at the same moment: the one in whose hand it is prints it, once.
    const third = batchesOf(one, 'one again')
    for (const each of [second, third]) each.resume()
    for (const each of [second, third]) await each.settled()
    expect(await second.byId(batch?.id ?? '')).toMatchObject({ state: 'ready' })
    expect(new Set(drawn).size).toBe(1)
    // One evaluation form and the roster.
    expect(drawn).toHaveLength(2)
  })
})
