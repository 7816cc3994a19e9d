/**
 * The desk on an archive was one for all employers, `desk/<owner>`; now each has its own, `desk/<owner>.<employer>`. Notes go to the employer
 * that was the owner's when they were written, and that is only sure of an owner who has had one employer ever. All other desks keep
 * their old name, which nobody can open: notes that cannot be told apart are shown to neither (decision 15).
 */
import type { Migration } from './migration.ts'

export const desksOfEmployers: Migration = {
  name: '0007-desks-of-employers',
  up: (database) => {
    const employers = database.prepare<{ org: string }>(
      `SELECT DISTINCT json_extract(data, '$.org') AS org FROM fact
       WHERE kind = 'member-added' AND json_extract(data, '$.role') = 'applicant' AND json_extract(data, '$.account') = ?`,
    )
    const names = database.prepare<{ name: string }>(
      `SELECT name FROM document WHERE name LIKE 'desk/%' AND name NOT LIKE '%.%'
       UNION SELECT document FROM document_update WHERE document LIKE 'desk/%' AND document NOT LIKE '%.%'`,
    )
    const document = database.prepare('UPDATE document SET name = ? WHERE name = ?')
    const updates = database.prepare('UPDATE document_update SET document = ? WHERE document = ?')
    for (const { name } of names.all()) {
      const [only, ...others] = employers.all(name.slice('desk/'.length))
      if (!only || others.length > 0) continue
      document.run(`${name}.${only.org}`, name)
      updates.run(`${name}.${only.org}`, name)
    }
  },
}
