/** What must happen once, however many relays an office has. */
import { join } from 'node:path'
import { startApplication } from '@yejibu/shared/application/application-doc'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RELAY_ORG } from './account/first-run.ts'
import { letClockRun } from './case/case-clock.ts'
import { remind } from './case/reminders.ts'
import { openBatches, TAKEN_OVER } from './forms/batches.ts'
import type { Office } from './office.ts'
import { openFormBatches } from './store/sql/form-batch-store.ts'
import { accepted, CASE_PLAN } from './testing/case-stage.ts'
import { of, RelaysBeside } from './testing/relays-beside.ts'
import { OUR_ORIGIN, Stage } from './testing/stage.ts'

const DAY = 86_400_000

let beside: RelaysBeside
beforeAll(async () => {
  beside = await RelaysBeside.open()
})
afterAll(() => beside.close())
afterEach(() => beside.closeOffices())

describe('once over many relays', () => {
  test('[RELAY-337] an empty office has one first link that works, however many relays start, and one first operator', async () => {
    const stage = await beside.stage(Stage.empty())
    const relays = await beside.four(stage)
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

  test('[RELAY-337] a link that was printed is void once there is an operator by another way', async () => {
    const stage = await beside.stage(Stage.empty())
    const [one, two] = [await beside.relay(stage), await beside.relay(stage)]
    const link = (await one.firstRun.offer()) ?? ''
    expect(await two.firstRun.isGood(link)).toBe(true)
    const opened = await two.accounts.open({ username: 'zhouhang', name: '周航', password: null }, 'relay')
    if (!opened.ok) throw new Error(opened.refusal.kind)
    const org = RELAY_ORG
    await two.performOrg(
      { kind: 'register-org', data: { org, name: '运维', kind: 'relay', creditCode: null } },
      'relay',
    )
    await two.performOrg({ kind: 'add-member', data: { org, account: opened.value.id, role: 'operator' } }, 'relay')
    expect(await one.firstRun.isGood(link)).toBe(false)
    const again = { username: 'another', name: '运维', password: 'a long password 1' }
    expect(await one.firstRun.openOperator(link, again)).toEqual({ ok: false, refusal: { kind: 'link-spent' } })
  })

  test('[RELAY-338] do what the clock asks for once: deadlines, witnessed notices, reminders', async () => {
    const on = await beside.caseStage()
    const relays = await beside.four(on.stage)
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
    const on = await beside.caseStage()
    accepted(await on.submit())
    await on.walkTo('form-delivered')
    const [one, two] = [await beside.relay(on.stage), await beside.relay(on.stage)]
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
        shared: null,
        alone: office.store.unlessUnderWay,
        now: () => office.config.now(),
        randomBytes: (count) => office.config.randomBytes(count),
        failed: () => {},
        refusedBy: () => {},
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
