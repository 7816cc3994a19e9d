/**
 * `GET /api/plans`: every plan that is published, whole, in its newest version, and the relay's clock. `GET /api/plans/office`: all versions of what
 * the asker's offices published. `GET /api/plans/<id>/<version>`: the version that an application names.
 */
import { planIdSchema } from '@yejibu/shared/kernel/ids'
import { Hono } from 'hono'
import { refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type PlanRegister, readOfficePlans, readPlans, readPlanVersion } from './plan-register.ts'

export interface PlanRouteParts {
  readonly ledger: Ledger
  readonly plans: PlanRegister
  now(): Date
}

export function planRoutes({ ledger, plans, now }: PlanRouteParts): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get('/', async (c) => c.json({ plans: await readPlans(ledger, plans), now: now().toISOString() }))
    .get('/office', async (c) => {
      const published = await readOfficePlans(ledger, plans, c.var.actor)
      return c.json({ plans: published, now: now().toISOString() })
    })
    .get('/:id/:version{[0-9]{1,6}}', async (c) => {
      const id = planIdSchema.safeParse(c.req.param('id'))
      const plan = id.success ? await readPlanVersion(ledger, id.data, Number(c.req.param('version'))) : null
      return plan ? c.json({ plan }) : refused(c, { kind: 'not-found' })
    })
}
