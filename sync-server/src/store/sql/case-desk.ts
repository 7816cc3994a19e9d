/** The desk's lists. Whoever has no row in `view_case_tab` for an organisation is in none of its lists, counts or searches. */
import { isTab } from '@yejibu/shared/case/decisions'
import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import { CASES_PER_PAGE, type CaseRow } from '@yejibu/shared/wire/cases'
import type { CaseDesk } from '../../case/case-desk.ts'
import { query, type Store } from '../store.ts'

interface Row {
  readonly application: string
  readonly owner: string
  readonly name: string
  readonly employer: string
  readonly employer_name: string | null
  readonly plan: string
  readonly plan_title: string
  readonly year: number
  readonly type: string
  readonly category: string
  readonly state: string
  readonly stage: string | null
  readonly tab: string | null
  readonly round: number
  readonly digest: string | null
  readonly is_here: number
  readonly submitted_at: string
  readonly moved_at: string
}

const COLUMNS = `c.application, c.owner, c.name, c.employer, o.name AS employer_name, c.plan, c.plan_title, c.year, c.type, c.category,
  c.state, c.stage, c.round, c.submitted_at, c.moved_at,
  (SELECT json_extract(f.data, '$.digest') FROM fact AS f WHERE f.stream = 'application/' || c.application
     AND f.kind IN ('application-submitted', 'application-resubmitted') ORDER BY f.n DESC LIMIT 1) AS digest`

/** An empty filter is null. `?6` is what must occur in a name. */
const FOUND = `FROM view_case_tab AS t JOIN view_case AS c ON c.application = t.application
  LEFT JOIN view_org AS o ON o.id = c.employer
  WHERE t.org = ?1 AND c.owner <> ?2 AND (CAST(?3 AS TEXT) IS NULL OR c.plan = ?3) AND (CAST(?4 AS TEXT) IS NULL OR c.employer = ?4)
    AND (CAST(?5 AS TEXT) IS NULL OR c.type = ?5) AND (CAST(?6 AS TEXT) IS NULL OR instr(c.name, ?6) > 0 OR instr(coalesce(o.name, ''), ?6) > 0)`

export function openCaseDesk(store: Store): CaseDesk {
  const counts = query<{ tab: string; n: number }>(`SELECT t.tab, count(*) AS n ${FOUND} GROUP BY t.tab`)
  const rows = query<Row>(
    `SELECT ${COLUMNS}, t.tab, CASE WHEN c.org = ?1 THEN 1 ELSE 0 END AS is_here ${FOUND} AND (?7 = t.tab OR ?7 = 'all' AND t.tab <> 'returned')
       AND (c.submitted_at, c.application) > (?8, ?9)
     ORDER BY c.submitted_at, c.application LIMIT ${CASES_PER_PAGE + 1}`,
  )
  const owned = query<Row>(
    `SELECT ${COLUMNS}, NULL AS tab, 0 AS is_here FROM view_case AS c LEFT JOIN view_org AS o ON o.id = c.employer
     WHERE c.owner = ? ORDER BY c.submitted_at DESC, c.application`,
  )
  const judged = query<Row>(
    `SELECT ${COLUMNS}, NULL AS tab, 0 AS is_here FROM view_case AS c LEFT JOIN view_org AS o ON o.id = c.employer
     WHERE c.state = 'meeting-pending' AND c.owner <> ?1 AND EXISTS (
       SELECT 1 FROM fact AS p, json_each(p.data, '$.meeting.panel') AS expert
       WHERE p.stream = 'application/' || c.application AND p.kind = 'placed-on-roster' AND expert.value = ?1)
     ORDER BY c.submitted_at, c.application`,
  )
  return {
    async page({ org, tab, plan, employer, type, text, after }, except) {
      const filters = [org, except, plan ?? null, employer ?? null, type ?? null, text?.trim() || null] as const
      const by = { pending: 0, passed: 0, rejected: 0, returned: 0 }
      for (const row of await store.all(counts, ...filters)) if (isTab(row.tab)) by[row.tab] = row.n
      const [at = '', application = ''] = after?.split('|') ?? []
      const found = await store.all(rows, ...filters, tab, at, application)
      const page = found.slice(0, CASES_PER_PAGE)
      const last = page.at(-1)
      return {
        rows: page.map(rowOf),
        // 全部 is what waits, passed and was rejected; the returned are not inside (domain §5.2).
        counts: { ...by, all: by.pending + by.passed + by.rejected },
        next: found.length > page.length && last ? `${last.submitted_at}|${last.application}` : null,
      }
    },
    async ofOwner(owner) {
      return (await store.all(owned, owner)).map(rowOf)
    },
    async everOnPanel(expert) {
      return (await store.all(judged, expert)).map(rowOf)
    },
  }
}

function rowOf(row: Row): CaseRow {
  return {
    application: row.application as ApplicationId,
    owner: row.owner as AccountId,
    name: row.name,
    employer: { id: row.employer as OrgId, name: row.employer_name ?? '' },
    plan: { id: row.plan as PlanId, title: row.plan_title, year: row.year },
    type: row.type,
    category: row.category,
    state: row.state,
    stage: row.stage,
    tab: row.tab !== null && isTab(row.tab) ? row.tab : null,
    round: row.round,
    digest: row.digest ?? '',
    isHere: row.is_here === 1,
    submittedAt: row.submitted_at,
    movedAt: row.moved_at,
  }
}
