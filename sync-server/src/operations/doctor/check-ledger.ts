/**
 * The chain, fact by fact: each has its number, follows the one before it, and is what its hash says; what it names by digest is what the
 * digest says. A fact that was changed is reported once, not again for everything that follows from the change.
 */

import { filesNamed } from '@yejibu/shared/application/filing'
import { isSubmissionFact } from '@yejibu/shared/application/standing-submission'
import { type Submission, submissionDigest } from '@yejibu/shared/application/submission'
import { isRevision } from '@yejibu/shared/archive/revision'
import { type Fact, isFactIntact, NO_PREVIOUS } from '@yejibu/shared/kernel/fact'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { type FactRow, factOf } from '../../store/sql/fact-row.ts'
import type { Database } from '../../store/sqlite/database.ts'
import { turnOfLoop } from '../../store/sqlite/sqlite-store.ts'
import type { Finding } from './finding.ts'

/** A file that an approval or a submission relies on. */
export interface Reliance {
  readonly archive: AccountId
  readonly sha256: string
  readonly by: string
}

export interface LedgerCheck {
  readonly facts: number
  readonly findings: readonly Finding[]
}

const PAGE = 500

/** Every fact that can be read, in order, with the finding where one cannot. */
export function* storedFacts(database: Database): Generator<Fact | Finding> {
  const page = database.prepare<FactRow>(`SELECT * FROM fact WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`)
  for (let rows = page.all(0); rows.length > 0; rows = page.all(rows.at(-1)?.seq ?? 0)) {
    for (const row of rows) yield read(row)
  }
}

function read(row: FactRow): Fact | Finding {
  try {
    return factOf(row)
  } catch {
    return { kind: 'fact-unreadable', at: `fact ${row.seq}`, detail: row.stream }
  }
}

export function isFact(read: Fact | Finding): read is Fact {
  return 'seq' in read
}

/** @param onReliance called for each file that a sound fact relies on */
export async function checkLedger(database: Database, onReliance: (reliance: Reliance) => void): Promise<LedgerCheck> {
  const findings: Finding[] = []
  const counts = new Map<string, number>()
  const approved = approvedDigests(database)
  let before = { seq: 0, hash: NO_PREVIOUS }
  // Where a fact is missing, its stream's count is off too: that would be the same thing told twice.
  let isWhole = true
  let facts = 0
  for (const fact of storedFacts(database)) {
    if (!isFact(fact)) {
      findings.push(fact)
      isWhole = false
      before = { seq: Number(fact.at.slice('fact '.length)), hash: '' }
      continue
    }
    facts++
    const found = linkFinding(fact, before, isWhole ? (counts.get(fact.stream) ?? 0) : null)
    if (found?.kind === 'fact-missing') isWhole = false
    const isIntact = isFactIntact(fact)
    if (!isIntact)
      findings.push({ kind: 'fact-changed', at: `fact ${fact.seq}`, detail: `${fact.stream} ${fact.kind}` })
    else if (found) findings.push(found)
    if (isIntact) findings.push(...contentFindings(fact, approved, onReliance))
    counts.set(fact.stream, fact.n)
    before = fact
    if (facts % PAGE === 0) await turnOfLoop()
  }
  const cut = database.prepare<{ id: string }>('SELECT id FROM command WHERE last_seq > ? ORDER BY id').all(before.seq)
  for (const { id } of cut)
    findings.push({ kind: 'ledger-cut', at: `command ${id}`, detail: `after fact ${before.seq}` })
  return { facts, findings }
}

/**
 * @param before the fact before it; its hash is empty when it could not be read
 * @param n how many facts its stream had so far, or null when that is not known
 */
function linkFinding(
  fact: Fact,
  before: { readonly seq: number; readonly hash: string },
  n: number | null,
): Finding | null {
  if (fact.seq !== before.seq + 1) {
    const missing = fact.seq - before.seq === 2 ? `${before.seq + 1}` : `${before.seq + 1}–${fact.seq - 1}`
    return { kind: 'fact-missing', at: `fact ${missing}`, detail: `before ${fact.stream} ${fact.kind}` }
  }
  if (before.hash !== '' && fact.prev !== before.hash) {
    return { kind: 'fact-unlinked', at: `fact ${fact.seq}`, detail: `${fact.stream} ${fact.kind}` }
  }
  if (n !== null && fact.n !== n + 1) {
    return { kind: 'stream-miscounted', at: `fact ${fact.seq}`, detail: `${fact.stream} ${n} → ${fact.n}` }
  }
  return null
}

/** What a sound approval with this id approved, if there was one before the fact with this number. */
type ApprovedDigest = (id: string, before: number) => string | null

/** Looked up when a submission names one: an office of many years has millions, and few are pulled. */
function approvedDigests(database: Database): ApprovedDigest {
  const find = database.prepare<FactRow>(`SELECT * FROM fact WHERE id = ? AND seq < ? AND kind = 'revision-approved'`)
  return (id, before) => {
    const [row] = find.all(id, before)
    const fact = row ? read(row) : null
    if (!fact || !isFact(fact) || !isFactIntact(fact) || !isReviewFact(fact) || !('content' in fact.data)) return null
    const { digest, item, content, salt } = fact.data
    const archive = fact.stream.slice('archive/'.length) as AccountId
    return isSound(() => isRevision({ digest, content, salt }, { archive, item })) ? digest : null
  }
}

function contentFindings(
  fact: Fact,
  approved: ApprovedDigest,
  onReliance: (reliance: Reliance) => void,
): readonly Finding[] {
  if (isReviewFact(fact) && 'content' in fact.data) {
    const { item, digest, content, salt } = fact.data
    const archive = fact.stream.slice('archive/'.length) as AccountId
    if (!isSound(() => isRevision({ digest, content, salt }, { archive, item }))) {
      return [
        { kind: 'revision-not-its-digest', at: `fact ${fact.seq}`, detail: `${fact.stream} ${fact.kind} ${item}` },
      ]
    }
    if (fact.kind === 'revision-approved') {
      for (const { sha256 } of content.evidence) onReliance({ archive, sha256, by: `fact ${fact.seq} ${item}` })
    }
    return []
  }
  if (!isSubmissionFact(fact)) return []
  const { submission, digest } = fact.data
  const findings = submissionFindings(fact.seq, submission, digest, approved)
  const { owner, filing } = submission
  // What lies in an altered submission is not gone by: its files could be anybody's.
  if (findings.length > 0 || !filing) return findings
  for (const { sha256 } of filesNamed({ asks: [...filing.asked] }, filing)) {
    onReliance({ archive: owner, sha256, by: `fact ${fact.seq} ${submission.application}` })
  }
  return findings
}

function submissionFindings(
  seq: number,
  submission: Submission,
  digest: string,
  approved: ApprovedDigest,
): readonly Finding[] {
  const at = `fact ${seq}`
  if (!isSound(() => submissionDigest(submission) === digest)) {
    return [{ kind: 'submission-not-its-digest', at, detail: submission.application }]
  }
  return [submission.profile, ...submission.pulls].flatMap((pull): Finding[] => {
    const place = { archive: submission.owner, item: pull.item }
    const detail = `${submission.application} ${pull.item}`
    if (!isSound(() => isRevision(pull, place))) return [{ kind: 'revision-not-its-digest', at, detail }]
    return approved(pull.approval, seq) === pull.digest ? [] : [{ kind: 'pull-without-approval', at, detail }]
  })
}

/** Data of any shape may lie in a file that somebody wrote into: what cannot even be judged is not sound. */
function isSound(judge: () => boolean): boolean {
  try {
    return judge()
  } catch {
    return false
  }
}
