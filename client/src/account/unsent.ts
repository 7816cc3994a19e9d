/** What would stay behind on this device if its owner left now. */
import { type AccountDatabase, setAsideIn } from '../platform/database.ts'
import type { Unsent } from './session.ts'

/** @returns null when everything is at the relay, and with `forget` nothing lies aside here either */
export async function unsentOf(database: AccountDatabase, { forget = false } = {}): Promise<Unsent | null> {
  const [commands, files, records] = await Promise.all([
    database.outbox.count(),
    database.evidence.where('state').noneOf(['there', 'leaving']).count(),
    database.documents.toArray(),
  ])
  const documents = records.filter((record) => record.isUnsent).map((record) => record.name)
  // An older record does not say whether it held anything of its own: then it may.
  const aside = forget ? records.flatMap(setAsideIn).filter((one) => one.isUnsent !== false).length : 0
  if (commands === 0 && files === 0 && documents.length === 0 && aside === 0) return null
  return { commands, files, documents, aside }
}
