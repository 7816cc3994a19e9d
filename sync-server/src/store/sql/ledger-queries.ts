/** What the slices ask of the ledger's views: who waits for HR, and which plans there are. */
import type { AccountId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { PlanRegister } from '../../plan/plan-register.ts'
import type { ReviewQueue } from '../../review/review-queue.ts'
import { query, type Store } from '../store.ts'

export function openPlans(store: Store): PlanRegister {
  const open = query<{ id: string }>('SELECT id FROM view_plan WHERE is_withdrawn = 0 ORDER BY id')
  const all = query<{ id: string }>('SELECT id FROM view_plan ORDER BY id')
  return {
    async published() {
      return (await store.all(open)).map((row) => row.id as PlanId)
    },
    async all() {
      return (await store.all(all)).map((row) => row.id as PlanId)
    },
  }
}

interface QueueRow {
  readonly account: string
  readonly name: string
  readonly employer: string
  readonly items: number
  readonly waiting: number
  readonly waitingSince: string | null
  readonly approved: number
  readonly returned: number
  readonly rejected: number
  readonly lastRulingAt: string | null
}

export function openReviewQueue(store: Store): ReviewQueue {
  // An item that waits again after a return counts as waiting only.
  const queue = query<QueueRow>(`
    SELECT m.account, p.name, m.org AS employer,
      count(r.item) AS items,
      count(r.waiting_since) AS waiting,
      min(r.waiting_since) AS "waitingSince",
      coalesce(sum(r.is_approved), 0) AS approved,
      count(*) FILTER (WHERE r.waiting_since IS NULL AND r.last_verdict IN ('returned', 'revoked')) AS returned,
      count(*) FILTER (WHERE r.waiting_since IS NULL AND r.last_verdict = 'rejected') AS rejected,
      max(r.last_at) AS "lastRulingAt"
    FROM view_member AS m
    JOIN view_person AS p ON p.id = m.account
    LEFT JOIN view_review_item AS r ON r.archive = m.account
    WHERE m.role = 'applicant' AND m.account <> ? AND m.org IN (SELECT value FROM json_each(?)) AND m.since_seq =
      (SELECT max(n.since_seq) FROM view_member AS n WHERE n.account = m.account AND n.role = 'applicant')
    GROUP BY m.account, p.name, m.org
    ORDER BY min(r.waiting_since) NULLS LAST, m.account`)
  const acted = query<{ actor: string }>(
    `SELECT DISTINCT f.actor FROM json_each(?) AS archive JOIN fact AS f ON f.stream = 'archive/' || archive.value
     WHERE f.actor <> 'relay' ORDER BY f.actor`,
  )
  return {
    async actedIn(archives) {
      return (await store.all(acted, JSON.stringify(archives))).map((row) => row.actor as AccountId)
    },
    async of(orgs, except) {
      return (await store.all(queue, except, JSON.stringify(orgs))).map((row) => ({
        ...row,
        account: row.account as AccountId,
        employer: row.employer as OrgId,
      }))
    },
  }
}
