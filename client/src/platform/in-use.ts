/** Which accounts some tab of this browser works for, so that nobody clears their data under it. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { accountDatabaseName } from './database.ts'
import { withTabLock } from './tab-lock.ts'

/** Says that this tab works for the account until `left` resolves. */
export async function holdInUse(account: AccountId, left: Promise<void>): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  await locks?.request(nameOf(account), { mode: 'shared' }, () => left)
}

/** Resolves when no tab works for the account any more. */
export function whenUnused(account: AccountId): Promise<void> {
  return withTabLock(nameOf(account), () => Promise.resolve())
}

function nameOf(account: AccountId): string {
  return `${accountDatabaseName(account)}/in-use`
}
