/** What the slices ask of the views over cases: what was submitted and how it stands, and what offices set. */
import type { Seat } from '@yejibu/shared/case/chain'
import type { FeeSetting } from '@yejibu/shared/case/fees'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { SubmissionRegister } from '../../application/submission-register.ts'
import type { CaseClockParts } from '../../case/case-clock.ts'
import type { CaseRegister } from '../../case/case-register.ts'
import type { PaymentOrders } from '../../case/payment-orders.ts'
import type { NoticeRegister } from '../../case/public-notices.ts'
import { query, type Store } from '../store.ts'

export function openSubmissions(store: Store): SubmissionRegister {
  const at = query<{ submitted_at: string }>(
    "SELECT submitted_at FROM view_case WHERE application = ? AND state <> 'draft'",
  )
  const frozen = query<{ is_frozen: number }>('SELECT is_frozen FROM view_case WHERE application = ?')
  const other = query<{ application: string }>(
    'SELECT application FROM view_case WHERE owner = ? AND plan = ? AND application <> ? AND is_live = 1 LIMIT 1',
  )
  const owned = query<{ application: string }>(
    'SELECT application FROM view_case WHERE owner = ? ORDER BY submitted_at DESC, application',
  )
  const bans = query<{ from: number; until: number }>(
    `SELECT CAST(json_extract(f.data, '$.ban.from') AS INTEGER) AS "from",
       CAST(json_extract(f.data, '$.ban.until') AS INTEGER) AS until
     FROM view_case AS c JOIN fact AS f ON f.stream = 'application/' || c.application
     WHERE c.owner = ? AND c.falsified_in IS NOT NULL AND f.kind = 'application-voided' ORDER BY f.seq`,
  )
  const rostered = query<{ name: string; category: string }>(
    'SELECT name, category FROM view_case WHERE application = ? AND plan = ?',
  )
  return {
    async submittedAt(application) {
      return (await store.get(at, application))?.submitted_at ?? null
    },
    async isFrozen(application) {
      return (await store.get(frozen, application))?.is_frozen === 1
    },
    async otherOf(owner, plan, application) {
      return ((await store.get(other, owner, plan, application))?.application as ApplicationId | undefined) ?? null
    },
    async ofOwner(owner) {
      return (await store.all(owned, owner)).map((row) => row.application as ApplicationId)
    },
    async bansOn(owner) {
      return await store.all(bans, owner)
    },
    async rosterPart(application, plan) {
      return (await store.get(rostered, application, plan)) ?? null
    },
  }
}

export function openCaseRegister(
  store: Store,
): CaseRegister & NoticeRegister & PaymentOrders & CaseClockParts['standing'] {
  const seats = query<{ seats: string }>('SELECT seats FROM view_seats WHERE plan = ?')
  const fees = query<{ fees: string }>('SELECT fees FROM view_fees WHERE plan = ? AND org = ?')
  const ordered = query<{ stream: string }>(
    `SELECT stream FROM fact WHERE kind IN ('payment-started', 'payment-confirmed', 'payment-astray')
       AND json_extract(data, '$.order') = ? ORDER BY seq LIMIT 1`,
  )
  const unheard = query<{ number: string }>(
    `SELECT json_extract(s.data, '$.order') AS number FROM fact AS s
     WHERE s.kind = 'payment-started' AND s.at >= ? AND json_extract(s.data, '$.channel') = 'online' AND NOT EXISTS (
       SELECT 1 FROM fact AS p WHERE p.stream = s.stream AND p.kind IN ('payment-confirmed', 'payment-astray')
         AND json_extract(p.data, '$.order') = json_extract(s.data, '$.order'))
     ORDER BY s.seq`,
  )
  const money = query<{ application: string }>(
    `SELECT application FROM view_case AS c WHERE c.plan = ? AND (c.state IN ('fee-due', 'fee-overdue') OR EXISTS (
       SELECT 1 FROM fact AS p WHERE p.stream = 'application/' || c.application
         AND p.kind IN ('payment-started', 'payment-confirmed', 'payment-astray'))) ORDER BY c.submitted_at, c.application`,
  )
  const reported = query<{ application: string }>(
    `SELECT application FROM view_case AS c WHERE c.plan = ? AND c.employer = ? AND c.application <> ? AND c.is_live = 1 AND EXISTS (
       SELECT 1 FROM fact AS r WHERE r.stream = 'application/' || c.application AND r.kind = 'application-reported')
     ORDER BY c.application`,
  )
  const noticed = query<{ application: string }>('SELECT application FROM view_notice WHERE code = ?')
  const standing = query<{ application: string }>(
    'SELECT application FROM view_case WHERE state IN (SELECT value FROM json_each(?)) ORDER BY application',
  )
  return {
    async applicationOf(code) {
      return ((await store.get(noticed, code))?.application as ApplicationId | undefined) ?? null
    },
    async applicationOfOrder(order) {
      const stream = (await store.get(ordered, order))?.stream
      return stream === undefined ? null : (stream.slice('application/'.length) as ApplicationId)
    },
    async unheardSince(since) {
      return (await store.all(unheard, since)).map((row) => row.number)
    },
    async withMoneyUnder(plan) {
      return (await store.all(money, plan)).map((row) => row.application as ApplicationId)
    },
    async inStates(states) {
      return (await store.all(standing, JSON.stringify(states))).map((row) => row.application as ApplicationId)
    },
    async reported(plan, employer, except) {
      return (await store.all(reported, plan, employer, except)).map((row) => row.application as ApplicationId)
    },
    async seats(plan) {
      const row = await store.get(seats, plan)
      return row ? (JSON.parse(row.seats) as readonly Seat[]) : []
    },
    async fees(plan, org) {
      const row = await store.get(fees, plan, org)
      return row ? (JSON.parse(row.fees) as FeeSetting) : {}
    },
  }
}
