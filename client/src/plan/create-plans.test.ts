// @vitest-environment node
import 'fake-indexeddb/auto'
import type { AccountId, PlanId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE } from '@yejibu/shared/wire/problem'
import { createRoot } from 'solid-js'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createApi } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { createPlans, type Plans } from './create-plans.ts'

const FIRST = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const SECOND = { ...FIRST, version: 2, title: '第二版' }
const AWAY = () => Promise.reject(new TypeError('away'))
let accounts = 0

function notFound(): Response {
  const kind = 'not-found'
  return new Response(JSON.stringify({ type: PROBLEM_TYPE + kind, status: 404, refusal: { kind } }), {
    status: 404,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })
}

function freshDatabase() {
  accounts += 1
  const database = openAccountDatabase(`plans-${accounts}` as AccountId)
  onTestFinished(() => database.close())
  return database
}

function plansFrom(database: ReturnType<typeof freshDatabase>, relay: typeof fetch, clock?: () => Date): Plans {
  return createRoot((dispose) => {
    onTestFinished(dispose)
    return createPlans({ database, api: createApi({ fetch: relay }), ...(clock && { clock }) })
  })
}

describe('the plans of a browser', () => {
  it('[CLIENT-73] keeps what it fetched, older versions too, and shows it without the relay', async () => {
    const database = freshDatabase()
    const first = plansFrom(database, async () => Response.json({ plans: [FIRST] }))
    await vi.waitFor(() => expect(first.current()).toEqual([FIRST]))
    const second = plansFrom(database, async () => Response.json({ plans: [SECOND] }))
    await vi.waitFor(() => expect(second.latest(FIRST.id)).toEqual(SECOND))

    const offline = plansFrom(database, AWAY)
    await vi.waitFor(() => expect(offline.refusal()).toEqual({ kind: 'unreachable' }))
    await vi.waitFor(() => expect(offline.current()).toEqual([SECOND]))
    expect(offline.version(FIRST.id, 1)).toEqual(FIRST)
    expect(offline.version('another' as PlanId, 1)).toBe(undefined)
  })

  it('[CLIENT-73] a withdrawn plan is no longer offered and still names what was made for it', async () => {
    const database = freshDatabase()
    const before = plansFrom(database, async () => Response.json({ plans: [FIRST] }))
    await vi.waitFor(() => expect(before.current()).toEqual([FIRST]))
    const after = plansFrom(database, async () => Response.json({ plans: [] }))
    await vi.waitFor(() => expect(after.current()).toEqual([]))
    expect(after.latest(FIRST.id)).toBe(undefined)
    expect(after.version(FIRST.id, 1)).toEqual(FIRST)
  })

  it('[CLIENT-547] a version that is asked for again stays the same object, and what is shown of it stays as it is', async () => {
    const database = freshDatabase()
    let answers: readonly (typeof FIRST)[] = [FIRST]
    const plans = plansFrom(database, async () => Response.json({ plans: answers }))
    await vi.waitFor(() => expect(plans.current()).toEqual([FIRST]))
    const before = plans.latest(FIRST.id)
    answers = [FIRST, { ...FIRST, id: 'another' as PlanId }]
    await plans.refresh()
    await vi.waitFor(() => expect(plans.current()).toHaveLength(2))
    expect(plans.latest(FIRST.id)).toBe(before)
    expect(plans.version(FIRST.id, 1)).toBe(before)
  })

  it('[CLIENT-253] asks for a version that was never seen here, once, and keeps it', async () => {
    const database = freshDatabase()
    const asked: string[] = []
    let isAway = false
    const relay: typeof fetch = async (address) => {
      if (isAway) throw new TypeError('away')
      asked.push(String(address))
      if (String(address) === '/api/plans') return Response.json({ plans: [SECOND] })
      return String(address) === `/api/plans/${FIRST.id}/1` ? Response.json({ plan: FIRST }) : notFound()
    }
    const plans = plansFrom(database, relay)
    await vi.waitFor(() => expect(plans.current()).toEqual([SECOND]))
    isAway = true
    expect(plans.version(FIRST.id, 1)).toBe(undefined)
    await vi.waitFor(() => expect(plans.refusal()).toEqual({ kind: 'unreachable' }))
    isAway = false
    await plans.refresh()
    await vi.waitFor(() => expect(plans.version(FIRST.id, 1)).toEqual(FIRST))
    expect(plans.version(FIRST.id, 7)).toBe(undefined)
    expect(plans.version(FIRST.id, 7)).toBe(undefined)
    await plans.refresh()
    expect(asked.filter((path) => path !== '/api/plans')).toEqual([
      `/api/plans/${FIRST.id}/1`,
      `/api/plans/${FIRST.id}/7`,
    ])
    expect(plans.current()).toEqual([SECOND])

    const offline = plansFrom(database, AWAY)
    await vi.waitFor(() => expect(offline.version(FIRST.id, 1)).toEqual(FIRST))
  })

  it('[CLIENT-73] goes by the relay’s clock, and says when nothing was ever fetched', async () => {
    const device = () => new Date('2022-09-01T00:00:00Z')
    const relay = async () => Response.json({ plans: [], now: '2022-09-01T01:00:00.000Z' })
    const plans = plansFrom(freshDatabase(), relay, device)
    await vi.waitFor(() => expect(plans.now().toISOString()).toBe('2022-09-01T01:00:00.000Z'))

    const never = plansFrom(freshDatabase(), AWAY, device)
    await vi.waitFor(() => expect(never.current()).toBe(null))
    expect(never.now()).toEqual(device())
  })
})
