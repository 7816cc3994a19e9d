/**
 * The published plans, asked of the relay and kept in this browser, so that they are there without it.
 *
 * Always true: every version that was ever seen here is kept, because a draft or a submission names the one it was made for;
 * `current` are the newest ones of the last answer; an older one that was never seen here is asked for when something names it. The clock is the relay's as far as it told it, else this device's.
 */
import type { PlanId } from '@yejibu/shared/kernel/ids'
import { type Plan, planSchema } from '@yejibu/shared/plan/plan'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import * as z from 'zod/mini'
import { type Api, type ApiRefusal, isPassing } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'

export interface Plans {
  /** Newest versions; null when none was ever fetched here, undefined until this browser's copy has been read. */
  readonly current: Accessor<readonly Plan[] | null | undefined>
  /** The version that an application names, or undefined as long as it was never seen here. */
  version(plan: PlanId, version: number): Plan | undefined
  latest(plan: PlanId): Plan | undefined
  /** Why the last request got no answer; null when it did or is under way. */
  readonly refusal: Accessor<ApiRefusal | null>
  readonly now: Accessor<Date>
  refresh(): Promise<void>
}

export interface PlansOptions {
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly api: Pick<Api, 'call'>
  readonly clock?: () => Date
}

/** `now`: the relay's clock, ISO 8601. */
export const plansSchema = z.object({ plans: z.array(planSchema), now: z.optional(z.string()) })

const versionSchema = z.object({ plan: planSchema })

const keptSchema = z.object({
  current: z.array(planSchema),
  seen: z.array(planSchema),
  /** How far the relay's clock is ahead of this device's, in milliseconds. */
  ahead: z.number(),
})
type Kept = z.output<typeof keptSchema>

const KEY = 'plans'
const TICK_MS = 30_000

/** Owned by the page that asks: it asks the relay at once, and while there was no answer again and again. */
export function createPlans({ database, api, ...given }: PlansOptions): Plans {
  const clock = given.clock ?? (() => new Date())
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const [tick, setTick] = createSignal(clock())
  /** A version does not change: read again it is the same object, so that nothing that is built from it is built anew. */
  const known = new Map<string, Plan>()
  const asKnown = (plan: Plan): Plan => {
    const key = `${plan.id} ${plan.version}`
    const before = known.get(key)
    if (before && JSON.stringify(before) === JSON.stringify(plan)) return before
    known.set(key, plan)
    return plan
  }
  const kept = makeQuerySignal<Kept | null | undefined>(async () => {
    const value = await read(database)
    return value && { ...value, current: value.current.map(asKnown), seen: value.seen.map(asKnown) }
  }, undefined)
  const timer = setInterval(() => {
    setTick(clock())
    if (refusal() !== null) again()
  }, TICK_MS)
  const again = (): void => {
    refresh().catch(failed)
  }
  globalThis.addEventListener?.('online', again)
  onCleanup(() => {
    kept.stop()
    clearInterval(timer)
    globalThis.removeEventListener?.('online', again)
  })

  /** Versions that something here names and this browser does not have. */
  const missing = new Map<string, 'asked' | 'to ask'>()
  let writing: Promise<unknown> = Promise.resolve()
  /** One after another: both answers are put into the same place. */
  const keep = (change: (before: Kept | null) => Kept | null): Promise<unknown> => {
    writing = writing
      .catch(() => undefined)
      .then(async () => {
        const value = change(await read(database))
        if (value) await database.settings.put({ key: KEY, value })
      })
    return writing
  }
  const fetchVersion = async (path: string): Promise<void> => {
    missing.set(path, 'asked')
    const answer = await api.call('GET', path, versionSchema)
    if (!answer.ok) {
      if (isPassing(answer.refusal)) {
        missing.set(path, 'to ask')
        setRefusal(answer.refusal)
      }
      return
    }
    await keep((before) => before && { ...before, seen: [...before.seen, answer.value.plan] })
  }
  const refresh = async (): Promise<void> => {
    const answer = await api.call('GET', '/api/plans', plansSchema)
    if (!answer.ok) {
      setRefusal(answer.refusal)
      return
    }
    const { plans, now } = answer.value
    const told = now === undefined ? Number.NaN : Date.parse(now)
    const ahead = Number.isNaN(told) ? 0 : told - clock().getTime()
    await keep((before) => {
      const older = (before?.seen ?? []).filter((old) =>
        plans.every((plan) => plan.id !== old.id || plan.version !== old.version),
      )
      return { current: plans, seen: [...older, ...plans], ahead }
    })
    setRefusal(null)
    for (const [path, state] of missing) if (state === 'to ask') await fetchVersion(path)
  }
  const failed = (): void => {
    setRefusal({ kind: 'unexpected', reference: 'browser-store' })
  }
  again()

  return {
    current: () => {
      const value = kept.value()
      return value === null ? null : value?.current
    },
    version(plan, version) {
      const known = kept.value()
      const found = known?.seen.find((one) => one.id === plan && one.version === version)
      const path = `/api/plans/${plan}/${version}`
      if (known && !found && version > 0 && !missing.has(path)) fetchVersion(path).catch(failed)
      return found
    },
    latest: (plan) => kept.value()?.current.find((one) => one.id === plan),
    refusal,
    now: () => new Date(tick().getTime() + (kept.value()?.ahead ?? 0)),
    refresh: () => refresh().catch(failed),
  }
}

/** What an older version of this page kept in another shape is fetched again. */
async function read(database: PlansOptions['database']): Promise<Kept | null> {
  const parsed = keptSchema.safeParse((await database.settings.get(KEY))?.value)
  return parsed.success ? parsed.data : null
}
