/**
 * When two entries may be the same achievement: they share a key. A key says of which kind it is, and what it compares.
 * Keys only offer; which of the two stays is the owner's decision.
 */
import type { FieldValues } from '../item.ts'
import type { SectionKey } from '../section.ts'
import { sectionByKey } from '../sections.ts'
import { isbnIn } from './draft.ts'

export type KeyKind = 'doi' | 'isbn' | 'patent' | 'standard' | 'title'

export interface DuplicateKey {
  readonly kind: KeyKind
  readonly key: string
}

interface Keyed {
  readonly part: SectionKey
  readonly fields: FieldValues
  readonly identifiers?: readonly string[]
}

/** What besides its title tells an entry of the section from others. None for publications: their titles are their own. */
const BESIDE_TITLE: Partial<Readonly<Record<SectionKey, readonly string[]>>> = {
  education: ['major', 'eduLevel'],
  work: ['beginYm', 'position'],
  continuingEducation: ['year', 'subject'],
  academicPost: ['post', 'beginYm'],
  award: ['awardName', 'awardYm'],
  honor: ['grantYm'],
  achievementAdoption: ['companyName'],
  qualificationCert: ['certNo'],
  rewardPunishment: ['ym'],
}

/** In the order of how sure they are; none when nothing in the entry names it. */
export function duplicateKeys({ part, fields, identifiers = [] }: Keyed): readonly DuplicateKey[] {
  const keys: DuplicateKey[] = identifiers.flatMap((one) =>
    one.startsWith('doi:') ? [{ kind: 'doi' as const, key: one }] : [],
  )
  const isbn = part === 'book' && fields.isbn ? isbnIn(fields.isbn) : null
  if (isbn !== null) keys.push({ kind: 'isbn', key: `isbn:${isbn}` })
  if (part === 'patent' && fields.patentNo) {
    const number = bare(fields.patentNo).replace(/^(?:zl|cn)/, '')
    if (number !== '') keys.push({ kind: 'patent', key: `patent:${number}` })
  }
  if (part === 'standard' && fields.standardNo) {
    const number = bare(fields.standardNo)
    if (number !== '') keys.push({ kind: 'standard', key: `standard:${number}` })
  }
  const title = bare(fields[sectionByKey(part).titleField] ?? '')
  if (title !== '') {
    const beside = (BESIDE_TITLE[part] ?? []).map((name) => bare(fields[name] ?? ''))
    keys.push({ kind: 'title', key: JSON.stringify([part, title, ...beside]) })
  }
  return keys
}

/** Letters and digits only: width, case, blanks and punctuation do not make another title. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
