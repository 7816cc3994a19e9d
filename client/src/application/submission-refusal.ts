/** Which sentence belongs to a submission that the relay refused. Whatever else it may answer is told as such, never as a success. */
import type { SubmissionRefusal } from '@yejibu/shared/application/submission'
import type { ApiRefusal } from '../platform/api.ts'

export type RefusalWord = SubmissionRefusal['kind'] | 'stream-moved-on' | 'other'

/** True where sending the same again may be accepted; otherwise something must be mended first. */
const KNOWN: Readonly<Record<RefusalWord, boolean>> = {
  'not-yours': false,
  'no-employer': true,
  'no-such-plan': false,
  'plan-moved-on': false,
  'plan-not-open': false,
  'application-already-submitted': false,
  'another-application': false,
  'gates-closed': false,
  'profile-not-pulled': false,
  'pulls-refused': false,
  'form-incomplete': false,
  'not-eligible': false,
  'filing-incomplete': false,
  'stream-moved-on': true,
  other: true,
}

export function refusalWord(refusal: ApiRefusal | null): RefusalWord {
  const kind = refusal?.kind ?? 'other'
  return isKnown(kind) ? kind : 'other'
}

export function mayRetry(word: RefusalWord): boolean {
  return KNOWN[word]
}

function isKnown(kind: string): kind is RefusalWord {
  return Object.hasOwn(KNOWN, kind)
}
