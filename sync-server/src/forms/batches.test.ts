import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId, ApplicationId } from '@yejibu/shared/kernel/ids'
import { orgFor } from '@yejibu/shared/testing/case-history'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../office.ts'
import { openFormBatches } from '../store/sql/form-batch-store.ts'
import { CASE_PLAN, CaseStage } from '../testing/case-stage.ts'
import { openBatches, TAKEN_OVER } from './batches.ts'
import type { PdfPress } from './pdf-press.ts'

const ORG = orgFor('MID_OFFICE')
const ACCOUNT = 'clerk' as AccountId

let on: CaseStage
let folder: string

beforeEach(async () => {
  on = await CaseStage.open()
  folder = await mkdtemp(join(tmpdir(), 'yejibu-batches-'))
  await on.submit()
  await on.walkTo('form-delivered')
})
afterEach(async () => {
  await on.close()
  await rm(folder, { recursive: true, force: true })
})

/** The real press, told when each form is about to be drawn. */
function watched(
  press: PdfPress,
  before: (form: number) => Promise<void>,
): PdfPress & { readonly drawn: () => number } {
  let drawn = 0
  return {
    print: async (print) => {
      drawn += 1
      await before(drawn - 1)
      return press.print(print)
    },
    sheet: (rows) => press.sheet(rows),
    close: async () => {},
    drawn: () => drawn,
  }
}

function batchesOf(
  office: Office,
  press: PdfPress,
  failed: (error: unknown, id: string | null) => void = () => {},
  at = folder,
) {
  return openBatches({
    store: openFormBatches(office.store),
    subjects: office.forms.subjects,
    press,
    folder: at,
    shared: null,
    alone: office.store.unlessUnderWay,
    now: () => office.config.now(),
    randomBytes: (count) => office.config.randomBytes(count),
    failed,
    refusedBy: () => {},
  })
}

/** A batch of the same person several times: what is counted is files. */
async function threeTimes(office: Office): Promise<string> {
  const application = on.application as ApplicationId
  const id = 'batch-of-three'
  await openFormBatches(office.store).add({
    id,
    account: ACCOUNT,
    org: ORG,
    plan: CASE_PLAN.id,
    origin: 'https://titles.example.gov.cn',
    printedOn: '2022-06-01',
    applications: [application, application, application],
    state: 'running',
    done: 0,
    bytes: null,
    sha256: null,
    people: null,
    shared: 'no',
    askedAt: office.config.now().getTime() - TAKEN_OVER,
  })
  return id
}

describe('a batch of forms', () => {
  test('[RELAY-119] goes on after a restart from what is on disk, and draws nothing twice', async () => {
    const { office } = on.stage
    const id = await threeTimes(office)
    let stop = () => {}
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    // The relay ends while the second form is drawn.
    const ending = watched(office.forms.press, async (form) => {
      if (form !== 1) return
      stop()
      throw new Error('the relay is closing')
    })
    const first = batchesOf(office, ending)
    first.resume()
    await stopped
    await first.close()
    expect((await first.byId(id))?.done).toBe(1)
    expect((await first.byId(id))?.state).toBe('running')
    expect(await readdir(join(folder, id))).toHaveLength(1)

    const config = office.config
    await office.close()
    const again = await openOffice(config)
    const press = watched(again.forms.press, async () => {})
    const second = batchesOf(again, press)
    second.resume()
    await second.settled()
    expect(await second.byId(id)).toMatchObject({ state: 'ready', done: 3 })
    // Two people were left, and the roster.
    expect(press.drawn()).toBe(3)
    expect((await readdir(folder)).sort()).toEqual([`${id}.zip`])
    await again.close()
  })

  test('[RELAY-118] stops between two forms when it is cancelled, and its papers are removed', async () => {
    const { office } = on.stage
    const id = await threeTimes(office)
    let cancelled: Promise<void> = Promise.resolve()
    const press = watched(office.forms.press, async (form) => {
      if (form === 1) cancelled = batches.cancel(id)
    })
    const batches = batchesOf(office, press)
    batches.resume()
    await batches.settled()
    await cancelled
    expect(press.drawn()).toBe(2)
    expect(await batches.byId(id)).toMatchObject({ state: 'cancelled' })
    expect(await readdir(folder)).toEqual([])
  })

  test('[RELAY-118] a form that cannot be drawn ends its batch as failed, and the next one is printed', async () => {
    const { office } = on.stage
    const id = await threeTimes(office)
    const errors: unknown[] = []
    const press = watched(office.forms.press, async (form) => {
      if (form === 1) throw new Error('no such font')
    })
    const batches = batchesOf(office, press, (error) => errors.push(error))
    const next = await batches.ask({
      plan: CASE_PLAN.id,
      org: ORG,
      account: ACCOUNT,
      origin: 'https://titles.example.gov.cn',
    })
    await batches.settled()
    expect(errors).toHaveLength(1)
    expect(await batches.byId(id)).toMatchObject({ state: 'failed' })
    expect(await batches.byId(next?.id ?? '')).toMatchObject({ state: 'ready' })
  })

  test('[RELAY-119] a round that the tables refuse is told and ends nothing; the relay goes on', async () => {
    const { office } = on.stage
    const gone = await openOffice(office.config)
    const told: unknown[] = []
    const batches = batchesOf(gone, office.forms.press, (_, id) => told.push(id))
    await gone.close()
    batches.resume()
    await batches.settled()
    batches.resume()
    await batches.close()
    // Printing and tidying, once each; a relay that is closing says nothing.
    expect(told).toEqual([null, null])
  })

  test('[RELAY-117] is kept for a week, because its papers hold personal data', async () => {
    const { office } = on.stage
    const batches = batchesOf(office, office.forms.press)
    const asked = { plan: CASE_PLAN.id, org: ORG, account: ACCOUNT, origin: 'https://titles.example.gov.cn' }
    const first = await batches.ask(asked)
    await batches.settled()
    expect(await batches.fileOf(first?.id ?? '')).toMatchObject({ ok: true })
    on.stage.pass(8 * 24 * 3_600_000)
    await batches.ask(asked)
    expect(await batches.byId(first?.id ?? '')).toBeNull()
    expect(await readdir(folder)).not.toContain(`${first?.id}.zip`)
    await batches.close()
  })
})
