/** A year's holidays, entered by the operator without a new release: over HTTP, from the command line beside the relay, and what waits for it. */
import { enterYears, isYearKnown } from '@yejibu/shared/kernel/known-years'
import { CALENDAR_STREAM, isCalendarFact } from '@yejibu/shared/plan/calendar-facts'
import { inventedYear } from '@yejibu/shared/testing/invented-year'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { officeConfig } from '../config.ts'
import { openOffice } from '../office.ts'
import { accepted, CaseStage } from '../testing/case-stage.ts'
import { Stage } from '../testing/stage.ts'

const OPERATOR = 'zhouhang'
const AFTER = Date.parse('2027-01-20T04:00:00Z')

afterEach(() => enterYears([]))

describe('a notice into a year that nobody has entered', () => {
  let on: CaseStage
  beforeEach(async () => {
    on = await CaseStage.open()
    accepted(await on.submit())
    on.stage.clock.at = Date.parse('2026-12-28T04:00:00Z')
    await on.walkTo('notice-running')
    on.stage.clock.at = AFTER
  })
  afterEach(() => on.close())

  const close = async () => on.does('zhoumin', await on.move('close-notice'))

  test('[RELAY-350] waits, and is closed once the operator has entered it', async () => {
    expect((await close()).refusal).toEqual({ kind: 'calendar-unknown', year: 2027 })
    const content = inventedYear(2027)
    const published = accepted(await on.ask(OPERATOR, 'publish-calendar-year', { content }))
    expect(published.body).toMatchObject({
      facts: [{ stream: CALENDAR_STREAM, actor: OPERATOR, kind: 'calendar-year-published', data: content }],
    })
    accepted(await close())
    expect((await on.kase()).cleared).toMatchObject({ startedOn: '2026-12-28', closedOn: '2027-01-20' })
  })

  test('[RELAY-351] a year that another program entered on the same ledger counts for the next decision', async () => {
    const { store, dataFolder } = on.stage.office.config
    const other = await openOffice(
      officeConfig(dataFolder, { store, now: () => new Date(AFTER), goesByStoreClock: false }),
    )
    expect((await other.performCalendar(inventedYear(2027), 'relay')).ok).toBe(true)
    await other.close()
    // In one process both share the register: what the other one put there is forgotten.
    enterYears([])
    accepted(await close())
  })
})

describe('entering a year', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.withCast()
    stage.clock.at = Date.parse('2026-11-21T04:00:00Z')
  })
  afterEach(() => stage.close())

  const publish = async (who: string, content: object) =>
    (await stage.as(who)).command('publish-calendar-year', { content })

  test('[RELAY-352] is the operator’s alone, and each refusal says why', async () => {
    for (const who of ['hejing', 'zhoumin', 'luqinghe']) {
      expect((await publish(who, inventedYear(2027))).refusal).toEqual({ kind: 'not-yours' })
    }
    expect((await publish(OPERATOR, inventedYear(2026))).refusal).toEqual({ kind: 'calendar-built-in', year: 2026 })
    expect((await publish(OPERATOR, inventedYear(2029))).refusal?.kind).toBe('calendar-year-far')
    expect((await publish(OPERATOR, { ...inventedYear(2027), worked: ['2027-02-17'] })).refusal).toEqual({
      ...{ kind: 'calendar-faulty', year: 2027 },
      faults: [{ rule: 'worked-on-a-weekday', day: '2027-02-17' }],
    })
    expect((await publish(OPERATOR, { ...inventedYear(2027), notice: ' ' })).refusal?.kind).toBe('malformed')
    accepted(await publish(OPERATOR, inventedYear(2027)))
    expect((await publish(OPERATOR, inventedYear(2027))).refusal).toEqual({ kind: 'calendar-unchanged', year: 2027 })
    expect(await stage.office.ledger.read(CALENDAR_STREAM)).toHaveLength(1)
  })

  test('[RELAY-351] a relay that starts knows what was entered before', async () => {
    accepted(await publish(OPERATOR, inventedYear(2027)))
    enterYears([])
    const { store, dataFolder } = stage.office.config
    const again = await openOffice(officeConfig(dataFolder, { store }))
    expect(isYearKnown(2027)).toBe(true)
    await again.close()
  })

  test('[RELAY-351] a year that came from elsewhere is known as soon as the ledger is looked at', async () => {
    accepted(await publish(OPERATOR, inventedYear(2027)))
    await stage.office.tail.look()
    await expect.poll(() => isYearKnown(2027)).toBe(true)
  })

  test('[RELAY-353] everybody’s feed has it, and nothing of who may see what else changes', async () => {
    accepted(await publish(OPERATOR, inventedYear(2027)))
    for (const who of ['luqinghe', 'hejing', 'zhoumin', OPERATOR]) {
      const { body } = accepted(await (await stage.as(who)).get('/api/feed'))
      const facts = typeof body === 'object' && body !== null && 'facts' in body ? (body.facts as object[]) : []
      expect(
        facts.filter((fact) => isCalendarFact(fact as Parameters<typeof isCalendarFact>[0])),
        who,
      ).toHaveLength(1)
    }
  })

  test('[RELAY-354] the report on the machine says through which year the calendar is known', async () => {
    const through = async () => (await (await stage.as(OPERATOR)).get('/api/operator/health')).body
    expect(await through()).toMatchObject({ calendarThrough: 2026 })
    accepted(await publish(OPERATOR, inventedYear(2027)))
    expect(await through()).toMatchObject({ calendarThrough: 2027 })
  })
})
