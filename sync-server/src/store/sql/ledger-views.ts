/**
 * The views over the ledger, kept in the transaction that appends. Each fact changes only what it says; `rebuildViews` fills all of them from
 * the beginning and must give the same rows.
 */
import { isRegistrationFact, registrationOf } from '@yejibu/shared/account/employer-registration'
import { isJoiningFact } from '@yejibu/shared/account/joining'
import { type AccountOpened, isOrgFact } from '@yejibu/shared/account/org'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { isPlanFact } from '@yejibu/shared/plan/plan-facts'
import { foldReview, reviewOf } from '@yejibu/shared/review/review'
import { isReviewFact, type StoredReviewFact } from '@yejibu/shared/review/review-facts'
import { isWaiting } from '@yejibu/shared/review/standing'
import { all, query, run, type Steps, upsert } from '../store.ts'
import { CASE_VIEW_TABLES, openCaseViews } from './case-views.ts'
import { type FactRow, factOf } from './fact-row.ts'

export const VIEW_TABLES = [
  'view_org',
  'view_member',
  'view_person',
  'view_review_item',
  'view_plan',
  'view_registration',
  'view_joining',
  ...CASE_VIEW_TABLES,
] as const

export interface Views {
  /** Inside the transaction that wrote the fact, after its row. */
  apply(fact: Fact): Steps<void>
}

export function openViews(): Views {
  const addOrg = query('INSERT INTO view_org (id, name, kind, credit_code) VALUES (?, ?, ?, ?)')
  const addMember = query('INSERT INTO view_member (org, account, role, since_seq) VALUES (?, ?, ?, ?)')
  const dropMember = query('DELETE FROM view_member WHERE org = ? AND account = ? AND role = ?')
  const addPerson = query('INSERT INTO view_person (id, username, name) VALUES (?, ?, ?)')
  const cases = openCaseViews()
  const putPlan = upsert('view_plan', ['id'], ['id', 'version', 'is_withdrawn'])
  const withdrawPlan = query('UPDATE view_plan SET is_withdrawn = 1 WHERE id = ?')
  const ofStream = query<FactRow>('SELECT * FROM fact WHERE stream = ? AND seq <= ? ORDER BY n')
  const putRegistration = upsert(
    'view_registration',
    ['org'],
    ['org', 'lead', 'credit_code', 'stage', 'sha256', 'reason', 'particulars', 'at'],
  )
  const putJoining = upsert('view_joining', ['org', 'account'], ['org', 'account', 'side', 'at', 'declined'])
  const dropJoining = query('DELETE FROM view_joining WHERE org = ? AND account = ?')
  const declineJoining = query('UPDATE view_joining SET declined = ?, at = ? WHERE org = ? AND account = ?')
  const ofItem = query<FactRow>(
    `SELECT * FROM fact WHERE stream = ? AND seq <= ? AND json_extract(data, '$.item') = ? ORDER BY n`,
  )
  const putReview = upsert(
    'view_review_item',
    ['archive', 'item'],
    ['archive', 'item', 'part', 'waiting_since', 'is_approved', 'last_verdict', 'last_at'],
  )

  // Folding the item's own few facts by the shared rule keeps the view from having a rule of its own.
  const applyReview = function* (fact: Fact & StoredReviewFact): Steps<void> {
    const { item } = fact.data
    const facts = (yield* all(ofItem, fact.stream, fact.seq, item)).map(factOf).filter(isReviewFact)
    const review = reviewOf(foldReview(facts), item)
    const part = facts.map((f) => ('part' in f.data ? f.data.part : null)).findLast((p) => p !== null) ?? 'profile'
    yield* run(
      putReview,
      fact.stream.slice('archive/'.length),
      item,
      part,
      review.sent && isWaiting(review) ? review.sent.at : null,
      review.approved ? 1 : 0,
      review.last?.verdict ?? null,
      review.last?.at ?? null,
    )
  }

  const applyRegistration = function* (fact: Fact): Steps<void> {
    const registration = registrationOf((yield* all(ofStream, fact.stream, fact.seq)).map(factOf))
    if (!registration) return
    const { particulars, stage, sha256, reason } = registration
    const { org, lead, creditCode } = particulars
    yield* run(putRegistration, org, lead, creditCode, stage, sha256, reason, JSON.stringify(particulars), fact.at)
  }

  return {
    *apply(fact) {
      if (isReviewFact(fact)) yield* applyReview(fact)
      else if (isRegistrationFact(fact)) {
        yield* applyRegistration(fact)
        yield* cases.apply(fact)
      } else if (isJoiningFact(fact)) {
        const { org, account } = fact.data
        if (fact.kind === 'joining-opened') yield* run(putJoining, org, account, fact.data.by, fact.at, null)
        else if (fact.data.reason === null) yield* run(dropJoining, org, account)
        else yield* run(declineJoining, fact.data.reason, fact.at, org, account)
      } else if (isOrgFact(fact)) {
        if (fact.kind === 'org-registered') yield* applyRegistration(fact)
        else if (fact.kind === 'member-added' && fact.data.role === 'applicant') {
          yield* run(dropJoining, fact.data.org, fact.data.account)
        }
        if (fact.kind === 'org-registered')
          yield* run(addOrg, fact.data.org, fact.data.name, fact.data.kind, fact.data.creditCode)
        else if (fact.kind === 'member-added')
          yield* run(addMember, fact.data.org, fact.data.account, fact.data.role, fact.seq)
        else yield* run(dropMember, fact.data.org, fact.data.account, fact.data.role)
      } else if (isAccountOpened(fact)) yield* run(addPerson, fact.data.account, fact.data.username, fact.data.name)
      else if (isPlanFact(fact)) {
        const id = fact.stream.slice('plan/'.length)
        if (fact.kind === 'plan-published') yield* run(putPlan, id, fact.data.plan.version, 0)
        else yield* run(withdrawPlan, id)
      } else yield* cases.apply(fact)
    },
  }
}

/** Empties the views and fills them from the facts: the steps of one transaction. */
export function* rebuildViews(): Steps<void> {
  const views = openViews()
  const facts = query<FactRow>('SELECT * FROM fact WHERE seq > ? ORDER BY seq LIMIT 500')
  for (const table of VIEW_TABLES) yield* run(query(`DELETE FROM ${table}`))
  for (let page = yield* all(facts, 0); page.length > 0; page = yield* all(facts, page.at(-1)?.seq ?? 0)) {
    for (const row of page) yield* views.apply(factOf(row))
  }
}

function isAccountOpened(fact: Fact): fact is Fact & AccountOpened {
  return fact.kind === 'account-opened'
}
