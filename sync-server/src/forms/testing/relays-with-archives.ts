/**
 * What tests of printed archives at several relays begin with: a case whose form is due, relays beside each other, and a door to their store of files that can be
 * shut.
 */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Office } from '../../office.ts'
import { accepted, type CaseStage } from '../../testing/case-stage.ts'
import { atEach, RelaysBeside } from '../../testing/relays-beside.ts'
import { type Door, doorTo } from '../../testing/servers/door.ts'
import type { Visitor } from '../../testing/stage.ts'
import { OFFICER } from './archives-at-relays.ts'

export interface RelaysWithArchives {
  readonly beside: RelaysBeside
  /** To their store of files; open when a test begins. */
  readonly door: Door
  /** Anew for each test. */
  readonly on: CaseStage
  /** The officer who prints, at each of these. */
  officers(...relays: readonly Office[]): Promise<readonly Visitor[]>
}

/** Asked for once in a file, outside its tests; what it answers is there while one runs. */
export function relaysWithArchives(): RelaysWithArchives {
  let [beside, door, on]: [RelaysBeside?, Door?, CaseStage?] = []
  beforeAll(async () => {
    beside = await RelaysBeside.open()
    door = await doorTo(beside.s3.address)
  })
  afterAll(async () => {
    await door?.shut()
    await beside?.close()
  })
  beforeEach(async () => {
    on = await beside?.caseStage()
    if (!on) return
    accepted(await on.submit())
    await on.walkTo('form-delivered')
    await door?.open()
  })
  afterEach(() => beside?.closeOffices())
  return {
    get beside() {
      return there(beside)
    },
    get door() {
      return there(door)
    },
    get on() {
      return there(on)
    },
    officers: (...relays) => atEach(relays, there(on).stage, OFFICER),
  }
}

function there<T>(made: T | undefined): T {
  if (made === undefined) throw new Error('it is there while a test runs')
  return made
}
