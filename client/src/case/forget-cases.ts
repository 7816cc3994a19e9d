/** Other people's cases on this device: lists and cases that were opened here stay for offline, and go when the relay has ended the session. */
import { createEffect } from 'solid-js'
import { useSession } from '../account/session-context.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { isSessionEnded } from '../review/may-rule-on.ts'
import { useWorkplace } from '../sync/workplace-context.ts'

/** Under which this browser keeps lists and cases; plans and everything else stay. */
const KEPT = ['cases/', 'case/'] as const

/** Nothing of anybody's list or case stays in this browser. */
export async function forgetCases(database: Pick<AccountDatabase, 'settings'>): Promise<void> {
  await database.settings
    .filter(({ key }) => KEPT.some((start) => key.startsWith(start)))
    .delete()
    .catch(() => undefined)
}

/** For pages that show other people's cases: perhaps she is no longer who may read them. */
export function forgetCasesWhenEnded(): void {
  const { state } = useSession()
  const { database } = useWorkplace()
  createEffect(() => {
    if (isSessionEnded(state())) void forgetCases(database)
  })
}
