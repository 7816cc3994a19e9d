/** Relays on machines whose clocks are minutes apart, on one database: what holds on one machine holds there, by the database's clock. */
import { startApplication } from '@yejibu/shared/application/application-doc'
import { healthReportSchema } from '@yejibu/shared/wire/health'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { letClockRun } from './case/case-clock.ts'
import { remind } from './case/reminders.ts'
import { EVERYTHING } from './ledger/ledger.ts'
import type { Office } from './office.ts'
import { runCommandLine } from './operations/cli/run-command-line.ts'
import { accepted, bodyOf, CASE_PLAN, type CaseStage } from './testing/case-stage.ts'
import { atEach, of, RelaysBeside } from './testing/relays-beside.ts'
import { setDatabaseClock } from './testing/servers/database-clock.ts'
import type { Visitor } from './testing/stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** As when nobody has looked after a machine for a year. */
const APART = 3 * MINUTE
const LEAD = 'zhoumin'

let beside: RelaysBeside
let on: CaseStage
beforeAll(async () => {
  beside = await RelaysBeside.open()
})
afterAll(() => beside.close())
beforeEach(async () => {
  on = await beside.caseStage()
  accepted(await on.submit())
})
afterEach(() => beside.closeOffices())

/** The time of day on the database's machine, which the stage has too; machines before and behind it follow. */
async function itIs(at: string | number, ...relays: readonly Office[]): Promise<void> {
  on.stage.clock.at = typeof at === 'number' ? at : Date.parse(at)
  await setDatabaseClock(on.stage.office.config.store ?? '', on.stage.clock.at)
  for (const { clock } of relays) await clock.look()
}

/** One whose clock is before the database's, and one whose is behind it. */
async function fastAndSlow(goesByStoreClock = true): Promise<readonly [Office, Office]> {
  await itIs(on.stage.clock.at)
  return [
    await beside.relay(on.stage, { ahead: APART, goesByStoreClock }),
    await beside.relay(on.stage, { ahead: -APART, goesByStoreClock }),
  ]
}

/** By the employer's lead, who signs in anew: days have passed. */
const doesAt = async (office: Office, kind: Parameters<CaseStage['move']>[0]) => {
  const [visitor] = (await atEach([office], on.stage, LEAD)) as [Visitor]
  const command = await on.move(kind)
  return visitor.command(command.kind, bodyOf(on.application, command))
}

describe('relays whose machines’ clocks are three minutes before and behind the database’s', () => {
  test('[RELAY-397] have one time, and no fact of theirs is dated before the one before it', async () => {
    const relays = await fastAndSlow()
    for (const { config } of relays) {
      expect(Math.abs(config.now().getTime() - on.stage.clock.at)).toBeLessThan(APART / 3)
    }
    const owners = await atEach(relays, on.stage, 'luqinghe')
    const { seq } = await on.stage.office.ledger.head()
    for (let i = 0; i < 8; i++) {
      const item = `honor${i}`.padEnd(12, '0')
      const revision = await on.stage.writeHonor('luqinghe', item, `表彰${i}`)
      accepted(await of(owners, i).command('send-revision', { archive: 'luqinghe', item, revision }))
    }
    const dates = (await on.stage.office.ledger.since(seq, 100, EVERYTHING)).map(({ at }) => at)
    expect(dates).toHaveLength(8)
    expect(dates).toEqual([...dates].sort())
  })

  test('[RELAY-397] have it in common with the command line beside them', async () => {
    await itIs(on.stage.clock.at)
    const terminal = {
      ...{ out: () => {}, err: () => {}, isInteractive: false, askSecret: async () => '' },
      ...{ now: () => new Date(on.stage.clock.at - APART), randomBytes: () => new Uint8Array(20) },
    }
    const words = ['org', 'add', 'beside', '--name', '某监测站', '--kind', 'employer']
    const { store, dataFolder } = on.stage.office.config
    expect(await runCommandLine([...words, '--store', store ?? ''], terminal, { dataFolder })).toBe(0)
    const [fact] = await on.stage.office.ledger.read('org/beside')
    expect(Date.parse(fact?.at ?? '')).toBeGreaterThanOrEqual(on.stage.clock.at)
  })

  test('[RELAY-398] close no notice before its last day is over, and begin none on the day before', async () => {
    await on.walkTo('emp-passed')
    const relays = await fastAndSlow()
    await itIs('2022-05-16T00:01:00+08:00', ...relays)
    const [fast, slow] = relays
    // Monday by the database; by the machine of this relay still Sunday.
    accepted(await doesAt(slow, 'start-notice'))
    const { state } = await on.kase()
    if (state.kind !== 'notice-running') throw new Error(state.kind)
    expect(state.notice).toMatchObject({ startedOn: '2022-05-16', lastDay: '2022-05-23' })
    await itIs('2022-05-23T23:58:00+08:00', ...relays)
    expect((await doesAt(fast, 'close-notice')).refusal).toMatchObject({
      ...{ kind: 'notice-still-running', lastDay: '2022-05-23', from: '2022-05-24' },
    })
    await itIs('2022-05-24T00:01:00+08:00', ...relays)
    accepted(await doesAt(slow, 'close-notice'))
    expect((await on.kase()).cleared).toMatchObject({ closedOn: '2022-05-24' })
  })

  test('[RELAY-398] would, each by its own clock, begin a notice on the day before and close it a working day too early', async () => {
    await on.walkTo('emp-passed')
    on.stage.clock.at = Date.parse('2022-05-16T00:01:00+08:00')
    const relays = await fastAndSlow(false)
    const [fast, slow] = relays
    accepted(await doesAt(slow, 'start-notice'))
    const { state } = await on.kase()
    expect(state).toMatchObject({ notice: { startedOn: '2022-05-15', lastDay: '2022-05-20' } })
    on.stage.clock.at = Date.parse('2022-05-20T23:58:00+08:00')
    accepted(await doesAt(fast, 'close-notice'))
  })

  test('[RELAY-398] witness a notice once for each day by the database, in the order of the days', async () => {
    await itIs('2022-05-16T09:00:00+08:00')
    await on.walkTo('notice-running')
    const relays = await fastAndSlow()
    const [fast, slow] = relays
    for (const at of ['2022-05-16T23:58:00+08:00', '2022-05-17T00:01:00+08:00', '2022-05-17T23:59:00+08:00']) {
      await itIs(at, ...relays)
      for (const office of [fast, slow, fast]) await letClockRun(office.publicly)
    }
    const { state } = await on.kase()
    expect(state).toMatchObject({ notice: { witnessedOn: ['2022-05-16', '2022-05-17'] } })
  })

  test('[RELAY-338] remind of a plan that closes in three days once, and not before', async () => {
    const doc = new Y.Doc()
    startApplication(doc, { id: CASE_PLAN.id, version: 1 })
    const updates = [Y.encodeStateAsUpdate(doc)]
    await on.stage.office.log.append([{ document: 'application/xumingchuan.draft00001', updates }])
    const relays = await fastAndSlow()
    const close = Date.parse(CASE_PLAN.window.close)
    const told = async () => {
      const counts = await Promise.all(relays.map((office) => remind({ ...office, ...office.publicly })))
      return counts.reduce((sum, one) => sum + one, 0)
    }
    await itIs(close - 72 * HOUR - MINUTE, ...relays)
    expect(await told()).toBe(0)
    await itIs(close - 72 * HOUR + MINUTE, ...relays)
    expect(await told()).toBe(1)
    expect(await told()).toBe(0)
  })

  test('[RELAY-399] keep a session that moves between them, also over the exchange of its token, and end it at one moment', async () => {
    const relays = await fastAndSlow()
    const [fast, slow] = relays
    const { token, session } = await slow.sessions.begin('luqinghe' as never)
    await itIs(on.stage.clock.at + HOUR + MINUTE, ...relays)
    const found = await fast.sessions.find(token, true)
    if (typeof found === 'string' || found.newToken === null) throw new Error('the token was due')
    // A page that had not heard of the new one yet.
    expect(await slow.sessions.find(token, false)).toMatchObject({ id: session.id })
    expect(await slow.sessions.find(found.newToken, false)).toMatchObject({ id: session.id })
    await itIs(on.stage.clock.at + MINUTE / 2, ...relays)
    for (const { sessions } of relays) expect(await sessions.find(token, false)).toMatchObject({ id: session.id })
    await itIs(on.stage.clock.at + MINUTE, ...relays)
    for (const { sessions } of relays) expect(await sessions.find(token, false)).toBe('unknown')
    await itIs(on.stage.clock.at + 12 * HOUR - 2 * MINUTE, ...relays)
    for (const { sessions } of relays) expect(await sessions.isLive(session.id)).toBe(true)
    await itIs(on.stage.clock.at + 2 * MINUTE, ...relays)
    for (const { sessions } of relays) expect(await sessions.isLive(session.id)).toBe(false)
  })

  test('[OPS-72] tell the operator how far apart the clocks are', async () => {
    for (const [office, ahead] of (await fastAndSlow()).map(
      (office, i) => [office, i === 0 ? APART : -APART] as const,
    )) {
      const [operator] = await atEach([office], on.stage, 'zhouhang')
      const report = healthReportSchema.parse((await operator?.get('/api/operator/health'))?.body)
      expect(Math.abs((report.clockAhead ?? 0) - ahead)).toBeLessThan(MINUTE)
    }
    const [operator] = await atEach([on.stage.office], on.stage, 'zhouhang')
    expect((await operator?.get('/api/operator/health'))?.body).toMatchObject({ clockAhead: null })
  })
})
