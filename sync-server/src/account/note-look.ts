/** Notes that HR opened somebody's archive or a file of it; her own is no look. */
import { type Actor, isHrOf } from '@yejibu/shared/account/actor'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Diary } from './diary.ts'
import { actorOf, type Directory } from './directory.ts'

export async function noteLook(
  { diary, directory }: { readonly diary: Diary; readonly directory: Directory },
  { accountId }: Pick<Actor, 'accountId'>,
  owner: AccountId,
  what: 'archive' | 'file',
): Promise<void> {
  if (accountId === owner) return
  const actor = await actorOf(directory, accountId)
  const employer = await directory.employerOf(owner)
  if (!employer || !isHrOf(actor, employer.id)) return
  const role = actor.memberships.some((m) => m.orgId === employer.id && m.role === 'hr-lead') ? 'hr-lead' : 'hr-clerk'
  await diary.note({ owner, actor: accountId, org: employer.id, role, what, subject: `archive/${owner}` })
}
