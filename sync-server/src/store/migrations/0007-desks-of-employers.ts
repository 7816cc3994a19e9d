/**
 * The desk on an archive was one for all employers, `desk/<owner>`; now each has its own, `desk/<owner>.<employer>`. Notes go to the employer
 * that was the owner's when they were written, and that is only sure of an owner who has had one employer ever. All other desks keep
 * their old name, which nobody can open: notes that cannot be told apart are shown to neither (decision 15).
 */
import { all, query, run } from '../store.ts'
import type { Migration } from './migration.ts'

export const desksOfEmployers: Migration = {
  name: '0007-desks-of-employers',
  *up() {
    const employers = query<{ org: string }>(
      `SELECT DISTINCT json_extract(data, '$.org') AS org FROM fact
       WHERE kind = 'member-added' AND json_extract(data, '$.role') = 'applicant' AND json_extract(data, '$.account') = ?`,
    )
    const names = query<{ name: string }>(
      `SELECT name FROM document WHERE name LIKE 'desk/%' AND name NOT LIKE '%.%'
       UNION SELECT document FROM document_update WHERE document LIKE 'desk/%' AND document NOT LIKE '%.%'`,
    )
    const document = query('UPDATE document SET name = ? WHERE name = ?')
    const updates = query('UPDATE document_update SET document = ? WHERE document = ?')
    for (const { name } of yield* all(names)) {
      const [only, ...others] = yield* all(employers, name.slice('desk/'.length))
      if (!only || others.length > 0) continue
      yield* run(document, `${name}.${only.org}`, name)
      yield* run(updates, `${name}.${only.org}`, name)
    }
  },
}
