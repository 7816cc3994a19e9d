/**
 * Who is to look at her lists again because of a fact: those under whose tabs the case stood before it or stands after it, and the panel whose
 * meeting has it. Told without content: what changed is asked for through the lists, which know what each may see.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import { isHrOf } from '@yejibu/shared/account/actor'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case } from '@yejibu/shared/case/case-state'
import { tabFor } from '@yejibu/shared/case/decisions'
import { isReminderFact } from '@yejibu/shared/case/reminders'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Ledger } from '../ledger/ledger.ts'
import { caseOf } from './perform-case.ts'

interface Concerned {
  readonly orgs: ReadonlySet<OrgId>
  readonly experts: ReadonlySet<AccountId>
}

export interface QueueNews {
  concerns(fact: Fact, actor: Actor): Promise<boolean>
}

/** Facts whose answer is kept: each is asked about once for every open feed. */
const KEPT = 256

export function createQueueNews(ledger: Pick<Ledger, 'read'>): QueueNews {
  const known = new Map<number, Promise<Concerned>>()

  const find = async (fact: Fact): Promise<Concerned> => {
    const facts = (await ledger.read(fact.stream)).filter(({ n }) => n <= fact.n)
    const [before, after] = [caseOf(facts.slice(0, -1)), caseOf(facts)]
    return {
      orgs: new Set([before, after].flatMap(underTabsOf)),
      experts: new Set([before, after].flatMap(judging)),
    }
  }
  const concerned = (fact: Fact): Promise<Concerned> => {
    const found = known.get(fact.seq) ?? find(fact)
    known.set(fact.seq, found)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return found
  }

  return {
    async concerns(fact, actor) {
      if (!isCaseFact(fact) && !isReminderFact(fact)) return false
      const { orgs, experts } = await concerned(fact)
      return experts.has(actor.accountId) || [...orgs].some((org) => worksAt(actor, org))
    },
  }
}

function underTabsOf(kase: Case): readonly OrgId[] {
  const { filed, route, decisions, payments } = kase
  const orgs = [...(route?.stops ?? []), ...decisions].map(({ org }) => org)
  if (filed) orgs.push(filed.submission.employer.id)
  for (const { collector } of Object.values(payments)) if (collector) orgs.push(collector)
  return orgs.filter((org) => tabFor(kase, org) !== null)
}

function judging({ state }: Case): readonly AccountId[] {
  return state.kind === 'meeting-pending' ? state.meeting.panel : []
}

function worksAt(actor: Actor, org: OrgId): boolean {
  const isOfficer = actor.memberships.some(
    ({ orgId, role }) => orgId === org && (role === 'department' || role === 'committee-office'),
  )
  return isOfficer || isHrOf(actor, org)
}
