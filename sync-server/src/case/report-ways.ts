/** `/api/ways/<application>`: where a report would lead (shared/src/wire/report-ways.ts), by the rule that decides the report itself. */
import { isHrOf } from '@yejibu/shared/account/actor'
import { routeOf } from '@yejibu/shared/case/chain'
import { takesAPost } from '@yejibu/shared/case/quota'
import { applicationIdSchema } from '@yejibu/shared/kernel/ids'
import type { ReportWays } from '@yejibu/shared/wire/report-ways'
import { Hono } from 'hono'
import type { Directory } from '../account/directory.ts'
import { refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import { othersRecommendedBy, type SituationParts, situationOf } from './case-situation.ts'
import { caseOf } from './perform-case.ts'

export interface ReportWayParts extends SituationParts {
  readonly directory: Pick<Directory, 'orgs'>
}

export function reportWayRoutes(parts: ReportWayParts): Hono<SignedIn> {
  return new Hono<SignedIn>().get('/:application', async (c) => {
    const { actor } = c.var
    const id = applicationIdSchema.safeParse(c.req.param('application'))
    const kase = id.success ? caseOf(await parts.ledger.read(`application/${id.data}`)) : null
    const submission = kase?.filed?.submission
    const isHers = submission?.owner === actor.accountId
    const mayAsk = submission && !isHers && kase.state.kind !== 'draft' && isHrOf(actor, submission.employer.id)
    const situation = mayAsk ? await situationOf(parts, kase, actor) : null
    if (!situation || !submission) return refused(c, { kind: 'not-found' })
    const { plan, register } = situation
    const names = new Map((await parts.directory.orgs()).map((org) => [org.id, org.name]))
    const ways = plan.chains.map(({ code, appliesTo }) => {
      const route = routeOf(plan, code, submission.form.acceptancePoint, register, submission.employer.id)
      const stops = route.ok ? route.value.stops : []
      return {
        chain: code,
        appliesTo,
        stops: stops.map(({ stage, org }) => ({ stage, org, orgName: names.get(org) ?? org })),
        refusal: route.ok ? null : { ...route.refusal },
      }
    })
    const quota = takesAPost(submission)
      ? { others: await othersRecommendedBy(parts, submission), isRequired: plan.postQuotaRequired }
      : null
    return c.json({ ways, quota } satisfies ReportWays)
  })
}
