import { describe, expect, test } from 'vitest'
import { archiveOf } from './forms/shared-archives.contract.ts'
import {
  aMinuteLater,
  archivesIn,
  asked,
  fileAt,
  leftAt,
  pathOf,
  printed,
  refusalAt,
} from './forms/testing/archives-at-relays.ts'
import { relaysWithArchives } from './forms/testing/relays-with-archives.ts'
import { openFormBatches } from './store/sql/form-batch-store.ts'
import { accepted } from './testing/case-stage.ts'
import type { Visitor } from './testing/stage.ts'

const DAY = 86_400_000

const at = relaysWithArchives()

describe('a store that refuses', () => {
  test('[RELAY-374] takes no batch away: its relay hands it out, the others say that it is on its way, and it is brought when it can be', async () => {
    const one = await at.beside.relay(at.on.stage, { evidence: at.door.address })
    const two = await at.beside.relay(at.on.stage)
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    await at.door.shut()
    const id = await printed(first, one)
    expect((await first.get(pathOf(id))).body).toMatchObject({ state: 'ready', done: 1 })
    const original = await fileAt(first, id)
    expect(original.status).toBe(200)
    expect(await refusalAt(second, id)).toEqual([409, 'archive-on-its-way'])
    await aMinuteLater(one, two)
    expect((await fileAt(second, id)).status).toBe(409)
    const operator = await at.on.stage.as('zhouhang')
    expect((await operator.get('/api/operator/health')).body).toMatchObject({ unshared: 1 })
    await at.door.open()
    await aMinuteLater(two, one)
    expect(await fileAt(second, id)).toEqual(original)
    expect((await operator.get('/api/operator/health')).body).toMatchObject({ unshared: 0 })
  })

  test('[RELAY-374] is named to who asks at another relay, which hands the archive out once the store is back', async () => {
    const one = await at.beside.relay(at.on.stage)
    const two = await at.beside.relay(at.on.stage, { evidence: at.door.address })
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    const id = await printed(first, one)
    await at.door.shut()
    expect(await refusalAt(second, id)).toEqual([503, 'archive-store-refuses'])
    expect((await fileAt(first, id)).status).toBe(200)
    await at.door.open()
    expect(await fileAt(second, id)).toEqual(await fileAt(first, id))
  })

  test('[RELAY-374] keeps nothing for good: what was cancelled or is over meanwhile is removed when it is back', async () => {
    const one = await at.beside.relay(at.on.stage, { evidence: at.door.address })
    const [first] = (await at.officers(one)) as [Visitor]
    const [over, cancelled] = [await printed(first, one), await printed(first, one)]
    await at.door.shut()
    accepted(await first.ask('DELETE', pathOf(cancelled)))
    await one.forms.batches.settled()
    at.on.stage.pass(7 * DAY + 1)
    const [later] = (await at.officers(one)) as [Visitor]
    for (const id of [over, cancelled]) expect((await fileAt(later, id)).status).toBe(404)
    await aMinuteLater(one)
    expect(await leftAt(one)).toEqual([])
    for (const id of [over, cancelled]) expect(await archivesIn(at.beside.s3).get(id)).not.toBeNull()
    await at.door.open()
    await aMinuteLater(one)
    for (const id of [over, cancelled]) expect(await archivesIn(at.beside.s3).get(id)).toBeNull()
    const store = openFormBatches(one.store)
    expect([await store.byId(over), await store.byId(cancelled)]).toEqual([null, null])
  })

  test('[RELAY-374] with other bytes hands out nothing, and is brought the right ones by the relay that has them', async () => {
    const [one, two] = [await at.beside.relay(at.on.stage), await at.beside.relay(at.on.stage)]
    const [first, second] = (await at.officers(one, two)) as [Visitor, Visitor]
    const id = await printed(first, one)
    const original = await fileAt(first, id)
    const wrong = archiveOf(original.length)
    await archivesIn(at.beside.s3).put(id, wrong.sha256, wrong.bytes)
    expect(await refusalAt(second, id)).toEqual([409, 'archive-on-its-way'])
    await aMinuteLater(one)
    expect(await fileAt(second, id)).toEqual(original)
  })

  test('[RELAY-374] and does not answer holds no relay back from stopping, and the batch goes on with the next start', async () => {
    const folder = at.beside.newFolder()
    const one = await at.beside.relay(at.on.stage, { evidence: at.door.address, folder })
    const [first] = (await at.officers(one)) as [Visitor]
    const heard = at.door.hold()
    const id = await asked(first)
    await heard
    await one.forms.close()
    expect(await openFormBatches(one.store).byId(id)).toMatchObject({ state: 'running', done: 1 })
    const [again, two] = [await at.beside.relay(at.on.stage, { folder }), await at.beside.relay(at.on.stage)]
    await aMinuteLater(again)
    const [visitor, other] = (await at.officers(again, two)) as [Visitor, Visitor]
    expect((await fileAt(visitor, id)).status).toBe(200)
    expect(await fileAt(other, id)).toEqual(await fileAt(visitor, id))
  })
})
