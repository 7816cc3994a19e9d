/** What must hold after everybody has met: one archive, one standing, and nothing and nobody's asking unaccounted for. */
import type * as Y from 'yjs'
import { deletedAt, readKeptItem } from '../archive/archive-doc.ts'
import { digestOf, revisionOf } from '../archive/revision.ts'
import { canonicalJson } from '../kernel/canonical.ts'
import { firstBreak } from '../kernel/fact.ts'
import { foldReview, reviewOf } from '../review/review.ts'
import type { StoredReviewFact } from '../review/review-facts.ts'
import { standingOf } from '../review/standing.ts'
import type { Place } from './interleavings-place.ts'
import { OWNER, type RelayInMemory } from './interleavings-relay.ts'
import { type Account, idsIn } from './interleavings-traces.ts'

export interface Outcome {
  readonly account: Account
  readonly relay: RelayInMemory
  readonly places: readonly Place[]
}

export function problemsIn({ account, relay, places }: Outcome): readonly string[] {
  const asSeen = lookOf(relay.doc, relay.facts)
  return [
    ...account.problems,
    ...places.flatMap(({ doc, facts }, who) =>
      lookOf(doc, facts) === asSeen
        ? []
        : [`place ${who} does not show what the relay has:\n${lookOf(doc, facts)}\n${asSeen}`],
    ),
    ...account.missingIn(relay.doc).map((trace) => `nobody took away what is missing: ${trace}`),
    ...commandProblems(relay, places),
  ]
}

/** Content, digest and standing of every entry, deleted ones included, in one text that can be compared. */
function lookOf(doc: Y.Doc, facts: readonly StoredReviewFact[]): string {
  const review = foldReview(facts)
  return canonicalJson(
    idsIn(doc).map((id) => {
      const item = readKeptItem(doc, id)
      const digest = item ? (revisionOf(item, OWNER)?.digest ?? null) : null
      const { fields, evidence, otherVersions } = item ?? { fields: {}, evidence: [], otherVersions: [] }
      return {
        id,
        digest,
        fields,
        evidence: evidence.map(({ sha256 }) => sha256),
        others: otherVersions.map(({ key, value }) => ({ key, value })),
        gone: deletedAt(doc, id) ?? null,
        standing: standingOf(digest, reviewOf(review, id)).kind,
      }
    }),
  )
}

/** Every command has one answer; every fact has one command that asked for it, and holds the content that it names. */
function commandProblems(relay: RelayInMemory, places: readonly Place[]): readonly string[] {
  const answers = places.flatMap((place) => [...place.answers.values()])
  const accepted = answers.flatMap((answer) => (answer.kind === 'accepted' ? answer.facts : []))
  const waiting = places.flatMap((place) => place.outbox.map(({ id }) => `${id} was never answered`))
  const isWhole =
    canonicalJson(accepted.map(({ n }) => n).sort((a, b) => a - b)) === canonicalJson(relay.facts.map(({ n }) => n))
  const broken = firstBreak(relay.facts)
  return [
    ...waiting,
    ...(isWhole ? [] : [`${relay.facts.length} facts, and ${accepted.length} that somebody was told of`]),
    ...(broken ? [`fact ${broken.seq} is broken: ${broken.why}`] : []),
    ...relay.facts.flatMap((fact) =>
      'content' in fact.data &&
      digestOf(fact.data.content, fact.data.salt, { archive: OWNER, item: fact.data.item }) !== fact.data.digest
        ? [`fact ${fact.n} does not hold what it names`]
        : [],
    ),
  ]
}
