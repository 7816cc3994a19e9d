/** The numbers of one organisation, as the relay counted them last and as this browser keeps them. Counting reads every case anew, so it is asked for and not repeated. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { type StatisticsAnswer, statisticsSchema } from '@yejibu/shared/wire/statistics'
import { type Accessor, createSignal } from 'solid-js'
import type { Api, ApiRefusal } from '../../platform/api.ts'
import type { AccountDatabase } from '../../platform/database.ts'

export interface StatisticsState {
  /** Null until something was read, from the relay or from this browser. */
  readonly answer: Accessor<StatisticsAnswer | null>
  readonly trouble: Accessor<ApiRefusal | null>
  readonly isAsking: Accessor<boolean>
  refresh(): Promise<void>
}

export interface StatisticsParts {
  readonly api: Pick<Api, 'call'>
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly org: OrgId
}

/** Owned by the page that asks; it asks at once. */
export function createStatistics({ api, database, org }: StatisticsParts): StatisticsState {
  const [answer, setAnswer] = createSignal<StatisticsAnswer | null>(null)
  const [trouble, setTrouble] = createSignal<ApiRefusal | null>(null)
  const [isAsking, setAsking] = createSignal(false)
  // Under `cases/`, so that it goes from this browser together with the lists that it was counted from.
  const key = `cases/statistics/${org}`
  const refresh = async (): Promise<void> => {
    if (isAsking()) return
    setAsking(true)
    const asked = await api.call('GET', `/api/statistics?${new URLSearchParams({ org })}`, statisticsSchema)
    setAsking(false)
    setTrouble(asked.ok ? null : asked.refusal)
    if (asked.ok) {
      setAnswer(asked.value)
      await database.settings.put({ key, value: asked.value }).catch(() => undefined)
      return
    }
    const kept = statisticsSchema.safeParse((await database.settings.get(key).catch(() => undefined))?.value)
    if (kept.success && answer() === null) setAnswer(kept.data)
  }
  void refresh()
  return { answer, trouble, isAsking, refresh }
}
