/**
 * `/api/statistics`: an organisation's cases in numbers (shared/src/wire/statistics.ts). What is counted is what its lists hold for the asker, each
 * case as she may read it; a case that never stood at the organisation is in no number.
 */
import { mayListCases } from '@yejibu/shared/account/access'
import { type Actor, isHrOf } from '@yejibu/shared/account/actor'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { type Course, courseOf } from '@yejibu/shared/case/statistics/course'
import type { SaidNo } from '@yejibu/shared/case/statistics/reasons'
import { type Statistics, statisticsOf } from '@yejibu/shared/case/statistics/statistics'
import { readerOf } from '@yejibu/shared/case/visible-facts'
import type { AccountId, ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import { type StatisticsAnswer, statisticsQuerySchema } from '@yejibu/shared/wire/statistics'
import { type Context, Hono } from 'hono'
import { parseWith } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type PlanRegister, readPlans } from '../plan/plan-register.ts'
import type { ReviewQueue } from '../review/review-queue.ts'

/** Port. */
export interface StatisticsRegister {
  /** The cases under some tab of the organisation, those of `except` left out. */
  casesAt(org: OrgId, except: AccountId): Promise<readonly ApplicationId[]>
  /** What this employer returned or rejected in these archives, in order. */
  rulingsBy(employer: OrgId, archives: readonly AccountId[]): Promise<readonly SaidNo[]>
}

export interface StatisticsRouteParts {
  readonly statistics: StatisticsRegister
  readonly queue: Pick<ReviewQueue, 'of'>
  readonly ledger: Ledger
  readonly plans: PlanRegister
  now(): Date
}

/** Each reads all cases of an organisation anew. */
const ASKED = { times: 120, perSeconds: 600 }

/** As many cases are folded in one turn of the event loop. */
const CASES_PER_TURN = 10

export function statisticsRoutes(parts: StatisticsRouteParts): Hono<SignedIn> {
  const asked = atMost(ASKED, (c: Context<SignedIn>) => c.var.actor.accountId)
  return new Hono<SignedIn>().get('/', asked, async (c) => {
    const query = parseWith(statisticsQuerySchema, c.req.query())
    if (!query.ok) return refused(c, query.refusal)
    const { actor } = c.var
    if (!mayListCases(actor, query.value.org)) return refused(c, { kind: 'not-yours' })
    const now = parts.now()
    return c.json(answerOf(await statisticsFor(parts, actor, query.value.org, now), now))
  })
}

async function statisticsFor(
  { statistics, queue, ledger, plans }: StatisticsRouteParts,
  actor: Actor,
  org: OrgId,
  now: Date,
): Promise<Statistics> {
  const inOrg: Actor = { ...actor, memberships: actor.memberships.filter(({ orgId }) => orgId === org) }
  const courses: Course[] = []
  for (const [i, application] of (await statistics.casesAt(org, actor.accountId)).entries()) {
    if (i % CASES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    const facts = (await ledger.read(`application/${application}`)).filter(isCaseFact)
    const reader = readerOf(inOrg, foldCase(facts))
    if (reader === null || reader === 'owner' || reader === 'expert') continue
    const course = courseOf(application, facts, reader)
    if (course) courses.push(course)
  }
  const people = isHrOf(actor, org) ? await queue.of([org], actor.accountId) : null
  const rulings = people
    ? await statistics.rulingsBy(
        org,
        people.map(({ account }) => account),
      )
    : []
  return statisticsOf({ courses, rulings, people, plans: await readPlans(ledger, plans) }, now)
}

function answerOf(counted: Statistics, now: Date): StatisticsAnswer {
  return { asOf: now.toISOString(), ...(structuredClone(counted) as Omit<StatisticsAnswer, 'asOf'>) }
}
