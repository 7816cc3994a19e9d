/** Whether somebody reviews this archive now: HR of its owner's present employer, never the owner herself (`[ACC-7]`). */
import { mayRule } from '@yejibu/shared/account/access'
import type { Actor } from '@yejibu/shared/account/actor'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Directory } from '../account/directory.ts'

export async function mayRuleOn(directory: Directory, actor: Actor, owner: AccountId): Promise<boolean> {
  return mayRule(actor, owner, (await directory.employerOf(owner))?.id ?? null)
}
