/** The update log in memory: for tests and benchmarks. Nothing survives the process. */

import { packUpdates } from '../../relay/update-bytes.ts'
import type { Append, DocumentSize, Snapshot, StoredRow, UpdateLog } from '../../relay/update-log.ts'

interface Kept {
  snapshot: Snapshot | null
  rows: StoredRow[]
}

export function memoryUpdateLog(newEpoch: () => string): UpdateLog {
  const documents = new Map<string, Kept>()
  let epoch = newEpoch()
  let lastId = 0

  const kept = (document: string): Kept => {
    const found = documents.get(document) ?? { snapshot: null, rows: [] }
    documents.set(document, found)
    return found
  }
  const sizeOf = (document: string, { snapshot, rows }: Kept): DocumentSize => ({
    document,
    epoch: `${epoch}.1`,
    snapshotBytes: snapshot?.update.length ?? 0,
    rows: rows.length,
    rowBytes: rows.reduce((bytes, row) => bytes + packUpdates(row.updates).length, 0),
  })

  return {
    append: async (batch: readonly Append[]) => {
      const newest = new Map<string, number>()
      for (const { document, updates } of batch) {
        lastId += 1
        newest.set(document, lastId)
        kept(document).rows.push({ id: lastId, updates: updates.map((update) => update.slice()) })
      }
      return newest
    },
    load: async (document) => {
      const found = documents.get(document)
      return { epoch: `${epoch}.1`, snapshot: found?.snapshot ?? null, rows: [...(found?.rows ?? [])] }
    },
    size: async (document) => sizeOf(document, documents.get(document) ?? { snapshot: null, rows: [] }),
    replace: async (document, compacted) => {
      if (compacted.epoch !== `${epoch}.1`) throw new Error(`${document} has another epoch`)
      const gone = new Set(compacted.rows)
      const found = kept(document)
      found.snapshot = compacted.snapshot
      found.rows = found.rows.filter((row) => !gone.has(row.id))
    },
    list: async () =>
      [...documents]
        .map(([document, found]) => sizeOf(document, found))
        .sort((a, b) => (a.document < b.document ? -1 : 1)),
    renewEpochs: async () => {
      epoch = newEpoch()
    },
  }
}
