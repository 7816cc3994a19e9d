/** Of a batch's finished archive: what its bytes hash to, whom it says something about, and whether it lies where every relay finds it. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const sharedArchives: Migration = {
  name: '0013-shared-archives',
  *up() {
    yield* define(`
      ALTER TABLE form_batch ADD COLUMN sha256 TEXT;
      ALTER TABLE form_batch ADD COLUMN people TEXT;
      ALTER TABLE form_batch ADD COLUMN shared TEXT NOT NULL DEFAULT 'no';
    `)
  },
}
