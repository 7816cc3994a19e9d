/**
 * An office that many people have used: two applicants of the sample office, one of them with a case that went from submission to certificate,
 * written again under other names as often as is asked. Every fact is chained, every digest is the one of its content, the lists follow, so
 * `doctor` finds nothing.
 */
import { createHash } from 'node:crypto'
import { isApplicationSubmitted, type Submission, submissionDigest } from '@yejibu/shared/application/submission'
import { digestOf } from '@yejibu/shared/archive/revision'
import { canonicalJson } from '@yejibu/shared/kernel/canonical'
import type { Fact, NewFact, StreamName } from '@yejibu/shared/kernel/fact'
import { type AccountId, type FactId, idFrom } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { CaseHistory, OWNER } from '@yejibu/shared/testing/case-history'
import { walk } from '@yejibu/shared/testing/case-walk'
import { chained } from '../../ledger/chain.ts'
import type { Head } from '../../ledger/ledger.ts'
import { type FactRow, factOf, valuesOf } from '../../store/sql/fact-row.ts'
import { openViews } from '../../store/sql/ledger-views.ts'
import type { Database } from '../../store/sqlite/database.ts'
import { inOneTransaction } from '../../store/sqlite/sqlite-store.ts'
import { query, run, type Steps } from '../../store/store.ts'

const PEOPLE: readonly AccountId[] = ['xumingchuan', 'qianrulan'] as AccountId[]
const CHAIN = 'A-MUNI'
/** People whose facts go to disk together. */
const TOGETHER = 20

type OneFact = Pick<Fact, 'stream' | 'kind' | 'data' | 'at' | 'actor'> & { readonly id: FactId }

/**
 * @param database of a sample office that nobody serves
 * @param until how many facts it is to have
 * @returns how many people there are now beside those of the sample
 */
export function growOffice(database: Database, until: number): number {
  const models = PEOPLE.map((person) => factsOf(database, person))
  const head = database.prepare<Head>('SELECT seq, hash FROM fact ORDER BY seq DESC LIMIT 1')
  const views = openViews()
  const insert = query(`INSERT INTO fact VALUES (${Array(13).fill('?').join(', ')})`)
  const lengths = new Map<StreamName, number>()
  for (const { stream, n } of database
    .prepare<{ stream: StreamName; n: number }>('SELECT stream, max(n) AS n FROM fact GROUP BY stream')
    .all())
    lengths.set(stream, n)
  let people = 0
  for (let last = head.get(); last && last.seq < until; last = head.get()) {
    let { seq, hash } = last
    inOneTransaction(database, function* () {
      for (let n = 0; n < TOGETHER; n++, people++) {
        const at = people % PEOPLE.length
        for (const { id, stream, kind, data, actor, at: when } of renamed(models[at] ?? [], PEOPLE[at] ?? '', people)) {
          const expected = lengths.get(stream) ?? 0
          const facts = [{ id, kind, data } as NewFact & { readonly id: FactId }]
          for (const fact of chained({ stream, expected, facts, actor, at: when, command: null }, { seq, hash })) {
            ;({ seq, hash } = fact)
            lengths.set(stream, fact.n)
            yield* run(insert, ...valuesOf(fact))
            yield* views.apply(fact)
          }
        }
        yield* copyDocuments(PEOPLE[at] ?? '', `${PEOPLE[at]}${people}`)
      }
    })
  }
  return people
}

const COPIES = {
  document:
    'INSERT INTO document SELECT replace(name, ?1, ?2), generation, snapshot, state_vector FROM document WHERE name LIKE ?3',
  updates:
    'INSERT INTO document_update (document, updates) SELECT replace(document, ?1, ?2), updates FROM document_update WHERE document LIKE ?3 ORDER BY id',
  evidence: 'INSERT INTO evidence SELECT ?2, sha256, bytes, type, at FROM evidence WHERE archive = ?1',
}

/** What she wrote, and which files are hers. */
function* copyDocuments(person: string, to: string): Steps<void> {
  yield* run(query(COPIES.document), person, to, `%/${person}`)
  yield* run(query(COPIES.updates), person, to, `%/${person}`)
  yield* run(query(COPIES.evidence), person, to)
}

/** Everything that the ledger says of one person, in order; a submitted case goes on to its end. */
function factsOf(database: Database, person: AccountId): readonly OneFact[] {
  const facts = database
    .prepare<FactRow>(
      `SELECT * FROM fact WHERE stream IN ('account/' || ?1, 'archive/' || ?1) OR stream LIKE 'application/' || ?1 || '.%'
       OR (kind = 'member-added' AND json_extract(data, '$.account') = ?1) ORDER BY seq`,
    )
    .all(person)
    .map(factOf)
  const submitted = facts.find(isApplicationSubmitted)
  return submitted
    ? [...facts, ...decidedOn(submitted.stream, person, planOf(database, submitted.data.submission))]
    : facts
}

function planOf(database: Database, { plan }: Submission): Plan {
  const row = database
    .prepare<FactRow>(`SELECT * FROM fact WHERE kind = 'plan-published' AND stream = ? ORDER BY seq DESC LIMIT 1`)
    .get(`plan/${plan.id}`)
  if (!row) throw new Error(`no plan ${plan.id}`)
  return (factOf(row).data as { plan: Plan }).plan
}

/** What was decided on a smaller application under the same plan. */
function decidedOn(stream: StreamName, owner: AccountId, plan: Plan): readonly OneFact[] {
  const history = new CaseHistory({ ...plan, paymentMode: 'none' }).submitted()
  walk(history, CHAIN)
  const facts = history.facts.slice(1).map(
    ({ kind, data, at, actor }, n): OneFact => ({
      ...{ stream, kind, data, at, actor },
      id: idOf(`${stream} ${n}`),
    }),
  )
  return JSON.parse(canonicalJson(facts).replaceAll(OWNER.accountId, owner))
}

/** The same of somebody else: with ids of their own, and digests of what now stands there. */
function renamed(facts: readonly OneFact[], person: string, copy: number): readonly OneFact[] {
  const replaced = new Map<string, string>([[person, `${person}${copy}`]])
  const words = new RegExp(`${person}|\\b[0-9a-z]{20,64}\\b`, 'g')
  return facts.map((fact) => {
    replaced.set(fact.id, idOf(`${fact.id} ${copy}`))
    const text = canonicalJson({ ...fact }).replace(words, (word) => replaced.get(word) ?? word)
    const written: OneFact = JSON.parse(text)
    const digest = digestIn(written)
    if (digest === null) return written
    const data = fact.data as { readonly digest: string }
    replaced.set(data.digest, digest)
    return { ...written, data: { ...(written.data as typeof data), digest } }
  })
}

const idOf = (text: string) => idFrom<'fact'>(createHash('sha256').update(text).digest())

function digestIn({ stream, kind, data }: OneFact): string | null {
  const fact = { stream, kind, data } as Fact
  if (isApplicationSubmitted(fact)) return submissionDigest(fact.data.submission)
  if (!isReviewFact(fact) || !('content' in fact.data)) return null
  const { content, salt, item } = fact.data
  return digestOf(content, salt, { archive: stream.slice('archive/'.length) as AccountId, item })
}
