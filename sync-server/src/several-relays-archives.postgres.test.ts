/** Batches of forms at several relays that share a store of files: printed at one, handed out at each, and gone from all of them. */
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { officerAt } from '@yejibu/shared/testing/case-history'
import { diarySchema } from '@yejibu/shared/wire/diary'
import { batchesSchema } from '@yejibu/shared/wire/forms'
import { describe, expect, test } from 'vitest'
import { TAKEN_OVER } from './forms/batches.ts'
import { archiveOf } from './forms/shared-archives.contract.ts'
import {
  aMinuteLater,
  archivesIn,
  asked,
  fileAt,
  leftAt,
  OFFICE,
  OFFICER,
  pathOf,
  printed,
  refusalAt,
} from './forms/testing/archives-at-relays.ts'
import { relaysWithArchives } from './forms/testing/relays-with-archives.ts'
import { examineOffice } from './operations/doctor/examine-office.ts'
import { PATIENCE_MS } from './operations/testing/sample-folder.ts'
import { openFormBatches } from './store/sql/form-batch-store.ts'
import { accepted, CASE_PLAN } from './testing/case-stage.ts'
import { atEach } from './testing/relays-beside.ts'
import { OUR_ORIGIN, type Visitor } from './testing/stage.ts'

const DAY = 86_400_000
/** Who has nothing to do with what an office prints: the person herself, her HR, an officer elsewhere. */
const OTHERS = ['xumingchuan', 'zhoumin', officerAt('DEPT_M').accountId]

const at = relaysWithArchives()

describe('a printed archive', () => {
  test('[RELAY-370] is fetched byte for byte at every relay, with its line in the diary, and lies apart from evidence', async () => {
    const [one, two] = [await at.beside.relay(at.on.stage), await at.beside.relay(at.on.stage)]
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    const id = await printed(first, one)
    const original = await fileAt(first, id)
    expect(original.pages).toHaveLength(3)
    // What may lie there under its name from an earlier life of that relay is not it.
    await mkdir(join(two.config.dataFolder, 'batches'))
    await writeFile(join(two.config.dataFolder, 'batches', `${id}.zip`), archiveOf(original.length).bytes)
    const both = await Promise.all([fileAt(second, id), fileAt(second, id)])
    for (const fetched of both) expect(fetched).toEqual(original)
    expect(original.said).toBe(`${original.length}`)
    // From then on it is at hand, and the store is not asked.
    expect(await leftAt(two)).toEqual([`${id}.zip`])
    const entries = diarySchema.parse((await (await at.on.stage.as('xumingchuan')).get('/api/diary')).body).entries
    expect(entries).toMatchObject([{ what: 'export', org: 'MID_OFFICE 办公室', times: 3 }])
    expect(await archivesIn(at.beside.s3).get(id)).toHaveLength(original.length)
    expect((await examineOffice(two)).findings).toEqual([])
  })

  test('[RELAY-371] is shown to nobody else at either relay, wherever it lies', async () => {
    const [one, two] = [await at.beside.relay(at.on.stage), await at.beside.relay(at.on.stage)]
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    const id = await printed(first, one)
    const refused = async () => {
      for (const who of OTHERS) {
        for (const visitor of await atEach([one, two], at.on.stage, who)) {
          const nothing = await visitor.get(`${pathOf('none')}/file`)
          for (const answer of [
            await visitor.get(pathOf(id)),
            await visitor.get(`${pathOf(id)}/file`),
            await visitor.ask('DELETE', pathOf(id)),
          ])
            expect([answer.status, answer.body], who).toEqual([404, nothing.body])
          expect(batchesSchema.parse((await visitor.get('/api/forms/batches')).body).batches).toEqual([])
        }
      }
    }
    await refused()
    expect(await leftAt(two)).toEqual([])
    expect((await fileAt(second, id)).status).toBe(200)
    await refused()
    expect((await fileAt(first, id)).status).toBe(200)
  })

  test('[RELAY-372] that was cancelled is nowhere any more, at whichever relay it was cancelled', async () => {
    const [one, two] = [await at.beside.relay(at.on.stage), await at.beside.relay(at.on.stage)]
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    for (const canceller of [first, second]) {
      const id = await printed(first, one)
      expect((await fileAt(second, id)).status).toBe(200)
      expect(await archivesIn(at.beside.s3).get(id)).not.toBeNull()
      expect(accepted(await canceller.ask('DELETE', pathOf(id))).body).toMatchObject({ state: 'cancelled' })
      for (const visitor of [first, second]) expect((await fileAt(visitor, id)).status).toBe(404)
      await aMinuteLater(one, two)
      expect(await archivesIn(at.beside.s3).get(id)).toBeNull()
      expect([await leftAt(one), await leftAt(two)]).toEqual([[], []])
    }
  })

  test('[RELAY-372] that was cancelled at another relay while it was brought to the store is withdrawn by who brought it', async () => {
    const [one, two] = [
      await at.beside.relay(at.on.stage, { evidence: at.door.address }),
      await at.beside.relay(at.on.stage),
    ]
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    const heard = at.door.hold()
    const id = await asked(first)
    await heard
    accepted(await second.ask('DELETE', pathOf(id)))
    await at.door.open()
    await one.forms.batches.settled()
    await aMinuteLater(one, two)
    expect(await archivesIn(at.beside.s3).get(id)).toBeNull()
    expect(await openFormBatches(two.store).byId(id)).toMatchObject({ state: 'cancelled', shared: 'no' })
    expect([await leftAt(one), await leftAt(two)]).toEqual([[], []])
  })

  test('[RELAY-372] whose seven days are over is read by nobody at once, and is nowhere a minute later', async () => {
    const [one, two] = [await at.beside.relay(at.on.stage), await at.beside.relay(at.on.stage)]
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    const id = await printed(first, one)
    expect((await fileAt(second, id)).status).toBe(200)
    at.on.stage.pass(7 * DAY + 1)
    const [later, elsewhere] = (await at.officers(one, two)) as [Visitor, Visitor]
    for (const visitor of [later, elsewhere]) {
      expect((await fileAt(visitor, id)).status).toBe(404)
      expect((await visitor.get(pathOf(id))).status).toBe(404)
      expect(batchesSchema.parse((await visitor.get('/api/forms/batches')).body).batches).toEqual([])
    }
    await aMinuteLater(two, one)
    expect(await archivesIn(at.beside.s3).get(id)).toBeNull()
    expect([await leftAt(one), await leftAt(two)]).toEqual([[], []])
    expect(await openFormBatches(one.store).byId(id)).toBeNull()
  })

  test(
    '[RELAY-373] of a relay that was killed half way is printed whole by another, fetched at a third and at the one that was killed',
    async () => {
      // The other process has the time of day.
      at.on.stage.clock.at = Date.now()
      const [two, three] = [await at.beside.relay(at.on.stage), await at.beside.relay(at.on.stage)]
      const id = 'batch-of-many'
      const store = openFormBatches(two.store)
      const printedOn = '2026-06-01'
      await store.add({
        ...{ id, account: OFFICER, org: OFFICE, plan: CASE_PLAN.id, origin: OUR_ORIGIN, printedOn },
        ...{ applications: Array.from({ length: 12 }, () => at.on.application), state: 'running', done: 0 },
        ...{ bytes: null, sha256: null, people: null, shared: 'no' },
        askedAt: at.on.stage.clock.at - TAKEN_OVER,
      })
      const folder = at.beside.newFolder()
      const doomed = await at.beside.doomed(at.on.stage, folder)
      while (((await store.byId(id))?.done ?? 0) < 2);
      doomed.process.kill('SIGKILL')
      await doomed.ended
      expect(await store.byId(id)).toMatchObject({ state: 'running' })
      // The database lets go of the dead one's place as soon as it notices.
      while ((await store.byId(id))?.state === 'running') await aMinuteLater(two)
      const again = await at.beside.relay(at.on.stage, { folder })
      expect(await leftAt(again)).toContain(id)
      const visitors = await at.officers(two, three, again)
      const [original, ...others] = await Promise.all(visitors.map((visitor) => fileAt(visitor, id)))
      // Everybody's form, and the roster twice.
      expect(original?.pages).toHaveLength(14)
      for (const fetched of others) expect(fetched).toEqual(original)
      await aMinuteLater(again)
      expect(await leftAt(again)).toEqual([`${id}.zip`])
    },
    PATIENCE_MS,
  )
})

test('[RELAY-375] without a shared store the relay that did not print says where the archive lies, and to nobody else that there is one', async () => {
  const [one, two] = [
    await at.beside.relay(at.on.stage, { evidence: null }),
    await at.beside.relay(at.on.stage, { evidence: null }),
  ]
  const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
  const id = await printed(first, one)
  expect(await refusalAt(second, id)).toEqual([409, 'archive-elsewhere'])
  expect((await fileAt(first, id)).status).toBe(200)
  for (const who of OTHERS) {
    for (const visitor of await atEach([one, two], at.on.stage, who))
      expect((await visitor.get(`${pathOf(id)}/file`)).status).toBe(404)
  }
  // Printed once more at the relay that was asked, it is there.
  const anew = await printed(second, two)
  expect((await fileAt(second, anew)).status).toBe(200)
  expect(readFileSync(join(two.config.dataFolder, 'batches', `${anew}.zip`)).length).toBeGreaterThan(0)
})
