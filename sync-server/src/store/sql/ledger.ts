/** The ledger: facts, views and the command's id in one durable transaction. */
import { NO_PREVIOUS } from '@yejibu/shared/kernel/fact'
import { ok, refuse } from '@yejibu/shared/kernel/result'
import { chained } from '../../ledger/chain.ts'
import type { FactActor, Head, Ledger } from '../../ledger/ledger.ts'
import { get, query, run, type Store } from '../store.ts'
import { type FactRow, factOf, valuesOf } from './fact-row.ts'
import { openViews } from './ledger-views.ts'

const NOTHING: Head = { seq: 0, hash: NO_PREVIOUS }

/** The greatest character. */
const LAST = '\u{10ffff}'

/** Facts that are looked through one by one faster than streams are looked up. */
export const NEAR_THE_END = 1_000

export function openLedger(store: Store): Ledger {
  const views = openViews()
  const newest = query<Head & { at: string }>('SELECT seq, hash, at FROM fact ORDER BY seq DESC LIMIT 1')
  const length = query<{ n: number | null }>('SELECT max(n) AS n FROM fact WHERE stream = ?')
  const insert = query(`INSERT INTO fact VALUES (${Array(13).fill('?').join(', ')})`)
  const noteCommand = query('INSERT INTO command VALUES (?, ?, ?, ?, ?)')
  const command = query<{ actor: string; body_hash: string; first_seq: number; last_seq: number }>(
    'SELECT * FROM command WHERE id = ?',
  )
  const between = query<FactRow>('SELECT * FROM fact WHERE seq BETWEEN ? AND ? ORDER BY seq')
  const stream = query<FactRow>('SELECT * FROM fact WHERE stream = ? ORDER BY n')
  const one = query<FactRow>('SELECT * FROM fact WHERE seq = ?')
  const allSince = query<FactRow>('SELECT * FROM fact WHERE seq > ? ORDER BY seq LIMIT ?')
  // Two ways to the same rows: along the chain, good near its end, and through the index of streams, good for a reader who begins.
  const alongChain = query<FactRow>(
    `SELECT * FROM fact WHERE seq > ?1 AND (
       stream IN (SELECT value FROM json_each(?2))
       OR EXISTS (SELECT 1 FROM json_each(?3) AS prefix WHERE substr(stream, 1, length(prefix.value)) = prefix.value)
     ) AND kind NOT IN (SELECT value FROM json_each(?5)) ORDER BY seq LIMIT ?4`,
  )
  // A prefix is a range: from itself up to itself followed by the greatest character.
  const byStream = query<FactRow>(
    `SELECT * FROM fact WHERE seq IN (
       SELECT seq FROM fact WHERE stream IN (SELECT value FROM json_each(?2)) AND seq > ?1
       UNION
       SELECT f.seq FROM json_each(?3) AS prefix JOIN fact AS f
         ON f.stream >= prefix.value AND f.stream < prefix.value || '${LAST}' AND f.seq > ?1
     ) AND kind NOT IN (SELECT value FROM json_each(?5)) ORDER BY seq LIMIT ?4`,
  )
  const head = async (): Promise<Head> => {
    const { seq, hash } = (await store.get(newest)) ?? NOTHING
    return { seq, hash }
  }

  return {
    async append(entry) {
      return store.transaction(function* () {
        if (entry.command && (yield* get(command, entry.command.id))) return refuse({ kind: 'command-id-taken' })
        const actual = (yield* get(length, entry.stream))?.n ?? 0
        if (actual !== entry.expected) return refuse({ kind: 'stream-moved-on', expected: entry.expected, actual })
        const before = yield* get(newest)
        const facts = chained(entry, before ?? NOTHING, before?.at ?? null)
        for (const fact of facts) {
          yield* run(insert, ...valuesOf(fact))
          yield* views.apply(fact)
        }
        const first = facts[0]
        if (entry.command && first) {
          const { id, bodyHash } = entry.command
          yield* run(noteCommand, id, entry.actor, bodyHash, first.seq, first.seq + facts.length - 1)
        }
        return ok(facts)
      })
    },
    async answered(id) {
      const row = await store.get(command, id)
      if (!row) return null
      const facts = (await store.all(between, row.first_seq, row.last_seq)).map(factOf)
      return { actor: row.actor as FactActor, bodyHash: row.body_hash, facts }
    },
    async read(name) {
      return (await store.all(stream, name)).map(factOf)
    },
    async since(seq, limit, visible) {
      if (visible.prefixes.includes('')) return (await store.all(allSince, seq, limit)).map(factOf)
      const way = (await head()).seq - seq > NEAR_THE_END ? byStream : alongChain
      const { streams, prefixes, without = [] } = visible
      const [named, begun, hidden] = [streams, prefixes, without].map((list) => JSON.stringify(list))
      return (await store.all(way, seq, named ?? '', begun ?? '', limit, hidden ?? '')).map(factOf)
    },
    async at(seq) {
      const row = await store.get(one, seq)
      return row ? factOf(row) : null
    },
    async head() {
      return head()
    },
  }
}
