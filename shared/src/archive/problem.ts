/** What a rule says about an entry. Errors keep it from being sent; a warning is read and confirmed. */
import type { Text } from './label.ts'

/** Stable codes of domain §7.1–7.2; those the domain leaves unnamed follow its manner. */
export type RuleCode =
  | 'V-REQ'
  | 'V-LEN'
  | 'V-NUM'
  | 'V-CHOICE'
  | 'V-NAME'
  | 'V-DATE-YM'
  | 'V-DATE-Y'
  | 'V-DATE-D'
  | 'V-DATE-ORDER'
  | 'V-DATE-TITLE'
  | 'V-WORK-AGE'
  | 'V-YEARS'
  | 'V-ID-1'
  | 'V-ID-2'
  | 'V-ID-3'
  | 'V-ID-4'
  | 'V-ID-5'
  | 'V-PHONE'
  | 'V-ISBN'
  | 'V-PATENT'
  | 'V-DEPT-1'
  | 'V-UNIT-1'
  | 'V-RANK-COUNT'
  | 'V-UNIQUE'
  | 'V-EVIDENCE-REQ'
  | 'V-FILE-TYPE'
  | 'V-FILE-SIZE'
  | 'V-FILE-COUNT'
  | 'V-FILE-DUP'

export interface Problem {
  readonly code: RuleCode
  /** The field to go to; `evidence` for attachments. */
  readonly field: string
  readonly severity: 'error' | 'warning'
  readonly message: Text
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

/** Required and empty is told apart from wrong: an entry just begun is not yet reproached. */
export function isGap(problem: Problem): boolean {
  return problem.code === 'V-REQ' || problem.code === 'V-EVIDENCE-REQ'
}
