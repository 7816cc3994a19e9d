/** Which sentence says why a form could not be made. */
import type { ApiRefusal } from '../platform/api.ts'

export type FormTrouble = 'unreachable' | 'too-many-requests' | 'not-found' | 'other'

export function troubleKey({ kind }: ApiRefusal): FormTrouble {
  return kind === 'unreachable' || kind === 'too-many-requests' || kind === 'not-found' ? kind : 'other'
}
