/** The lists that pages read, against the same lists made anew from the facts in a database of their own in memory. */
import { migrations } from '../../store/migrations/all.ts'
import { migrate } from '../../store/migrations/migration.ts'
import type { FactRow } from '../../store/sql/fact-row.ts'
import { rebuildViews, VIEW_TABLES } from '../../store/sql/ledger-views.ts'
import { type Database, openDatabase } from '../../store/sqlite/database.ts'
import { inOneTransaction } from '../../store/sqlite/sqlite-store.ts'
import type { Finding } from './finding.ts'

const FACT_COLUMNS = 'seq, stream, n, id, kind, v, at, actor, data, prev, hash, sig, kid'

export function checkViews(database: Database): readonly Finding[] {
  const fresh = openDatabase(':memory:')
  try {
    migrate(fresh, migrations, 0)
    copyFacts(database, fresh)
    inOneTransaction(fresh, rebuildViews)
    return VIEW_TABLES.flatMap((table): Finding[] => {
      const [stored, computed] = [rowsOf(database, table), rowsOf(fresh, table)]
      const lost = [...computed].filter((row) => !stored.has(row))
      const invented = [...stored].filter((row) => !computed.has(row))
      if (lost.length + invented.length === 0) return []
      return [
        {
          kind: 'view-differs',
          at: table,
          detail: [...lost.map((row) => `- ${row}`), ...invented.map((row) => `+ ${row}`)].slice(0, 6).join('; '),
        },
      ]
    })
  } finally {
    fresh.close()
  }
}

function copyFacts(from: Database, to: Database): void {
  const page = from.prepare<FactRow>(`SELECT ${FACT_COLUMNS} FROM fact WHERE seq > ? ORDER BY seq LIMIT 500`)
  const insert = to.prepare(`INSERT INTO fact (${FACT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  to.transaction(() => {
    for (let rows = page.all(0); rows.length > 0; rows = page.all(rows.at(-1)?.seq ?? 0)) {
      for (const r of rows)
        insert.run(r.seq, r.stream, r.n, r.id, r.kind, r.v, r.at, r.actor, r.data, r.prev, r.hash, r.sig, r.kid)
    }
  })
}

/** Every view has a key, so no row is there twice. */
function rowsOf(database: Database, table: string): ReadonlySet<string> {
  const rows = database.prepare(`SELECT * FROM ${table}`).all()
  return new Set(rows.map((row) => JSON.stringify(row)).sort())
}
