/** The phrases that come with the program, for reviewers who keep none of their own. */
import type { PhraseKind } from '@yejibu/shared/review/handbook-doc'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'

const RETURNED = ['blurred', 'seal', 'mismatch', 'time', 'group', 'missing'] as const
const REJECTED = ['untrue', 'notOwn', 'twice', 'outOfRange'] as const

export function useUsualPhrases(): (kind: PhraseKind) => readonly string[] {
  const t = useText(reviewWords)
  return (kind) =>
    kind === 'returned'
      ? RETURNED.map((key) => t(`usual.returned.${key}`))
      : REJECTED.map((key) => t(`usual.rejected.${key}`))
}
