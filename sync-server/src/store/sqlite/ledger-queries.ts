/** What the slices ask of the ledger's views: who waits for HR, and which plans there are. */
import type { AccountId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { PlanRegister } from '../../plan/plan-register.ts'
import type { ReviewQueue } from '../../review/review-queue.ts'
import type { Database } from './database.ts'

export function openSqlitePlans(database: Database): PlanRegister {
  const open = database.prepare<{ id: string }>('SELECT id FROM view_plan WHERE is_withdrawn = 0 ORDER BY id')
  const all = database.prepare<{ id: string }>('SELECT id FROM view_plan ORDER BY id')
  return {
    async published() {
      return open.all().map((row) => row.id as PlanId)
    },
    async all() {
      return all.all().map((row) => row.id as PlanId)
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

export function openSqliteReviewQueue(database: Database): ReviewQueue {
  // An item that waits again after a return counts as waiting only.
  const queue = database.prepare<QueueRow>(`
    SELECT m.account, p.name, m.org AS employer,
      count(r.item) AS items,
      coalesce(sum(r.waiting_since IS NOT NULL), 0) AS waiting,
      min(r.waiting_since) AS waitingSince,
      coalesce(sum(r.is_approved), 0) AS approved,
      coalesce(sum(r.waiting_since IS NULL AND r.last_verdict IN ('returned', 'revoked')), 0) AS returned,
      coalesce(sum(r.waiting_since IS NULL AND r.last_verdict = 'rejected'), 0) AS rejected,
      max(r.last_at) AS lastRulingAt
    FROM view_member AS m
    JOIN view_person AS p ON p.id = m.account
    LEFT JOIN view_review_item AS r ON r.archive = m.account
    WHERE m.role = 'applicant' AND m.account <> ? AND m.org IN (SELECT value FROM json_each(?)) AND m.since_seq =
      (SELECT max(n.since_seq) FROM view_member AS n WHERE n.account = m.account AND n.role = 'applicant')
    GROUP BY m.account
    ORDER BY waitingSince IS NULL, waitingSince, m.account`)
  const acted = database.prepare<{ actor: string }>(
    `SELECT DISTINCT f.actor FROM json_each(?) AS archive JOIN fact AS f ON f.stream = 'archive/' || archive.value
     WHERE f.actor <> 'relay' ORDER BY f.actor`,
  )
  return {
    async actedIn(archives) {
      return acted.all(JSON.stringify(archives)).map((row) => row.actor as AccountId)
    },
    async of(orgs, except) {
      return queue.all(except, JSON.stringify(orgs)).map((row) => ({
        ...row,
        account: row.account as AccountId,
        employer: row.employer as OrgId,
      }))
    },
  }
}
