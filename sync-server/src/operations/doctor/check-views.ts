/** The lists that pages read, against the same lists made anew from the facts. */
import { rebuildViews, VIEW_TABLES } from '../../store/sql/ledger-views.ts'
import type { Database } from '../../store/sqlite/database.ts'
import { steppedOverTurns } from '../../store/sqlite/sqlite-store.ts'
import type { Finding } from './finding.ts'

/** Rows that a finding tells of each side. */
const TOLD = 3

/** @param scratch its own lists are made here; the office's are read with the facts at one moment, whatever a relay appends meanwhile */
export function checkViews(scratch: Database): Promise<readonly Finding[]> {
  return scratch.overTurns('snapshot', async () => {
    await steppedOverTurns(scratch, rebuildViews())
    return VIEW_TABLES.flatMap((table): Finding[] => {
      const lost = only(scratch, `main.${table}`, `office.${table}`)
      const invented = only(scratch, `office.${table}`, `main.${table}`)
      if (lost.length + invented.length === 0) return []
      const told = [...lost.map((row) => `- ${row}`), ...invented.map((row) => `+ ${row}`)]
      return [{ kind: 'view-differs', at: table, detail: told.join('; ') }]
    })
  })
}

/** The first rows that are in one and not in the other. */
function only(scratch: Database, one: string, other: string): readonly string[] {
  const rows = scratch.prepare(`SELECT * FROM ${one} EXCEPT SELECT * FROM ${other} LIMIT ${TOLD}`).all()
  return rows.map((row) => JSON.stringify(row))
}
