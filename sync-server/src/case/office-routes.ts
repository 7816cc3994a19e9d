/** `/api/office/<org>`: what its own officers ask besides cases (shared/src/wire/office-desk.ts). To everybody else there is no such office. */
import { may, type Verb } from '@yejibu/shared/account/access-table'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { orgAt } from '@yejibu/shared/case/chain'
import { type PaymentRow, paymentRecords, paymentSheet } from '@yejibu/shared/case/payment-records'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { orgIdSchema, planIdSchema } from '@yejibu/shared/kernel/ids'
import type { FoundPerson, OfficeSettings } from '@yejibu/shared/wire/office-desk'
import { type Context, Hono } from 'hono'
import type { Diary } from '../account/diary.ts'
import type { Directory } from '../account/directory.ts'
import { findEmployers } from '../account/find-employers.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { CaseRegister } from './case-register.ts'
import { noteCase } from './note-case.ts'
import type { PaymentOrders } from './payment-orders.ts'

export interface OfficeRouteParts {
  readonly directory: Directory
  readonly register: CaseRegister
  readonly orders: PaymentOrders
  readonly ledger: Pick<Ledger, 'read'>
  readonly diary: Diary
}

/** Enough to put together the panels of a season or the seats of a plan, too few to try names out. */
const LOOK_UPS = { times: 120, perSeconds: 600 }

export function officeRoutes({ directory, register, orders, ledger, diary }: OfficeRouteParts): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get('/:org/settings/:plan', async (c) => {
      const org = officeIn(c, 'see-settings')
      const plan = planIdSchema.safeParse(c.req.param('plan'))
      if (!org || !plan.success) return refused(c, { kind: 'not-found' })
      const seats = await register.seats(plan.data)
      const orgs = await directory.orgs()
      const named = new Set(seats.flatMap(({ employers }) => employers ?? []))
      const view = (kept: typeof orgs) => kept.map(({ id, name, kind }) => ({ id, name, kind }))
      return c.json({
        seats: seats.map(({ stage, org: office, acceptancePoints, employers }) => ({
          stage,
          org: office,
          acceptancePoints: acceptancePoints && [...acceptancePoints],
          employers: employers ? [...employers] : null,
        })),
        fees: { ...(await register.fees(plan.data, org)) },
        offices: view(orgs.filter(({ kind }) => kind === 'department' || kind === 'committee-office')),
        employers: view(orgs.filter(({ id }) => named.has(id))),
      } satisfies OfficeSettings)
    })
    .get('/:org/payments/:plan', async (c) => {
      const org = officeIn(c, 'export-payments')
      const plan = planIdSchema.safeParse(c.req.param('plan'))
      if (!org || !plan.success) return refused(c, { kind: 'not-found' })
      const rows: PaymentRow[] = []
      for (const application of await orders.withMoneyUnder(plan.data)) {
        const facts = (await ledger.read(`application/${application}`)).filter(isCaseFact)
        const kase = foldCase(facts)
        const { route, filed } = kase
        // What was charged at a stage is its office's affair and no other's.
        const own = paymentRecords(facts).filter(({ order, stage }) => {
          const collector = order === null ? route && orgAt(route, stage) : kase.payments[order]?.collector
          return collector === org
        })
        if (!filed || own.length === 0) continue
        await noteCase(diary, c.var.actor, kase, application, 'export', org)
        const { profile, employer } = filed.submission
        const named = { application, name: profile.content.fields.fullName ?? '', employer: employer.name }
        rows.push(...own.map((record) => ({ ...named, record })))
      }
      return c.body(paymentSheet(rows), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('缴费记录.csv')}`,
        'cache-control': 'private, no-store',
      })
    })
    .get(
      '/:org/person',
      atMost(LOOK_UPS, (c: Context<SignedIn>) => c.var.actor.accountId),
      async (c) => {
        if (!officeIn(c, 'look-up')) return refused(c, { kind: 'not-found' })
        const person = await directory.personByUsername((c.req.query('username') ?? '').trim())
        if (!person) return refused(c, { kind: 'no-such-account' })
        return c.json({ account: person.id, username: person.username, name: person.name } satisfies FoundPerson)
      },
    )
    .get(
      '/:org/employers',
      atMost(LOOK_UPS, (c: Context<SignedIn>) => c.var.actor.accountId),
      async (c) => {
        if (!officeIn(c, 'find-employers')) return refused(c, { kind: 'not-found' })
        return c.json({ employers: await findEmployers(directory, c.req.query('q')) })
      },
    )
}

/** The organisation named, when the asker may do this there. */
function officeIn(c: Context<SignedIn>, verb: Verb<'office'>): OrgId | null {
  const org = orgIdSchema.safeParse(c.req.param('org'))
  return org.success && may(c.var.actor, 'office', verb, { org: org.data }) ? org.data : null
}
