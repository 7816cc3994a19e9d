/**
 * What people's hands leave in an archive, as a set of traces: one for each value, each character of prose, each file, each entry
 * and each deletion. Every act of a run writes something that nobody else writes, so a trace that is missing in the end names what was lost.
 *
 * Always true of the account: a trace is there, or is kept as 另一版本, or somebody who had it before her took it away. A trace that comes back
 * (undo, a closed page) has to be accounted for again.
 */
import type * as Y from 'yjs'
import { deletedAt, itemsOf, readKeptItem } from '../archive/archive-doc.ts'
import { fieldsOf } from '../archive/revision.ts'
import { type ItemId, PROFILE_ITEM } from '../kernel/ids.ts'

export type Trace = string

/** Every trace in the document, deleted entries and lost values that are kept included. */
export function tracesIn(doc: Y.Doc): ReadonlySet<Trace> {
  const traces = new Set<Trace>()
  for (const id of idsIn(doc)) {
    const item = readKeptItem(doc, id)
    if (!item) continue
    traces.add(`${id} is here`)
    for (const { name, type } of fieldsOf(item.part)) {
      const value = item.fields[name]
      if (value && type.kind === 'prose') for (const character of value) traces.add(`${id} ${name} has ${character}`)
      else if (value) traces.add(`${id} ${name} = ${value}`)
    }
    for (const { field, value } of item.otherVersions) if (value !== null) traces.add(`${id} ${field} = ${value}`)
    for (const { sha256 } of item.evidence) traces.add(`${id} file ${sha256}`)
    const gone = deletedAt(doc, id)
    if (gone !== undefined) traces.add(`${id} gone ${gone}`)
  }
  return traces
}

export function idsIn(doc: Y.Doc): readonly ItemId[] {
  return [PROFILE_ITEM, ...([...itemsOf(doc).keys()].sort() as ItemId[])]
}

/** Whose hand did what. A place is a device or the reviewer's, by its number. */
export class Account {
  /** What went wrong while it happened. */
  readonly problems: string[] = []
  private readonly left = new Set<Trace>()
  /** Where it was taken away by somebody who had it before her. */
  private readonly takenAway = new Map<Trace, Set<number>>()
  private readonly neverSaved = new Set<Trace>()

  /** What somebody did at a place, as the difference it made there. */
  done(place: number, { left, taken }: Difference): void {
    for (const trace of taken) this.takenAway.set(trace, new Set(this.takenAway.get(trace)).add(place))
    for (const trace of left) {
      this.left.add(trace)
      this.takenAway.get(trace)?.delete(place)
    }
  }

  /** A page was closed, and what it had done last was neither stored nor sent. */
  forgotten(place: number, { left, taken }: Difference): void {
    for (const trace of left) this.neverSaved.add(trace)
    for (const trace of taken) this.takenAway.get(trace)?.delete(place)
  }

  /** Traces that are neither there nor were taken away by anybody who had them before her. */
  missingIn(doc: Y.Doc): readonly Trace[] {
    const there = tracesIn(doc)
    return [...this.left].filter(
      (trace) =>
        !there.has(trace) &&
        !this.wasTaken(trace) &&
        !this.neverSaved.has(trace) &&
        !this.isAnotherDeletion(trace, there),
    )
  }

  private wasTaken(trace: Trace): boolean {
    return (this.takenAway.get(trace)?.size ?? 0) > 0
  }

  /** Of two deletions at once one stands; whoever restores the entry restores it after both. */
  private isAnotherDeletion(trace: Trace, there: ReadonlySet<Trace>): boolean {
    const start = / gone /.exec(trace)
    if (!start) return false
    const deletions = trace.slice(0, start.index + start[0].length)
    return [...there, ...this.takenAway.keys()].some((other) => other.startsWith(deletions) && other !== trace)
  }
}

export interface Difference {
  readonly left: ReadonlySet<Trace>
  readonly taken: ReadonlySet<Trace>
}

export function differenceOf(before: ReadonlySet<Trace>, after: ReadonlySet<Trace>): Difference {
  return { left: without(after, before), taken: without(before, after) }
}

function without(traces: ReadonlySet<Trace>, others: ReadonlySet<Trace>): ReadonlySet<Trace> {
  return new Set([...traces].filter((trace) => !others.has(trace)))
}
