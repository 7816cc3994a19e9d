/** What statistics are counted over. Whoever has no row in `view_case_tab` for an organisation is in none of its numbers. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { StatisticsRegister } from '../../case/statistics-routes.ts'
import { query, type Store } from '../store.ts'

export function openStatistics(store: Store): StatisticsRegister {
  const cases = query<{ application: string; n: number }>(
    `SELECT c.application, (SELECT max(f.n) FROM fact AS f WHERE f.stream = 'application/' || c.application) AS n
     FROM view_case_tab AS t JOIN view_case AS c ON c.application = t.application
     WHERE t.org = ? AND c.owner <> ? ORDER BY c.submitted_at, c.application`,
  )
  const rulings = query<{ archive: string; reason: string }>(
    `SELECT a.value AS archive, json_extract(f.data, '$.reason') AS reason
     FROM json_each(?) AS a JOIN fact AS f ON f.stream = 'archive/' || a.value
     WHERE f.kind IN ('revision-returned', 'revision-rejected') AND json_extract(f.data, '$.employer.id') = ? ORDER BY f.seq`,
  )
  return {
    async casesAt(org, except) {
      return (await store.all(cases, org, except)).map(({ application, n }) => ({
        application: application as ApplicationId,
        n,
      }))
    },
    async rulingsBy(employer, archives) {
      const found = await store.all(rulings, JSON.stringify(archives), employer)
      return found.map(({ archive, reason }) => ({ to: archive, at: 'ARCHIVE', texts: [reason] }))
    },
  }
}
