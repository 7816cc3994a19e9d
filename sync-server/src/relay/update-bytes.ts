/**
 * What the relay knows about an update without a Y.Doc: whether it is one, what it adds to a state vector, how several are packed
 * into one row. Updates are Yjs format v1, exactly as clients send them.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Client id → the first clock not known. */
export type StateVector = Map<number, number>

/** No structs, no deletions. */
export const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0])

export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

/**
 * Reads the update to its end without applying it. Yjs waits for predecessors that it lacks, but throws in the hands of everybody who applies
 * an update whose structs follow themselves, or whose deletions delete nothing and have to wait: honest writers make neither.
 * @throws anything when the bytes are not an update that everybody can apply
 */
export function assertUpdate(update: Uint8Array): void {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) if (followsItself(struct)) throw new Error('a struct follows itself')
  for (const ranges of ds.clients.values())
    if (ranges.some(({ len }) => len === 0)) throw new Error('a deletion of nothing')
}

function followsItself(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return false
  const { client, clock } = struct.id
  return [struct.origin, struct.rightOrigin, struct.parent].some(
    (before) => before instanceof Y.ID && before.client === client && before.clock >= clock,
  )
}

/**
 * Adds what `update` is known to bring. Only what follows without a gap counts: too small a vector makes a client send something twice,
 * too large a one would lose it.
 */
export function extendStateVector(known: StateVector, update: Uint8Array): void {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const next = known.get(client) ?? 0
    const end = clock + struct.length
    if (clock <= next && end > next) known.set(client, end)
  }
}

/** Row format: a varuint count, then each update as varuint length and bytes. */
export function packUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, updates.length)
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

export function unpackUpdates(row: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(row)
  const count = decoding.readVarUint(decoder)
  const updates: Uint8Array[] = []
  for (let i = 0; i < count; i++) updates.push(decoding.readVarUint8Array(decoder))
  return updates
}
