/**
 * An office that many people have used: two applicants of the sample office, one of them with a case that went from submission to certificate,
 * written again under other names as often as is asked. Every fact is chained, every digest is the one of its content, the lists follow, so
 * `doctor` finds nothing.
 */
import { createHash } from 'node:crypto'
import { isApplicationSubmitted, type Submission, submissionDigest } from '@yejibu/shared/application/submission'
import { digestOf } from '@yejibu/shared/archive/revision'
import type { StateKind } from '@yejibu/shared/case/case-state'
import { canonicalJson } from '@yejibu/shared/kernel/canonical'
import { type Fact, type NewFact, NO_PREVIOUS, type StreamName } from '@yejibu/shared/kernel/fact'
import { type AccountId, type FactId, idFrom, type OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { STAGE_CODES } from '@yejibu/shared/plan/stage-code'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { CaseHistory, OWNER, orgFor } from '@yejibu/shared/testing/case-history'
import { walk } from '@yejibu/shared/testing/case-walk'
import { SX_ECO, SX_ECO_OFFICE, SX_HRSS } from '@yejibu/shared/testing/people'
import { chained } from '../../ledger/chain.ts'
import type { Head } from '../../ledger/ledger.ts'
import { type FactRow, factOf, valuesOf } from '../../store/sql/fact-row.ts'
import { openViews } from '../../store/sql/ledger-views.ts'
import type { Database } from '../../store/sqlite/database.ts'
import { inOneTransaction } from '../../store/sqlite/sqlite-store.ts'
import { query, run, type Steps } from '../../store/store.ts'

/** Whose case goes how far, where there is one. */
const PEOPLE = [
  { person: 'xumingchuan' as AccountId, until: undefined },
  { person: 'qianrulan' as AccountId, until: undefined },
  { person: 'xumingchuan' as AccountId, until: undefined },
  { person: 'qianrulan' as AccountId, until: 'stage-pending' },
] as const
/** Where the seats of tests' offices are in the sample. */
const OFFICES: Readonly<Record<string, OrgId>> = { DEPT_M: SX_ECO.id, HRSS_M: SX_HRSS.id }
const CHAIN = 'A-MUNI'
/** People whose facts go to disk together. */
const TOGETHER = 20

/** People whose employer is the same. */
const STAFF = 200
/** The employer and its HR: others for each so many people. */
const STAFFED: readonly string[] = ['yuezhou', 'zhoumin', 'shenzhiyuan']
const EMPTY: Head = { seq: 0, hash: NO_PREVIOUS }

type NewOne = NewFact & { readonly id: FactId }
type OneFact = Pick<Fact, 'stream' | 'kind' | 'data' | 'at' | 'actor'> & { readonly id: FactId }

/**
 * @param database of a sample office that nobody serves
 * @param size how many facts it is to have
 * @returns how many people there are now beside those of the sample
 */
export function growOffice(database: Database, size: number): number {
  const employer = employerIn(database)
  const models = PEOPLE.map(({ person, until }) => ({ person, facts: factsOf(database, person, until) }))
  const add = appending(database)
  let people = 0
  while (add.seq() < size) {
    inOneTransaction(database, function* () {
      for (let n = 0; n < TOGETHER; n++, people++) {
        const at = Math.floor(people / STAFF)
        const names = new Map(STAFFED.map((name) => [name, `${name}${at}`]))
        if (people % STAFF === 0) yield* add.all(renamed(employer, names, `employer ${at}`))
        const { person, facts } = models[people % models.length] ?? { person: '', facts: [] }
        const copy = `${person}${people}`
        yield* add.all(renamed(facts, names.set(person, copy), copy))
        yield* copyDocuments(person, copy)
      }
    })
  }
  return people
}

/** Facts at the end of the ledger, with their views, without asking anybody. */
function appending(database: Database) {
  let { seq, hash } = database.prepare<Head>('SELECT seq, hash FROM fact ORDER BY seq DESC LIMIT 1').get() ?? EMPTY
  const views = openViews()
  const insert = query(`INSERT INTO fact VALUES (${Array(13).fill('?').join(', ')})`)
  const counted = database.prepare<{ stream: StreamName; n: number }>(
    'SELECT stream, max(n) AS n FROM fact GROUP BY stream',
  )
  const lengths = new Map(counted.all().map(({ stream, n }) => [stream, n]))
  return {
    seq: () => seq,
    *all(facts: readonly OneFact[]): Steps<void> {
      for (const { stream, at, actor, ...fact } of facts) {
        const entry = { stream, at, actor, expected: lengths.get(stream) ?? 0, facts: [fact as NewOne], command: null }
        for (const appended of chained(entry, { seq, hash }, null)) {
          ;({ seq, hash } = appended)
          lengths.set(stream, appended.n)
          yield* run(insert, ...valuesOf(appended))
          yield* views.apply(appended)
        }
      }
    },
  }
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

/** The employer as it was registered, and its HR. */
function employerIn(database: Database): readonly OneFact[] {
  const [org, ...hr] = STAFFED
  const facts = database.prepare<FactRow>(
    `SELECT * FROM fact WHERE (stream = 'org/' || ?1 AND kind = 'org-registered')
       OR (kind IN ('account-opened', 'member-added') AND json_extract(data, '$.role') IS NOT 'applicant'
         AND json_extract(data, '$.account') IN (SELECT value FROM json_each(?2))) ORDER BY seq`,
  )
  return facts.all(org ?? '', JSON.stringify(hr)).map(factOf)
}

/** Everything that the ledger says of one person, in order; a submitted case goes on to its end. */
function factsOf(database: Database, person: AccountId, until: StateKind | undefined): readonly OneFact[] {
  const facts = database
    .prepare<FactRow>(
      `SELECT * FROM fact WHERE stream IN ('account/' || ?1, 'archive/' || ?1) OR stream LIKE 'application/' || ?1 || '.%'
       OR (kind = 'member-added' AND json_extract(data, '$.account') = ?1) ORDER BY seq`,
    )
    .all(person)
    .map(factOf)
  const submitted = facts.find(isApplicationSubmitted)
  if (!submitted) return facts
  return [...facts, ...decidedOn(submitted.stream, person, planOf(database, submitted.data.submission), until)]
}

function planOf(database: Database, { plan }: Submission): Plan {
  const row = database
    .prepare<FactRow>(`SELECT * FROM fact WHERE kind = 'plan-published' AND stream = ? ORDER BY seq DESC LIMIT 1`)
    .get(`plan/${plan.id}`)
  if (!row) throw new Error(`no plan ${plan.id}`)
  return (factOf(row).data as { plan: Plan }).plan
}

/** What was decided on a smaller application under the same plan, by the sample's offices. */
function decidedOn(stream: StreamName, owner: AccountId, plan: Plan, until: StateKind | undefined): readonly OneFact[] {
  const history = new CaseHistory({ ...plan, paymentMode: 'none' }).submitted()
  walk(history, CHAIN, ({ state }) => state.kind === until)
  const facts = history.facts.slice(1).map(
    ({ kind, data, at, actor }, n): OneFact => ({
      ...{ stream, kind, data, at, actor },
      id: idOf(`${stream} ${n}`),
    }),
  )
  const text = STAGE_CODES.reduce(
    (whole, stage) => whole.replaceAll(`"${orgFor(stage)}"`, `"${OFFICES[stage] ?? SX_ECO_OFFICE.id}"`),
    canonicalJson(facts).replaceAll(OWNER.accountId, owner),
  )
  return JSON.parse(text)
}

/**
 * The same of somebody else: with ids of their own, and digests of what now stands there.
 * @param names what is called otherwise
 * @param which of the copies, for the ids
 */
function renamed(facts: readonly OneFact[], names: ReadonlyMap<string, string>, which: string): readonly OneFact[] {
  const replaced = new Map(names)
  const words = new RegExp(`${[...names.keys()].join('|')}|\\b[0-9a-z]{20,64}\\b`, 'g')
  return facts.map((fact) => {
    replaced.set(fact.id, idOf(`${fact.id} ${which}`))
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
