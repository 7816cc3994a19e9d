/** The forms of an office, opened together: what they are made from, the press, the batches. */
import { join } from 'node:path'
import type { Complain } from '../config.ts'
import type { BatchStore } from './batch-store.ts'
import { type Batches, openBatches } from './batches.ts'
import { FONT_FOLDER } from './font-folder.ts'
import { type FormSubjectParts, type FormSubjects, openFormSubjects } from './form-subjects.ts'
import { type PdfPress, threadPress } from './pdf-press.ts'
import type { SharedArchives } from './shared-archives.ts'

export interface Forms {
  readonly subjects: FormSubjects
  readonly press: PdfPress
  readonly batches: Batches
  close(): Promise<void>
}

export interface FormsParts extends FormSubjectParts {
  readonly dataFolder: string
  readonly store: BatchStore
  /** Where finished archives lie for all relays; null where the data folder is all there is. */
  readonly shared: SharedArchives | null
  /** Runs it unless another relay is at work of the same name. */
  alone(name: string, work: () => Promise<unknown>): Promise<void>
  now(): Date
  randomBytes(count: number): Uint8Array
  readonly complain: Complain
}

/** Where the forms of a batch lie while they are printed, and until they are fetched. */
export const BATCH_FOLDER = 'batches'

export function openForms(parts: FormsParts): Forms {
  const press = threadPress(join(parts.dataFolder, FONT_FOLDER))
  const subjects = openFormSubjects(parts)
  const batches = openBatches({
    store: parts.store,
    subjects,
    press,
    folder: join(parts.dataFolder, BATCH_FOLDER),
    shared: parts.shared,
    alone: parts.alone,
    now: parts.now,
    randomBytes: parts.randomBytes,
    failed: (error, id) =>
      parts.complain(id === null ? 'batches of forms could not be looked after' : `batch ${id} of forms failed`, error),
    refusedBy: (error, id) => parts.complain(`the shared store refuses the archive of batch ${id}`, error),
  })
  return {
    subjects,
    press,
    batches,
    async close() {
      const closing = batches.close()
      await press.close()
      await closing
    },
  }
}
