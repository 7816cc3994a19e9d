/**
 * What a new version of a plan changes against the last one, field by field. Entries of a list are the same entry when their code is, so an entry
 * that only moved is not told as changed.
 */
import type { Json } from './plan-drafts-doc.ts'

export interface PlanDifference {
  /** Down from the plan; an entry of a list that has codes is named by its code, of another list by its place. */
  readonly path: readonly (string | number)[]
  /** Undefined: it was not there. */
  readonly before: Json | undefined
  /** Undefined: it is not there any more. */
  readonly after: Json | undefined
}

/** Changes with every version without meaning anything. */
const IGNORED: ReadonlySet<string> = new Set(['version'])

export function planDifferences(before: Json, after: Json): readonly PlanDifference[] {
  return differences(before, after, []).filter(({ path }) => !IGNORED.has(path.join('.')))
}

function differences(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly (string | number)[],
): readonly PlanDifference[] {
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(before[key], after[key], [...path, key]),
    )
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [byCode(before), byCode(after)]
    if (old && now) {
      return [...new Set([...old.keys(), ...now.keys()])].flatMap((code) =>
        differences(old.get(code), now.get(code), [...path, code]),
      )
    }
    if (before.some(isObject) || after.some(isObject)) {
      return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, index) =>
        differences(before[index], after[index], [...path, index]),
      )
    }
  }
  return isSame(before, after) ? [] : [{ path, before, after }]
}

/** Null where an entry has no code, or two have the same. */
function byCode(list: readonly Json[]): ReadonlyMap<string, Json> | null {
  const known = new Map<string, Json>()
  for (const entry of list) {
    const code = isObject(entry) ? entry.code : undefined
    if (typeof code !== 'string' || known.has(code)) return null
    known.set(code, entry)
  }
  return known
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, index) => isSame(entry, other[index]))
  }
  if (isObject(one) && isObject(other)) return differences(one, other, []).length === 0
  return one === other
}
