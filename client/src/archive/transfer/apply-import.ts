/**
 * What was decided about an import, written into the document as one step.
 *
 * Always true: the step is one for Ctrl+Z, and `takeBack` undoes it later too, after other work: it deletes the entries that came in
 * and empties the fields that it filled, where they still hold what it wrote.
 */
import {
  addIdentifiers,
  addItem,
  deleteItem,
  LOCAL_EDIT,
  type NewItem,
  readItem,
  setField,
} from '@yejibu/shared/archive/archive-doc'
import type { Import } from '@yejibu/shared/archive/transfer/import-plan'
import { bytesToHex } from '@yejibu/shared/kernel/canonical'
import { type ItemId, idFrom } from '@yejibu/shared/kernel/ids'
import type * as Y from 'yjs'

export interface Target {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
}

export interface Applied {
  readonly added: readonly ItemId[]
  readonly takeBack: () => void
}

/** A transaction is one frame to the relay, which takes 8 MB: characters of several bytes, and room for the rest. */
const CHARS_AT_ONCE = 500_000

export function applyImport(target: Target, decided: Import): Applied {
  const { doc } = target
  const added: ItemId[] = []
  const filled: { readonly item: ItemId; readonly field: string; readonly value: string | null }[] = []
  asOneStep(target, () => {
    const moment = target.now().toISOString()
    const news = decided.added.map(
      ({ row, draft }): NewItem => ({
        id: newId(target),
        part: draft.part,
        salt: newSalt(target),
        // In the order of the file, and all of them after what was there.
        order: `${moment}-${String(row).padStart(6, '0')}`,
        fields: draft.fields,
        identifiers: draft.identifiers,
      }),
    )
    addItems(doc, news)
    added.push(...news.map(({ id }) => id))
    doc.transact(() => {
      for (const { item, fields, identifiers } of decided.merged) {
        for (const [field, value] of Object.entries(fields)) {
          setField(doc, item, field, value)
          filled.push({ item, field, value: readItem(doc, item)?.fields[field] ?? null })
        }
        addIdentifiers(doc, item, identifiers)
      }
    }, LOCAL_EDIT)
  })
  const takeBack = () => {
    asOneStep(target, () => {
      doc.transact(() => {
        for (const id of added) deleteItem(doc, id, target.now().toISOString())
        for (const { item, field, value } of filled) {
          if (readItem(doc, item)?.fields[field] === value) setField(doc, item, field, null)
        }
      }, LOCAL_EDIT)
    })
  }
  return { added, takeBack }
}

export function newId({ randomBytes }: Target): ItemId {
  return idFrom<'item'>(randomBytes(20))
}

export function newSalt({ randomBytes }: Target): string {
  return bytesToHex(randomBytes(32))
}

/** Nothing before it and nothing after it is undone together with it. */
export function asOneStep({ undo }: Target, work: () => void): void {
  undo.stopCapturing()
  const { captureTimeout } = undo
  // What happens in here belongs together, however long it takes.
  undo.captureTimeout = Number.POSITIVE_INFINITY
  try {
    work()
  } finally {
    undo.captureTimeout = captureTimeout
    undo.stopCapturing()
  }
}

/** In transactions of a size that goes over the line. */
export function addItems(doc: Y.Doc, items: readonly NewItem[]): void {
  let batch: NewItem[] = []
  let chars = 0
  const write = () => {
    const now = batch
    batch = []
    chars = 0
    doc.transact(() => {
      for (const item of now) addItem(doc, item)
    }, LOCAL_EDIT)
  }
  for (const item of items) {
    batch.push(item)
    chars += Object.values(item.fields ?? {}).reduce((sum, value) => sum + (value?.length ?? 0), 200)
    if (chars >= CHARS_AT_ONCE) write()
  }
  if (batch.length > 0) write()
}
