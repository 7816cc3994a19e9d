/** Which archive holds which evidence file. The bytes lie in a folder, named by their hash; a row here says who may read them. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const evidence: Migration = {
  name: '0004-evidence',
  *up() {
    yield* define(`
      CREATE TABLE evidence (
        archive TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (archive, sha256)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX evidence_sha256 ON evidence (sha256);
    `)
  },
}
