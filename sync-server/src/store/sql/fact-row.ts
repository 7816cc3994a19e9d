/** A fact as a row of the table `fact`. Its data is the JSON text that was hashed, so what is read back hashes to the same. */
import { canonicalJson } from '@yejibu/shared/kernel/canonical'
import type { Fact, StreamName } from '@yejibu/shared/kernel/fact'
import type { FactId } from '@yejibu/shared/kernel/ids'
import type { SqlValue } from '../store.ts'

export interface FactRow {
  readonly seq: number
  readonly stream: string
  readonly n: number
  readonly id: string
  readonly kind: string
  readonly v: number
  readonly at: string
  readonly actor: string
  readonly data: string
  readonly prev: string
  readonly hash: string
  readonly sig: string | null
  readonly kid: string | null
}

/** The relay wrote these columns itself, which is why they are branded here and not parsed. */
export function factOf(row: FactRow): Fact {
  return {
    seq: row.seq,
    stream: row.stream as StreamName,
    n: row.n,
    id: row.id as FactId,
    kind: row.kind,
    v: row.v,
    at: row.at,
    actor: row.actor as Fact['actor'],
    data: JSON.parse(row.data),
    prev: row.prev,
    hash: row.hash,
    ...(row.sig === null ? {} : { sig: row.sig }),
    ...(row.kid === null ? {} : { kid: row.kid }),
  }
}

export function valuesOf(fact: Fact): SqlValue[] {
  const { seq, stream, n, id, kind, v, at, actor, data, prev, hash } = fact
  return [seq, stream, n, id, kind, v, at, actor, canonicalJson(data), prev, hash, fact.sig ?? null, fact.kid ?? null]
}
