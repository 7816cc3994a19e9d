/**
 * The cases of one organisation under a tab and filters, as the relay said last and as this browser keeps it. Asked again after every change of the
 * filter and whenever the relay says that her lists changed: what happens to an applicant's case is no fact that her HR's feed carries.
 */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { type CasePage, type CaseTab, casePageSchema } from '@yejibu/shared/wire/cases'
import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import * as z from 'zod/mini'
import type { Api, ApiRefusal, ApiResult } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { createAskingAgain } from '../sync/create-asking-again.ts'

export interface CaseFilter {
  readonly tab: CaseTab
  /** Empty for all. */
  readonly plan: string
  readonly type: string
  readonly text: string
}

export interface CaseList {
  /** Null until something was read, from the relay or from this browser. */
  readonly page: Accessor<CasePage | null>
  /** When this was read, ISO 8601 by this device's clock; null when it is not an old one. */
  readonly keptAt: Accessor<string | null>
  readonly trouble: Accessor<ApiRefusal | null>
  readonly isAsking: Accessor<boolean>
  refresh(): Promise<void>
  /** The page after the last one. */
  more(): Promise<void>
}

const keptSchema = z.object({ at: z.string(), page: casePageSchema })

export interface CaseListParts {
  readonly api: Pick<Api, 'call'>
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly org: OrgId
  readonly filter: Accessor<CaseFilter>
  /** All of it and not a hundred at a time: for pages that work with everybody together. */
  readonly isWhole?: boolean
  readonly now?: () => Date
}

/** Owned by the page that asks. */
export function createCaseList(parts: CaseListParts): CaseList {
  const { api, database, org, filter, isWhole = false, now = () => new Date() } = parts
  const [page, setPage] = createSignal<CasePage | null>(null)
  const [keptAt, setKeptAt] = createSignal<string | null>(null)
  const [trouble, setTrouble] = createSignal<ApiRefusal | null>(null)
  const [isAsking, setAsking] = createSignal(false)
  let asked = 0
  let said = ''

  const read = async (after: string | null): Promise<ApiResult<CasePage>> => {
    const answer = await api.call('GET', `/api/cases?${queryOf(org, filter(), after)}`, casePageSchema)
    if (!isWhole || !answer.ok || answer.value.next === null) return answer
    const rest = await read(answer.value.next)
    return rest.ok ? { ok: true, value: { ...rest.value, rows: [...answer.value.rows, ...rest.value.rows] } } : rest
  }
  const refresh = async (): Promise<void> => {
    const turn = ++asked
    const key = keyOf(org, filter())
    setAsking(true)
    const answer = await read(null)
    if (turn !== asked) return
    setAsking(false)
    setTrouble(answer.ok ? null : answer.refusal)
    if (!answer.ok) {
      const kept = keptSchema.safeParse((await database.settings.get(key).catch(() => undefined))?.value)
      if (turn !== asked || page() !== null) return
      if (kept.success) {
        setPage(kept.data.page)
        setKeptAt(kept.data.at)
      }
      return
    }
    setKeptAt(null)
    // The same answer again must not build the list anew: what has the focus keeps it.
    const saying = JSON.stringify([key, answer.value])
    if (saying !== said) setPage(answer.value)
    said = saying
    await database.settings.put({ key, value: { at: now().toISOString(), page: answer.value } }).catch(() => undefined)
  }
  const more = async (): Promise<void> => {
    const shown = page()
    if (!shown?.next) return
    const turn = ++asked
    setAsking(true)
    const answer = await read(shown.next)
    if (turn !== asked) return
    setAsking(false)
    setTrouble(answer.ok ? null : answer.refusal)
    if (answer.ok) setPage({ ...answer.value, rows: [...shown.rows, ...answer.value.rows] })
    said = ''
  }
  createEffect(
    on(
      () => keyOf(org, filter()),
      () => {
        setPage(null)
        void refresh()
      },
    ),
  )
  createAskingAgain(database, () => {
    // Further pages stay until she asks for something else.
    const isLong = !isWhole && (page()?.rows.length ?? 0) > 100
    if (!isLong) void refresh()
  })
  return { page, keptAt, trouble, isAsking, refresh, more }
}

function queryOf(org: OrgId, { tab, plan, type, text }: CaseFilter, after: string | null): string {
  const query = new URLSearchParams({ org, tab })
  if (plan !== '') query.set('plan', plan)
  if (type !== '') query.set('type', type)
  if (text.trim() !== '') query.set('text', text.trim())
  if (after !== null) query.set('after', after)
  return query.toString()
}

function keyOf(org: OrgId, filter: CaseFilter): string {
  return `cases/${queryOf(org, filter, null)}`
}
