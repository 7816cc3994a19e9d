import { expect, test } from 'vitest'
import { type Fact, hashOfFact, NO_PREVIOUS } from '../kernel/fact.ts'
import type { AccountId, ApplicationId, FactId } from '../kernel/ids.ts'
import { standingSubmission, takenBack } from './standing-submission.ts'

/** The stream of an application, by the kinds of its facts. */
function stream(...kinds: readonly string[]): Fact[] {
  return kinds.map((kind, i) => {
    const unhashed = {
      kind,
      data: { digest: `digest-${i}` },
      seq: i + 1,
      stream: `application/${'xumingchuan.aaaaaaaa' as ApplicationId}` as const,
      n: i + 1,
      id: `fact-${i}` as FactId,
      v: 1,
      at: `2022-09-1${i}T00:00:00.000Z`,
      actor: 'xumingchuan' as AccountId,
      prev: NO_PREVIOUS,
    }
    return { ...unhashed, hash: hashOfFact(unhashed) }
  })
}

test.each<[string[], number | null]>([
  [[], null],
  [['application-submitted'], 1],
  [['application-submitted', 'submission-opened'], 1],
  [['application-submitted', 'submission-taken-back'], null],
  [['application-submitted', 'submission-taken-back', 'application-resubmitted'], 3],
  [['application-submitted', 'submission-returned', 'application-resubmitted', 'submission-opened'], 3],
  [['application-submitted', 'submission-taken-back', 'application-resubmitted', 'submission-taken-back'], null],
])('[APP-63] after %j it is fact %s that counts', (kinds, n) => {
  const facts = stream(...kinds)
  expect(standingSubmission(facts)?.n ?? null).toBe(n)
  const isBack = kinds.at(-1) === 'submission-taken-back'
  expect(takenBack(facts)?.fact.n ?? null).toBe(isBack ? kinds.length - 1 : null)
})
