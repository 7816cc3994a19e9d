/** The update log in PostgreSQL: a batch is one statement, so one round trip and one commit, whatever number of documents is in it. */
import { packUpdates, unpackUpdates } from '../../relay/update-bytes.ts'
import type { DocumentSize, SharedUpdateLog, Snapshot } from '../../relay/update-log.ts'
import { ask, inOneChange, inOneMoment, type Pool } from './connection.ts'

interface DocumentRow {
  readonly generation: number
  readonly snapshot: Uint8Array | null
  readonly state_vector: Uint8Array | null
  readonly newest: number
  readonly compacted: number
}
interface SizeRow {
  readonly document: string
  readonly generation: number
  readonly snapshot_bytes: number
  readonly rows: number
  readonly row_bytes: number
}
interface UpdateRow {
  readonly id: number
  readonly updates: Uint8Array
}

// By name, so that two relays lock documents in the same order.
const APPEND = `
  WITH asked AS (SELECT * FROM unnest($1::text[], $2::bytea[]) AS asked(name, updates)),
    numbered AS (
      INSERT INTO document (name, newest) SELECT name, 1 FROM asked ORDER BY name COLLATE "C"
      ON CONFLICT (name) DO UPDATE SET newest = document.newest + 1 RETURNING name, newest)
  INSERT INTO document_update (document, id, updates)
    SELECT numbered.name, numbered.newest, asked.updates FROM numbered JOIN asked ON asked.name = numbered.name
  RETURNING document, id`

const SIZES = `
  SELECT d.name AS document, d.generation, coalesce(length(d.snapshot), 0) AS snapshot_bytes,
    count(u.id) AS rows, coalesce(sum(length(u.updates)), 0) AS row_bytes
  FROM document d LEFT JOIN document_update u ON u.document = d.name`

const DOCUMENT = 'SELECT generation, snapshot, state_vector, newest, compacted FROM document WHERE name = $1'
const ROWS = 'SELECT id, updates FROM document_update WHERE document = $1 AND id > $2 ORDER BY id'

/** @param newEpoch makes a name that was never used before; called for a new store and by `renewEpochs` */
export async function postgresUpdateLog(pool: Pool, newEpoch: () => string): Promise<SharedUpdateLog> {
  await ask(pool, 'INSERT INTO document_epoch (only_row, epoch) VALUES (1, $1) ON CONFLICT DO NOTHING', [newEpoch()])
  const storeEpoch = async (on: Pick<Pool, 'query'> = pool) =>
    (await ask<{ epoch: string }>(on, 'SELECT epoch FROM document_epoch', [])).rows[0]?.epoch ?? ''
  const sizeOf = (row: SizeRow, epoch: string): DocumentSize => ({
    document: row.document,
    epoch: `${epoch}.${row.generation}`,
    snapshotBytes: row.snapshot_bytes,
    rows: row.rows,
    rowBytes: row.row_bytes,
  })

  return {
    async append(batch) {
      if (batch.length === 0) return new Map()
      const updates = new Map<string, Uint8Array[]>()
      for (const { document, updates: more } of batch) {
        updates.set(document, [...(updates.get(document) ?? []), ...more])
      }
      const names = [...updates.keys()]
      const { rows } = await ask<{ document: string; id: number }>(pool, APPEND, [
        names,
        names.map((name) => bufferOf(packUpdates(updates.get(name) ?? []))),
      ])
      return new Map(rows.map((row) => [row.document, row.id]))
    },
    load: (document) =>
      inOneMoment(pool, async (on) => {
        const found = (await ask<DocumentRow>(on, DOCUMENT, [document])).rows[0]
        const { rows } = await ask<UpdateRow>(on, ROWS, [document, 0])
        const snapshot: Snapshot | null =
          found?.snapshot && found.state_vector ? { update: found.snapshot, stateVector: found.state_vector } : null
        return {
          epoch: `${await storeEpoch(on)}.${found?.generation ?? 1}`,
          snapshot,
          rows: rows.map((row) => ({ id: row.id, updates: unpackUpdates(row.updates) })),
        }
      }),
    async size(document) {
      const epoch = await storeEpoch()
      const row = (await ask<SizeRow>(pool, `${SIZES} WHERE d.name = $1 GROUP BY d.name`, [document])).rows[0]
      return row ? sizeOf(row, epoch) : { document, epoch: `${epoch}.1`, snapshotBytes: 0, rows: 0, rowBytes: 0 }
    },
    replace: (document, { epoch, snapshot, rows }) =>
      inOneChange(pool, async (on) => {
        await ask(on, 'INSERT INTO document (name) VALUES ($1) ON CONFLICT DO NOTHING', [document])
        const found = (await ask<DocumentRow>(on, `${DOCUMENT} FOR UPDATE`, [document])).rows[0]
        if (epoch !== `${await storeEpoch(on)}.${found?.generation ?? 1}`)
          throw new Error(`${document} has another epoch`)
        // Another relay may have compacted further meanwhile; its snapshot stays, and the rows it removed are gone.
        const gone = await ask<{ id: number }>(
          on,
          'DELETE FROM document_update WHERE document = $1 AND id = ANY($2::bigint[]) RETURNING id',
          [document, rows],
        )
        if (rows.length > 0 && gone.rows.length < rows.length && (found?.compacted ?? 0) >= Math.max(...rows)) return
        await ask(
          on,
          'UPDATE document SET snapshot = $2, state_vector = $3, compacted = greatest(compacted, $4::bigint) WHERE name = $1',
          [document, snapshot.update, snapshot.stateVector, Math.max(0, ...rows)],
        )
      }),
    async list() {
      const epoch = await storeEpoch()
      return (await ask<SizeRow>(pool, `${SIZES} GROUP BY d.name ORDER BY d.name`, [])).rows.map((row) =>
        sizeOf(row, epoch),
      )
    },
    async renewEpochs() {
      await ask(pool, 'UPDATE document_epoch SET epoch = $1', [newEpoch()])
    },
    since: (document, after) =>
      inOneMoment(pool, async (on) => {
        const found = (await ask<DocumentRow>(on, DOCUMENT, [document])).rows[0]
        const { rows } = await ask<UpdateRow>(on, ROWS, [document, after])
        return {
          snapshot: found && found.compacted > after ? found.snapshot : null,
          rows: rows.map((row) => ({ id: row.id, updates: unpackUpdates(row.updates) })),
          upTo: Math.max(after, found?.newest ?? 0),
        }
      }),
    async newest(documents) {
      const { rows } = await ask<{ name: string; newest: number }>(
        pool,
        'SELECT name, newest FROM document WHERE name = ANY($1::text[])',
        [documents],
      )
      return new Map(rows.map((row) => [row.name, row.newest]))
    },
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
