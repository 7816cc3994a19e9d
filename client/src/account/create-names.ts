/**
 * Who is behind an account id in the archives one may read, and, for HR, who else is HR with her. As the relay said last and as this browser
 * keeps it; asked again when a fact has come, so that whoever ruled just now has a name. Offline the kept names serve.
 */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type NamedPerson, reviewPeopleSchema } from '@yejibu/shared/wire/review-people'
import { type Accessor, createEffect, createMemo, on, onCleanup } from 'solid-js'
import type { Api } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'

const KEY = 'review-people'

export interface Names {
  /** Undefined while the name is not known here. */
  of(account: AccountId | 'relay' | null): string | undefined
  /** HR of one's own employer, oneself among them; empty for everybody who is not HR. */
  readonly colleagues: Accessor<readonly NamedPerson[]>
}

export function createNames({
  api,
  database,
}: {
  readonly api: Pick<Api, 'call'>
  readonly database: AccountDatabase
}): Names {
  const kept = makeQuerySignal(
    async () => reviewPeopleSchema.safeParse((await database.settings.get(KEY))?.value).data ?? null,
    null,
  )
  const newest = makeQuerySignal(async () => (await database.facts.orderBy('seq').last())?.seq ?? 0, 0)
  const ask = async (): Promise<void> => {
    const answer = await api.call('GET', '/api/review/people', reviewPeopleSchema)
    // Where the browser's store refuses, the names stay unknown and the page shows the employer alone.
    if (answer.ok) await database.settings.put({ key: KEY, value: answer.value }).catch(() => undefined)
  }
  createEffect(on(newest.value, () => void ask()))
  onCleanup(() => {
    kept.stop()
    newest.stop()
  })
  const byAccount = createMemo(() => {
    const known = kept.value()
    return new Map([...(known?.people ?? []), ...(known?.colleagues ?? [])].map((one) => [one.account, one.name]))
  })
  return {
    of: (account) => (account === null || account === 'relay' ? undefined : byAccount().get(account)),
    colleagues: () => kept.value()?.colleagues ?? [],
  }
}
