/** `GET /api/review/touched`: which submissions carry an approval, told to HR that is about to take it back (`[RELAY-37]`). */
import { isHrOf } from '@yejibu/shared/account/actor'
import { standingSubmission } from '@yejibu/shared/application/standing-submission'
import { type Touched, touchedQuerySchema } from '@yejibu/shared/wire/touched-applications'
import { Hono } from 'hono'
import type { Directory } from '../account/directory.ts'
import { parseWith } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { mayRuleOn } from '../review/may-rule-on.ts'
import type { SubmissionRegister } from './submission-register.ts'

export interface TouchedRouteParts {
  readonly directory: Directory
  readonly submissions: SubmissionRegister
  readonly ledger: Ledger
}

export function touchedRoutes({ directory, submissions, ledger }: TouchedRouteParts): Hono<SignedIn> {
  return new Hono<SignedIn>().get('/touched', async (c) => {
    const query = parseWith(touchedQuerySchema, c.req.query())
    if (!query.ok) return refused(c, query.refusal)
    const { archive, item, digest } = query.value
    const { actor } = c.var
    if (!(await mayRuleOn(directory, actor, archive))) return refused(c, { kind: 'not-yours' })
    const applications: Touched['applications'] = []
    for (const application of await submissions.ofOwner(archive)) {
      const fact = standingSubmission(await ledger.read(`application/${application}`))
      if (!fact || !isHrOf(actor, fact.data.submission.employer.id)) continue
      const { plan, profile, pulls } = fact.data.submission
      if (![profile, ...pulls].some((pulled) => pulled.item === item && pulled.digest === digest)) continue
      const { id, title, year } = plan
      applications.push({ application, plan: { id, title, year }, submittedAt: fact.at })
    }
    return c.json({ applications } satisfies Touched)
  })
}
