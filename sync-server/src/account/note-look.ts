/** Notes that HR opened somebody's archive or a file of it, or got what she sent onto a device; her own is no look. */

import { parseDocumentName } from '@yejibu/shared/account/access'
import { type Actor, isHrOf, isLeadOf } from '@yejibu/shared/account/actor'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { DiaryWhat } from '@yejibu/shared/wire/diary'
import type { Diary, Look } from './diary.ts'
import { actorOf, type Directory } from './directory.ts'

export interface NoteLookParts {
  readonly diary: Diary
  readonly directory: Directory
}

export async function noteLook(
  { diary, directory }: NoteLookParts,
  { accountId }: Pick<Actor, 'accountId'>,
  owner: AccountId,
  what: 'archive' | 'file',
): Promise<void> {
  const look = await lookOf(directory, await actorOf(directory, accountId), owner, what)
  if (look) await diary.note(look)
}

/** A fact as it goes out. */
export interface Told {
  readonly stream: string
  readonly data: unknown
  readonly actor: string
}

/** Of facts that go to somebody's device, before they go: each person whose revision is among them, unless she herself or the asker wrote it down. */
export async function noteCopies(
  { diary, directory }: NoteLookParts,
  actor: Actor,
  facts: readonly Told[],
): Promise<void> {
  const owners = new Set<AccountId>()
  for (const { stream, data, actor: by } of facts) {
    const archive = parseDocumentName(stream)
    const hasContent = typeof data === 'object' && data !== null && 'content' in data
    if (archive?.kind === 'archive' && hasContent && by !== actor.accountId) owners.add(archive.owner)
  }
  const looks: Look[] = []
  for (const owner of owners) {
    const look = await lookOf(directory, actor, owner, 'copy')
    if (look) looks.push(look)
  }
  await diary.note(...looks)
}

async function lookOf(directory: Directory, actor: Actor, owner: AccountId, what: DiaryWhat): Promise<Look | null> {
  const { accountId } = actor
  if (accountId === owner) return null
  const employer = await directory.employerOf(owner)
  if (!employer || !isHrOf(actor, employer.id)) return null
  const role = isLeadOf(actor, employer.id) ? 'hr-lead' : 'hr-clerk'
  return { owner, actor: accountId, org: employer.id, role, what, subject: `archive/${owner}` }
}
