/**
 * Everybody at every door: each role at each place, each route of the app, asked about one person's things and about things that are not there. Who
 * is answered is generated from the access tables. Who has no part in them gets one answer for both, to the last byte, and it names nobody; who has
 * one is written into the person's diary. A route that nobody put into the table fails the test.
 */
import { ROLES } from '@yejibu/shared/account/actor'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { DIARY_WHATS, type DiaryEntry, diarySchema } from '@yejibu/shared/wire/diary'
import { feedPageSchema } from '@yejibu/shared/wire/feed'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accepted, type CaseStage } from './testing/case-stage.ts'
import { liveFeed } from './testing/live-feed.ts'
import { SECRETS } from './testing/matrix/door.ts'
import { doorsOf, ELSEWHERE_TRIED } from './testing/matrix/doors.ts'
import { knocking, openMatrix, printedBatch } from './testing/matrix/matrix-stage.ts'
import { ELSEWHERE, EVERYBODY, HR, OPERATOR, OWNER, PANEL } from './testing/matrix/people.ts'

let batch = 'unset'
let on: CaseStage

beforeAll(async () => {
  on = await openMatrix()
  batch = await printedBatch(on)
})
afterAll(() => on.close())

const ROUTES = Object.keys(doorsOf('unset'))

const diary = async (): Promise<readonly DiaryEntry[]> =>
  diarySchema.parse(accepted(await (await on.stage.as(OWNER)).get('/api/diary')).body).entries

/** How often whom, in which role, to what. */
const lines = async (): Promise<Readonly<Record<string, number>>> => {
  const lines: Record<string, number> = {}
  for (const { name, what, role, times } of await diary()) {
    const line = `${name} ${role} ${what}`
    lines[line] = (lines[line] ?? 0) + times
  }
  return lines
}

/** What the diary calls her. */
const nameAndRole = async (who: string): Promise<string> => {
  const { directory } = on.stage.office
  const id = accountIdSchema.parse(who)
  const held = await directory.membershipsOf(id)
  const role = PANEL.includes(who) ? 'expert' : held.find((one) => one.role !== 'applicant')?.role
  return `${(await directory.person(id))?.name} ${role}`
}

describe('every route', () => {
  test('[RELAY-202] every role is asked, and every route of the app stands in the table or is named as tried elsewhere', () => {
    expect(ROLES.filter((role) => ELSEWHERE.every(([one]) => one !== role))).toEqual(['operator'])
    const registered = on.stage.app.routes.filter(({ method }) => method !== 'ALL')
    const routes = new Set(registered.map(({ method, path }) => `${method} ${path}`))
    const known = new Set([...ROUTES, ...Object.keys(ELSEWHERE_TRIED)])
    expect([...routes].filter((route) => !known.has(route))).toEqual([])
    expect([...known].filter((route) => !routes.has(route))).toEqual([])
  })

  const read = ROUTES.filter((route) => route.startsWith('GET'))
  test.each(read)(
    '[RELAY-202] [RELAY-280] who has a part in it is answered, and the diary then says who, in which role and what: %s',
    async (route) => {
      for (const door of doorsOf(batch)[route] ?? []) {
        for (const who of door.readers.filter((one) => door.tried?.includes(one) ?? true)) {
          const before = await lines()
          const { status } = await (await knocking(on, who))(route, door, 'real')
          if (!door.isMaybe) expect([who, door.real, status]).toEqual([who, door.real, 200])
          const after = await lines()
          const news = Object.keys(after).filter((line) => (after[line] ?? 0) > (before[line] ?? 0))
          const isNoted = typeof door.diary === 'string' && status === 200 && who !== OWNER
          const wanted = isNoted ? [`${await nameAndRole(who)} ${door.diary}`] : []
          expect([who, door.real, news]).toEqual([who, door.real, wanted])
        }
      }
    },
  )

  test('[RELAY-280] something of each kind that the diary knows was seen at some door', async () => {
    const seen = new Set((await diary()).map(({ what }) => what))
    expect(DIARY_WHATS.filter((what) => !seen.has(what))).toEqual(['archive'])
  })

  test.each(EVERYBODY)(
    '[RELAY-202] [RELAY-281] what %s has no part in is to her as what is not there, to the last byte, in answers, lists, counts, search, files and errors, and no name is in them',
    async (who) => {
      const knock = await knocking(on, who)
      const noted = await diary()
      const differs: string[] = []
      let asked = 0
      for (const [route, doors] of Object.entries(doorsOf(batch))) {
        for (const door of doors.filter(({ readers }) => !readers.includes(who))) {
          const real = await knock(route, door, 'real')
          asked++
          const says = SECRETS.filter((secret) => `${real.headers}${real.text}`.includes(secret))
          const known = door.showsNames?.includes(who) ? ['许明川'] : []
          if (says.join() !== known.join()) differs.push(`${route} ${door.real} says ${says}`)
          if (real.status >= 500 || real.status === 429) differs.push(`${door.real} ${real.status}`)
          if (door.absent === undefined) continue
          if (real.status < 400 && !door.isOpen) differs.push(`${door.real} ${real.status}`)
          const told = [real, await knock(route, door, 'absent')]
          // What a browser asks before it asks: what is there may show in a length, a type or a 304.
          if (route.startsWith('GET')) told.push(await knock(route, door, 'real', 'HEAD'))
          if (route.startsWith('GET')) told.push(await knock(route, door, 'absent', 'HEAD'))
          const [a, b, c, d] = told.map((one) => JSON.stringify(one))
          if (a !== b || c !== d) differs.push(`${route} ${door.real}: ${a} / ${b} / ${c} / ${d}`)
        }
      }
      expect(differs).toEqual([])
      expect(asked).toBeGreaterThan(30)
      expect(await diary()).toEqual(noted)
    },
  )
})

describe('the live feed', () => {
  test.each(EVERYBODY)(
    '[RELAY-202] [RELAY-280] tells %s no more than the feed’s pages, and the diary that she got what was sent',
    async (who) => {
      const visitor = await on.stage.as(who)
      const page = feedPageSchema.parse(accepted(await visitor.get('/api/feed?after=0')).body)
      expect(page.more).toBe(false)
      const line = `${await nameAndRole(who)} copy`
      const before = (await lines())[line]
      const live = await liveFeed(visitor, 'after=0')
      const told: string[] = []
      const read = async (most: number) => {
        while (told.length < most) {
          const event = await live.next()
          if (event === 'end') return
          told.push(event.data)
        }
      }
      await read(page.facts.length)
      // Her session ends: the stream tells what it still had, and ends.
      await visitor.ask('DELETE', '/api/session')
      await read(Number.POSITIVE_INFINITY)
      expect(told).toEqual(page.facts.map((fact) => JSON.stringify(fact)))
      const says = SECRETS.filter((secret) => told.join().includes(secret))
      if (who === OPERATOR) expect(says).toEqual(['许明川'])
      else expect(says.length > 0).toBe([OWNER, ...HR].includes(who))
      expect((await lines())[line] !== before).toBe(HR.includes(who))
    },
  )
})
