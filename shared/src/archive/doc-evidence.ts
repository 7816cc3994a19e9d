/** The list of an entry's files in the document: read value by value, since anyone may have written it, and changed in place. */
import type * as Y from 'yjs'
import type { Evidence } from './item.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from './section.ts'

/** A file that two devices added at once is one file. */
export function evidenceIn(values: readonly unknown[]): readonly Evidence[] {
  const files = new Map<string, Evidence>()
  for (const value of values) {
    const file = parseEvidence(value)
    if (file && !files.has(file.sha256)) files.set(file.sha256, file)
  }
  return [...files.values()]
}

/** @param at among the files as they are read; at the end by default */
export function addFile(list: Y.Array<unknown>, file: Evidence, at?: number): void {
  const following = at === undefined ? undefined : evidenceIn(list.toArray())[at]
  const place = following ? list.toArray().findIndex((one) => parseEvidence(one)?.sha256 === following.sha256) : -1
  list.insert(place === -1 ? list.length : place, [{ ...file }])
}

/** @returns where it stood first, and as what; undefined when it is not there */
export function removeFile(
  list: Y.Array<unknown>,
  sha256: string,
): { readonly at: number; readonly file: Evidence } | undefined {
  let first: { at: number; file: Evidence } | undefined
  for (let at = list.length - 1; at >= 0; at--) {
    const file = parseEvidence(list.get(at))
    if (file?.sha256 !== sha256) continue
    list.delete(at)
    first = { at, file }
  }
  return first
}

/** A file that another device removes meanwhile stays: its owner was still at work on it. */
export function changeKind(list: Y.Array<unknown>, sha256: string, kind: EvidenceKind): void {
  const removed = removeFile(list, sha256)
  if (removed) list.insert(removed.at, [{ ...removed.file, kind }])
}

function parseEvidence(value: unknown): Evidence | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { sha256, bytes, type, kind, name } = value as Record<string, unknown>
  const knownKind = EVIDENCE_KINDS.find((k) => k === kind)
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || !knownKind) return undefined
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0 || typeof type !== 'string')
    return undefined
  return { sha256, bytes, type, kind: knownKind, name: typeof name === 'string' ? name : '' }
}
