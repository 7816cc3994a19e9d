/**
 * When what a person may see has changed, her roles may have too: the relay is asked again who she is, so that the doors of a new clerk or lead
 * open without a new sign-in.
 */
import { createEffect, on, onCleanup } from 'solid-js'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'
import { readCursor } from '../sync/fact-store.ts'
import type { SessionControl } from './session.ts'

export function followGrant(database: AccountDatabase, session: Pick<SessionControl, 'confirm'>): void {
  const grant = makeQuerySignal(async () => (await readCursor(database)).grant, null)
  createEffect(
    on(grant.value, (now, before) => {
      if (before !== undefined && before !== null && now !== null && now !== before) void session.confirm()
    }),
  )
  onCleanup(() => grant.stop())
}
