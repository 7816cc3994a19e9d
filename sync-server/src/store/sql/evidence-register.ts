/** Which archive holds which evidence file. */
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { EvidenceRegister, HeldEvidence } from '../../evidence/evidence.ts'
import { query, type Store } from '../store.ts'

interface Row {
  readonly archive: string
  readonly sha256: string
  readonly bytes: number
  readonly type: string
}

export function openEvidence(store: Store): EvidenceRegister {
  const one = query<Row>('SELECT * FROM evidence WHERE archive = ? AND sha256 = ?')
  const all = query<Row>('SELECT * FROM evidence ORDER BY archive, sha256')
  const sum = query<{ bytes: number | null }>('SELECT sum(bytes) AS bytes FROM evidence WHERE archive = ?')
  const put = query('INSERT INTO evidence VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const remove = query('DELETE FROM evidence WHERE archive = ? AND sha256 = ?')
  return {
    async release(archive, sha256) {
      await store.run(remove, archive, sha256)
    },
    async held(archive, sha256) {
      const row = await store.get(one, archive, sha256)
      return row ? heldOf(row) : null
    },
    async hold({ archive, sha256, bytes, type }, at) {
      await store.run(put, archive, sha256, bytes, type, at)
    },
    async bytesOf(archive) {
      return (await store.get(sum, archive))?.bytes ?? 0
    },
    async all() {
      return (await store.all(all)).map(heldOf)
    },
  }
}

function heldOf({ archive, sha256, bytes, type }: Row): HeldEvidence {
  return { archive: archive as EvidenceHolder, sha256, bytes, type }
}
