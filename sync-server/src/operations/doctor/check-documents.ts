/** Every stored document under a name the relay accepts, and readable to its last update. */
import { parseDocumentName } from '@yejibu/shared/account/access'
import { documentFrom } from '../../relay/document-from.ts'
import { unpackUpdates } from '../../relay/update-bytes.ts'
import type { Database } from '../../store/sqlite/database.ts'
import { turnOfLoop } from '../../store/sqlite/sqlite-store.ts'
import type { Finding } from './finding.ts'

interface DocumentRow {
  readonly name: string
  readonly snapshot: Uint8Array | null
}

/** A desk from before each employer had its own, kept because nobody can say whose notes it holds (decision 15). */
const SET_ASIDE = /^desk\/[a-z0-9][a-z0-9-]{1,63}$/

export async function checkDocuments(
  database: Database,
): Promise<{ readonly documents: number; readonly findings: readonly Finding[] }> {
  const names = database.prepare<{ name: string }>('SELECT name FROM document ORDER BY name').all()
  const find = database.prepare<DocumentRow>('SELECT name, snapshot FROM document WHERE name = ?')
  const tail = database.prepare<{ id: number; updates: Uint8Array }>(
    'SELECT id, updates FROM document_update WHERE document = ? ORDER BY id',
  )
  const findings: Finding[] = []
  for (const { name } of names) {
    await turnOfLoop()
    if (parseDocumentName(name) === null && !SET_ASIDE.test(name))
      findings.push({ kind: 'document-unknown', at: name, detail: '' })
    const broken: string[] = []
    const updates: Uint8Array[] = []
    const snapshot = find.get(name)?.snapshot
    if (snapshot) updates.push(snapshot)
    for (const row of tail.all(name)) {
      try {
        updates.push(...unpackUpdates(row.updates))
      } catch {
        broken.push(`row ${row.id}`)
      }
    }
    const { doc, unreadable } = documentFrom(updates)
    doc.destroy()
    if (unreadable > 0) broken.push(`${unreadable} of ${updates.length} updates`)
    if (broken.length > 0) findings.push({ kind: 'document-unreadable', at: name, detail: broken.join(', ') })
  }
  return { documents: names.length, findings }
}
