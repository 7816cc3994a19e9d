/**
 * `/api/statistics`: an organisation's cases in numbers (shared/src/wire/statistics.ts). What is counted is what its lists hold for the asker, each
 * case as she may read it; a case that never stood at the organisation is in no number.
 */
import { may } from '@yejibu/shared/account/access-table'
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

export interface CaseAt {
  readonly application: ApplicationId
  /** Of the last fact of its stream. */
  readonly n: number
}

/** Port. */
export interface StatisticsRegister {
  /** The cases under some tab of the organisation, those of `except` left out. */
  casesAt(org: OrgId, except: AccountId): Promise<readonly CaseAt[]>
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

/** Some kilobytes each. */
const MOST_COURSES = 5_000

export function statisticsRoutes(parts: StatisticsRouteParts): Hono<SignedIn> {
  const courses = keptCourses(parts.ledger)
  const asked = atMost(ASKED, (c: Context<SignedIn>) => c.var.actor.accountId)
  return new Hono<SignedIn>().get('/', asked, async (c) => {
    const query = parseWith(statisticsQuerySchema, c.req.query())
    if (!query.ok) return refused(c, query.refusal)
    const { actor } = c.var
    if (!may(actor, 'desks', 'count', { org: query.value.org })) return refused(c, { kind: 'not-yours' })
    const now = parts.now()
    return c.json(answerOf(await statisticsFor(parts, courses, actor, query.value.org, now), now))
  })
}

type Courses = (at: CaseAt, actor: Actor, org: OrgId) => Promise<Course | null>

/**
 * What a case is to the organisation, worked out once for as long as nothing happens to it: folding a case means reading its submissions. It depends
 * on the facts and on the asker's part in the organisation alone, because nobody is told of her own.
 */
function keptCourses(ledger: Pick<Ledger, 'read'>): Courses {
  const kept = new Map<string, { readonly n: number; readonly course: Course | null }>()
  return async ({ application, n }, actor, org) => {
    const key = `${application} ${org} ${isHrOf(actor, org)}`
    const known = kept.get(key)
    if (known?.n === n) return known.course
    // One case in each turn of the event loop: live frames pass between two.
    await new Promise((resolve) => setImmediate(resolve))
    const facts = (await ledger.read(`application/${application}`)).filter(isCaseFact)
    const inOrg: Actor = { ...actor, memberships: actor.memberships.filter(({ orgId }) => orgId === org) }
    const reader = readerOf(inOrg, foldCase(facts))
    const isTold = reader !== null && reader !== 'owner' && reader !== 'expert'
    const course = isTold ? courseOf(application, facts, reader) : null
    if (kept.size >= MOST_COURSES) kept.clear()
    kept.set(key, { n, course })
    return course
  }
}

async function statisticsFor(
  { statistics, queue, ledger, plans }: StatisticsRouteParts,
  courseAt: Courses,
  actor: Actor,
  org: OrgId,
  now: Date,
): Promise<Statistics> {
  const courses: Course[] = []
  for (const at of await statistics.casesAt(org, actor.accountId)) {
    const course = await courseAt(at, actor, org)
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
