/**
 * The values beside a field that lost a concurrent write, as the document holds them.
 *
 *     o:<field>|<client>-<clock> → the value     x:<field>|<client>-<clock> → true: its owner is done with it
 *
 * Always true: one that its owner is done with stays so, on a device too that finds it later.
 */
import type * as Y from 'yjs'
import type { OtherVersion } from './item.ts'

type ItemMap = Y.Map<unknown>

const OTHER = 'o:'
const DONE_WITH = 'x:'

/** Keeps a value that lost a concurrent write. The key is that write's own id, so every device keeps it once. */
export function keepOtherVersion(map: ItemMap, field: string, writeId: string, value: string | null): void {
  const write = `${field}|${writeId}`
  if (!map.has(OTHER + write) && !map.has(DONE_WITH + write)) map.set(OTHER + write, value)
}

/** The write that lost, as `keepOtherVersion` names it. */
export function writeIdIn(key: string): string {
  return key.slice(key.lastIndexOf('|') + 1)
}

export function forgetOtherVersion(map: ItemMap, key: string): void {
  map.delete(key)
  map.set(DONE_WITH + key.slice(OTHER.length), true)
}

/** All of them, also one that was marked on one device and kept on another at once. */
export function forgetOtherVersions(map: ItemMap): void {
  for (const key of [...map.keys()]) if (key.startsWith(OTHER)) forgetOtherVersion(map, key)
}

/** In one order on every device. */
export function otherVersionsIn(map: ItemMap): readonly OtherVersion[] {
  const others: OtherVersion[] = []
  for (const key of map.keys()) {
    if (!key.startsWith(OTHER) || map.has(DONE_WITH + key.slice(OTHER.length))) continue
    const field = key.slice(OTHER.length, key.lastIndexOf('|'))
    const value = map.get(key)
    others.push({ key, field, value: typeof value === 'string' ? value : null })
  }
  return others.sort((a, b) => (a.key < b.key ? -1 : 1))
}
