/** The update log in SQLite: every promise is settled before the call returns, so one call is one transaction on disk. */
import { packUpdates, unpackUpdates } from '../../relay/update-bytes.ts'
import type { DocumentSize, Snapshot, UpdateLog } from '../../relay/update-log.ts'
import type { Database } from './database.ts'

interface DocumentRow {
  readonly generation: number
  readonly snapshot: Uint8Array | null
  readonly state_vector: Uint8Array | null
}
interface SizeRow {
  readonly document: string
  readonly generation: number
  readonly snapshot_bytes: number
  readonly rows: number
  readonly row_bytes: number
}

const SIZES = `
  SELECT d.name AS document, d.generation, coalesce(length(d.snapshot), 0) AS snapshot_bytes,
    count(u.id) AS rows, coalesce(sum(length(u.updates)), 0) AS row_bytes
  FROM document d LEFT JOIN document_update u ON u.document = d.name`

const MOST_CREATED = 2_000

/** @param newEpoch makes a name that was never used before; called for a new file and by `renewEpochs` */
export function sqliteUpdateLog(database: Database, newEpoch: () => string): UpdateLog {
  const storeEpoch = database.prepare<{ epoch: string }>('SELECT epoch FROM document_epoch')
  // Only when missing: a reader opens this log too.
  if (!storeEpoch.get())
    database
      .prepare('INSERT INTO document_epoch (only_row, epoch) VALUES (1, ?) ON CONFLICT DO NOTHING')
      .run(newEpoch())
  const renew = database.prepare('UPDATE document_epoch SET epoch = ?')
  const create = database.prepare('INSERT INTO document (name) VALUES (?) ON CONFLICT DO NOTHING')
  const add = database.prepare('INSERT INTO document_update (document, updates) VALUES (?, ?)')
  const find = database.prepare<DocumentRow>('SELECT generation, snapshot, state_vector FROM document WHERE name = ?')
  const tail = database.prepare<{ id: number; updates: Uint8Array }>(
    'SELECT id, updates FROM document_update WHERE document = ? ORDER BY id',
  )
  const sizeOf = database.prepare<SizeRow>(`${SIZES} WHERE d.name = ? GROUP BY d.name`)
  const sizes = database.prepare<SizeRow>(`${SIZES} GROUP BY d.name ORDER BY d.name`)
  const setSnapshot = database.prepare('UPDATE document SET snapshot = ?, state_vector = ? WHERE name = ?')
  const remove = database.prepare('DELETE FROM document_update WHERE id = ? AND document = ?')

  /** Names whose row is there for good; a person types into one document for long. */
  const created = new Set<string>()

  const epochOf = (generation: number) => `${storeEpoch.get()?.epoch ?? ''}.${generation}`
  const toSize = (row: SizeRow): DocumentSize => ({
    document: row.document,
    epoch: epochOf(row.generation),
    snapshotBytes: row.snapshot_bytes,
    rows: row.rows,
    rowBytes: row.row_bytes,
  })

  return {
    append: async (batch) => {
      const newest = new Map<string, number>()
      database.transaction(() => {
        for (const { document, updates } of batch) {
          if (!created.has(document)) create.run(document)
          newest.set(document, add.run(document, packUpdates(updates)).lastInsertRowid)
        }
      })
      // Only now: what is rolled back was not created.
      if (created.size > MOST_CREATED) created.clear()
      for (const { document } of batch) created.add(document)
      return newest
    },
    load: async (document) =>
      database.snapshot(() => {
        const found = find.get(document)
        const snapshot: Snapshot | null =
          found?.snapshot && found.state_vector ? { update: found.snapshot, stateVector: found.state_vector } : null
        const rows = tail.all(document).map((row) => ({ id: row.id, updates: unpackUpdates(row.updates) }))
        return { epoch: epochOf(found?.generation ?? 1), snapshot, rows }
      }),
    size: async (document) => {
      const row = sizeOf.get(document)
      return row ? toSize(row) : { document, epoch: epochOf(1), snapshotBytes: 0, rows: 0, rowBytes: 0 }
    },
    replace: async (document, { epoch, snapshot, rows }) => {
      database.transaction(() => {
        if (epoch !== epochOf(find.get(document)?.generation ?? 1)) throw new Error(`${document} has another epoch`)
        create.run(document)
        setSnapshot.run(snapshot.update, snapshot.stateVector, document)
        for (const id of rows) remove.run(id, document)
      })
    },
    list: async () => sizes.all().map(toSize),
    renewEpochs: async () => {
      renew.run(newEpoch())
    },
  }
}
