/** Which archive holds which evidence file, in SQLite. */
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { EvidenceRegister, HeldEvidence } from '../../evidence/evidence.ts'
import type { Database } from './database.ts'

interface Row {
  readonly archive: string
  readonly sha256: string
  readonly bytes: number
  readonly type: string
}

export function openSqliteEvidence(database: Database): EvidenceRegister {
  const one = database.prepare<Row>('SELECT * FROM evidence WHERE archive = ? AND sha256 = ?')
  const all = database.prepare<Row>('SELECT * FROM evidence ORDER BY archive, sha256')
  const sum = database.prepare<{ bytes: number | null }>('SELECT sum(bytes) AS bytes FROM evidence WHERE archive = ?')
  const put = database.prepare('INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM evidence WHERE archive = ? AND sha256 = ?')
  return {
    async release(archive, sha256) {
      remove.run(archive, sha256)
    },
    async held(archive, sha256) {
      const row = one.get(archive, sha256)
      return row ? heldOf(row) : null
    },
    async hold({ archive, sha256, bytes, type }, at) {
      put.run(archive, sha256, bytes, type, at)
    },
    async bytesOf(archive) {
      return sum.get(archive)?.bytes ?? 0
    },
    async all() {
      return all.all().map(heldOf)
    },
  }
}

function heldOf({ archive, sha256, bytes, type }: Row): HeldEvidence {
  return { archive: archive as EvidenceHolder, sha256, bytes, type }
}
