/**
 * What the relay tells an applicant beside the facts of her case: the offices' names, and where it stands when the facts that say so are not hers to see
 * (the roster, the vote). As it said last and as this browser keeps it.
 */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { caseDetailSchema, ownCasesSchema } from '@yejibu/shared/wire/cases'
import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import * as z from 'zod/mini'
import type { Api } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'

const toldSchema = z.object({ state: z.string(), orgs: z.record(z.string(), z.string()) })
type Told = z.output<typeof toldSchema>

export interface ToldParts {
  readonly api: Pick<Api, 'call'>
  readonly database: Pick<AccountDatabase, 'settings'>
  /** Asked again when it changes: a fact has come. */
  readonly facts: Accessor<number>
}

/** @returns null until something is known */
export function createTold(parts: ToldParts & { readonly application: ApplicationId }): Accessor<Told | null> {
  const { api, application } = parts
  return createKept(parts, `case-told/${application}`, toldSchema, async () => {
    const answer = await api.call('GET', `/api/cases/${encodeURIComponent(application)}`, caseDetailSchema)
    return answer.ok ? { state: answer.value.state, orgs: answer.value.orgs } : null
  })
}

/** Of all her applications, for the list. */
export function createToldStates(parts: ToldParts): (application: ApplicationId) => string | undefined {
  const { api } = parts
  const states = createKept(parts, 'cases-told', z.record(z.string(), z.string()), async () => {
    const answer = await api.call('GET', '/api/cases/mine', ownCasesSchema)
    return answer.ok
      ? Object.fromEntries(answer.value.rows.map(({ application, state }) => [application, state]))
      : null
  })
  return (application) => states()?.[application]
}

function createKept<Value>(
  { database, facts }: ToldParts,
  key: string,
  schema: z.ZodMiniType<Value>,
  ask: () => Promise<Value | null>,
): Accessor<Value | null> {
  const [value, setValue] = createSignal<Value | null>(null)
  let turn = 0
  const read = async (): Promise<void> => {
    const mine = ++turn
    const kept = schema.safeParse((await database.settings.get(key).catch(() => undefined))?.value)
    if (kept.success && value() === null) setValue(() => kept.data)
    const said = await ask()
    if (said === null || mine !== turn) return
    setValue(() => said)
    await database.settings.put({ key, value: said }).catch(() => undefined)
  }
  createEffect(on(facts, () => void read()))
  return value
}
