/** Notes in the diary of a case's owner that somebody else opened or exported it; her own looks are none. */
import type { Actor } from '@yejibu/shared/account/actor'
import type { Case } from '@yejibu/shared/case/case-state'
import { type ReaderOfCase, readerOf } from '@yejibu/shared/case/visible-facts'
import type { ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import type { DiaryWhat } from '@yejibu/shared/wire/diary'
import type { Diary } from '../account/diary.ts'

/**
 * @param org in whose name she is handed it, where it was made for an organisation: her line is written also when nobody there reads the case any more
 * @throws when she neither reads the case nor belongs there: then nothing of it may be handed out
 */
export async function noteCase(
  diary: Diary,
  actor: Actor,
  kase: Case,
  application: ApplicationId,
  what: DiaryWhat,
  org: OrgId | null = null,
): Promise<void> {
  if (!kase.filed || actor.accountId === kase.filed.submission.owner) return
  const reader = readerOf(actor, kase)
  const part = reader === null ? memberIn(actor, org) : partOf(actor, kase, reader)
  if (part === null) throw new Error(`${what} of ${application} was about to be handed out without a line in the diary`)
  const { owner } = kase.filed.submission
  await diary.note({ owner, actor: actor.accountId, ...part, what, subject: application })
}

function memberIn({ memberships }: Actor, org: OrgId | null) {
  const held = memberships.find(({ orgId }) => org !== null && orgId === org)
  return held ? { org: held.orgId, role: held.role } : null
}

/** In which role of which organisation she reads it. */
function partOf({ memberships }: Actor, { filed, route, decisions, payments }: Case, reader: ReaderOfCase) {
  if (reader === 'expert') return { org: null, role: 'expert' as const }
  const collectors = Object.values(payments).map(({ collector }) => collector)
  const stops = [...(route?.stops ?? []), ...decisions].map(({ org }) => org)
  const orgs: readonly (OrgId | null | undefined)[] = [filed?.submission.employer.id, ...stops, ...collectors]
  const wanted = reader === 'employer' ? ['hr-lead', 'hr-clerk'] : ['department', 'committee-office']
  const found = memberships.find(({ orgId, role }) => wanted.includes(role) && orgs.includes(orgId))
  return { org: found?.orgId ?? null, role: found?.role ?? ('expert' as const) }
}
