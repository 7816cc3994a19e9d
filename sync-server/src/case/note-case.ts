/** Notes in the diary of a case's owner that somebody else opened or exported it; her own looks are none. */
import type { Actor } from '@yejibu/shared/account/actor'
import type { Case } from '@yejibu/shared/case/case-state'
import { type ReaderOfCase, readerOf } from '@yejibu/shared/case/visible-facts'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { DiaryWhat } from '@yejibu/shared/wire/diary'
import type { Diary } from '../account/diary.ts'

export async function noteCase(
  diary: Diary,
  actor: Actor,
  kase: Case,
  application: ApplicationId,
  what: DiaryWhat,
): Promise<void> {
  const reader = readerOf(actor, kase)
  if (!kase.filed || reader === null || reader === 'owner') return
  const { owner } = kase.filed.submission
  await diary.note({ owner, actor: actor.accountId, ...partOf(actor, kase, reader), what, subject: application })
}

/** In which role of which organisation she reads it. */
function partOf({ memberships }: Actor, { filed, route, decisions }: Case, reader: ReaderOfCase) {
  if (reader === 'expert') return { org: null, role: 'expert' as const }
  const orgs = [filed?.submission.employer.id, ...[...(route?.stops ?? []), ...decisions].map(({ org }) => org)]
  const wanted = reader === 'employer' ? ['hr-lead', 'hr-clerk'] : ['department', 'committee-office']
  const found = memberships.find(({ orgId, role }) => wanted.includes(role) && orgs.includes(orgId))
  return { org: found?.orgId ?? null, role: found?.role ?? ('expert' as const) }
}
