/**
 * What the offices of this person have published, every version of it, asked of the relay and kept in this browser, and the two things that are
 * asked of the relay about a plan. Publishing is decided by the relay at once and never queued: who publishes wants to know that it is out.
 */

import type { CommandId, PlanId } from '@yejibu/shared/kernel/ids'
import { type Plan, planSchema } from '@yejibu/shared/plan/plan'
import type { Json } from '@yejibu/shared/plan/plan-drafts-doc'
import type { PublishedPlan } from '@yejibu/shared/plan/plan-facts'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import * as z from 'zod/mini'
import type { Api, ApiRefusal, ApiResult } from '../../platform/api.ts'
import type { AccountDatabase } from '../../platform/database.ts'
import { newId } from '../../platform/new-id.ts'
import { makeQuerySignal } from '../../platform/query-signal.ts'

export interface OfficePlans {
  /** Null when nothing was ever fetched here, undefined until this browser's copy has been read. */
  readonly all: Accessor<readonly PublishedPlan[] | null | undefined>
  of(plan: PlanId): PublishedPlan | undefined
  readonly refusal: Accessor<ApiRefusal | null>
  /** By the relay's clock as far as it told it. */
  readonly now: Accessor<Date>
  refresh(): Promise<void>
  publish(plan: PlanId, content: Json): Promise<ApiResult<unknown>>
  withdraw(plan: PlanId, reason: string): Promise<ApiResult<unknown>>
}

const publishedSchema = z.object({ versions: z.array(planSchema), isWithdrawn: z.boolean() })
const answerSchema = z.object({ plans: z.array(publishedSchema), now: z.string() })
const keptSchema = z.object({ plans: z.array(publishedSchema), ahead: z.number() })
const doneSchema = z.looseObject({})

const KEY = 'office-plans'

export interface OfficePlansOptions {
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly api: Pick<Api, 'call'>
}

/** Owned by the page that asks. */
export function createOfficePlans({ database, api }: OfficePlansOptions): OfficePlans {
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const kept = makeQuerySignal(() => read(database), undefined)
  const again = (): void => void refresh()
  globalThis.addEventListener?.('online', again)
  onCleanup(() => {
    kept.stop()
    globalThis.removeEventListener?.('online', again)
  })
  const refresh = async (): Promise<void> => {
    try {
      const answer = await api.call('GET', '/api/plans/office', answerSchema)
      if (!answer.ok) {
        setRefusal(answer.refusal)
        return
      }
      const { plans, now } = answer.value
      await database.settings.put({ key: KEY, value: { plans, ahead: Date.parse(now) - Date.now() } })
      setRefusal(null)
    } catch {
      setRefusal({ kind: 'unexpected', reference: 'browser-store' })
    }
  }
  const ask = async (kind: string, body: Readonly<Record<string, unknown>>): Promise<ApiResult<unknown>> => {
    const id: CommandId = newId()
    const answer = await api.call('POST', `/api/commands/${kind}`, doneSchema, {
      json: { id, expected: null, ...body },
    })
    await refresh()
    return answer
  }
  again()
  return {
    all: () => {
      const value = kept.value()
      return value === null ? null : value?.plans
    },
    of: (plan) => kept.value()?.plans.find(({ versions }) => versions.at(-1)?.id === plan),
    refusal,
    now: () => new Date(Date.now() + (kept.value()?.ahead ?? 0)),
    refresh,
    publish: (plan, content) => ask('publish-plan', { plan, content }),
    withdraw: (plan, reason) => ask('withdraw-plan', { plan, reason }),
  }
}

async function read(database: OfficePlansOptions['database']): Promise<z.output<typeof keptSchema> | null | undefined> {
  const parsed = keptSchema.safeParse((await database.settings.get(KEY))?.value)
  return parsed.success ? parsed.data : null
}

/** The version that is out now. */
export function newestOf(published: PublishedPlan | undefined): Plan | undefined {
  return published?.versions.at(-1)
}
