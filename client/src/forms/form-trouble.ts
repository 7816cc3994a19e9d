/** Which sentence says why a form could not be made, or an archive of forms not be fetched. */
import type { ArchiveRefusal } from '@yejibu/shared/wire/forms'
import type { ApiRefusal } from '../platform/api.ts'

const KNOWN = [
  'unreachable',
  'too-many-requests',
  'not-found',
  'archive-elsewhere',
  'archive-on-its-way',
  'archive-store-refuses',
] as const satisfies readonly (ApiRefusal | ArchiveRefusal)['kind'][]

export type FormTrouble = (typeof KNOWN)[number] | 'other'

export function troubleKey({ kind }: ApiRefusal): FormTrouble {
  return KNOWN.find((known) => known === kind) ?? 'other'
}
