/** What the operator is told in numbers. */
import { query, type Store } from '../store.ts'

export interface OfficeCounts {
  readonly documents: number
  readonly newestFactAt: string | null
  readonly storeBytes: number
  readonly messages: { readonly waiting: number; readonly givenUp: number }
  readonly printing: number
  readonly unshared: number
}

const DOCUMENTS = query<{ value: number }>('SELECT count(*) AS value FROM document')
const NEWEST = query<{ at: string }>('SELECT at FROM fact ORDER BY seq DESC LIMIT 1')
const DELIVERIES = query<{ state: string; value: number }>(
  'SELECT state, count(*) AS value FROM delivery GROUP BY state',
)
const PRINTING = query<{ value: number }>("SELECT count(*) AS value FROM form_batch WHERE state = 'running'")
const UNSHARED = query<{ value: number }>(
  `SELECT count(*) AS value FROM form_batch
    WHERE (state = 'ready' AND shared = 'sending') OR (state IN ('cancelled', 'failed') AND shared <> 'no')`,
)
const BYTES = {
  file: query<{ value: number }>('SELECT page_count * page_size AS value FROM pragma_page_count, pragma_page_size'),
  postgres: query<{ value: number }>('SELECT pg_database_size(current_database()) AS value'),
}

export async function countOffice(store: Store, kind: 'file' | 'postgres'): Promise<OfficeCounts> {
  const deliveries = new Map((await store.all(DELIVERIES)).map(({ state, value }) => [state, value]))
  return {
    documents: (await store.get(DOCUMENTS))?.value ?? 0,
    newestFactAt: (await store.get(NEWEST))?.at ?? null,
    storeBytes: (await store.get(BYTES[kind]))?.value ?? 0,
    messages: { waiting: deliveries.get('pending') ?? 0, givenUp: deliveries.get('given-up') ?? 0 },
    printing: (await store.get(PRINTING))?.value ?? 0,
    unshared: (await store.get(UNSHARED))?.value ?? 0,
  }
}
