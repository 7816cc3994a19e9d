/**
 * Writes an office's file down as SQL, with the head of its ledger in the first line. At each release, once:
 *
 *     npx tsx sync-server/src/store/migrations/testing/dump-office.ts > sync-server/src/store/migrations/testing/<release>.sql
 */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { Stage } from '../../../testing/stage.ts'
import type { Database, SqlValue } from '../../sqlite/database.ts'

export function dumpOf(database: Database): string {
  const tables = database
    .prepare<{ name: string; sql: string; type: string }>(
      `SELECT name, sql, type FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .all()
  const rows = tables
    .filter(({ type }) => type === 'table')
    .flatMap(({ name }) =>
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => `INSERT INTO "${name}" VALUES (${Object.values(row).map(quoted).join(', ')});`),
    )
  return [...tables.map(({ sql }) => `${sql};`), ...rows, ''].join('\n')
}

function quoted(value: SqlValue): string {
  if (value === null) return 'NULL'
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const stage = await Stage.withCast()
  const revision = await stage.sendHonor('luqinghe', 'honor-1')
  const ruling = { archive: 'luqinghe', item: 'honor-1', digest: revision.digest, verdict: 'approved', reason: null }
  const ruled = await (await stage.as('zhoumin')).command('rule-on-revision', ruling)
  if (ruled.status !== 200) throw new Error(JSON.stringify(ruled.refusal))
  await stage.office.accounts.open(
    { id: 'signed' as AccountId, username: 'signed', name: '有口令', password: 'a-long-password-1' },
    'relay',
  )
  const { seq, hash } = await stage.office.ledger.head()
  process.stdout.write(`-- ${seq} ${hash}\n${dumpOf(stage.database)}`)
  await stage.close()
}
