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
import { CASE_VIEW_TABLES, openCaseViews } from './case-views.ts'
import type { Database } from './database.ts'
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
  apply(fact: Fact): void
}

export function openViews(database: Database): Views {
  const addOrg = database.prepare('INSERT INTO view_org (id, name, kind, credit_code) VALUES (?, ?, ?, ?)')
  const addMember = database.prepare('INSERT INTO view_member (org, account, role, since_seq) VALUES (?, ?, ?, ?)')
  const dropMember = database.prepare('DELETE FROM view_member WHERE org = ? AND account = ? AND role = ?')
  const addPerson = database.prepare('INSERT INTO view_person (id, username, name) VALUES (?, ?, ?)')
  const cases = openCaseViews(database)
  const putPlan = database.prepare('INSERT OR REPLACE INTO view_plan (id, version, is_withdrawn) VALUES (?, ?, ?)')
  const withdrawPlan = database.prepare('UPDATE view_plan SET is_withdrawn = 1 WHERE id = ?')
  const ofStream = database.prepare<FactRow>('SELECT * FROM fact WHERE stream = ? AND seq <= ? ORDER BY n')
  const putRegistration = database.prepare(
    `INSERT OR REPLACE INTO view_registration (org, lead, credit_code, stage, sha256, reason, particulars, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const putJoining = database.prepare(
    'INSERT OR REPLACE INTO view_joining (org, account, side, at, declined) VALUES (?, ?, ?, ?, ?)',
  )
  const dropJoining = database.prepare('DELETE FROM view_joining WHERE org = ? AND account = ?')
  const declineJoining = database.prepare('UPDATE view_joining SET declined = ?, at = ? WHERE org = ? AND account = ?')
  const ofItem = database.prepare<FactRow>(
    `SELECT * FROM fact WHERE stream = ? AND seq <= ? AND json_extract(data, '$.item') = ? ORDER BY n`,
  )
  const putReview = database.prepare(
    `INSERT OR REPLACE INTO view_review_item (archive, item, part, waiting_since, is_approved, last_verdict, last_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )

  // Folding the item's own few facts by the shared rule keeps the view from having a rule of its own.
  const applyReview = (fact: Fact & StoredReviewFact) => {
    const { item } = fact.data
    const facts = ofItem.all(fact.stream, fact.seq, item).map(factOf).filter(isReviewFact)
    const review = reviewOf(foldReview(facts), item)
    const part = facts.map((f) => ('part' in f.data ? f.data.part : null)).findLast((p) => p !== null) ?? 'profile'
    putReview.run(
      fact.stream.slice('archive/'.length),
      item,
      part,
      review.sent && isWaiting(review) ? review.sent.at : null,
      review.approved ? 1 : 0,
      review.last?.verdict ?? null,
      review.last?.at ?? null,
    )
  }

  const applyRegistration = (fact: Fact) => {
    const registration = registrationOf(ofStream.all(fact.stream, fact.seq).map(factOf))
    if (!registration) return
    const { particulars, stage, sha256, reason } = registration
    const { org, lead, creditCode } = particulars
    putRegistration.run(org, lead, creditCode, stage, sha256, reason, JSON.stringify(particulars), fact.at)
  }

  return {
    apply(fact) {
      if (isReviewFact(fact)) applyReview(fact)
      else if (isRegistrationFact(fact)) {
        applyRegistration(fact)
        cases.apply(fact)
      } else if (isJoiningFact(fact)) {
        const { org, account } = fact.data
        if (fact.kind === 'joining-opened') putJoining.run(org, account, fact.data.by, fact.at, null)
        else if (fact.data.reason === null) dropJoining.run(org, account)
        else declineJoining.run(fact.data.reason, fact.at, org, account)
      } else if (isOrgFact(fact)) {
        if (fact.kind === 'org-registered') applyRegistration(fact)
        else if (fact.kind === 'member-added' && fact.data.role === 'applicant') {
          dropJoining.run(fact.data.org, fact.data.account)
        }
        if (fact.kind === 'org-registered')
          addOrg.run(fact.data.org, fact.data.name, fact.data.kind, fact.data.creditCode)
        else if (fact.kind === 'member-added') addMember.run(fact.data.org, fact.data.account, fact.data.role, fact.seq)
        else dropMember.run(fact.data.org, fact.data.account, fact.data.role)
      } else if (isAccountOpened(fact)) addPerson.run(fact.data.account, fact.data.username, fact.data.name)
      else if (isPlanFact(fact)) {
        const id = fact.stream.slice('plan/'.length)
        if (fact.kind === 'plan-published') putPlan.run(id, fact.data.plan.version, 0)
        else withdrawPlan.run(id)
      } else cases.apply(fact)
    },
  }
}

/** Empties the views and fills them from the facts, in one transaction. */
export function rebuildViews(database: Database): void {
  const views = openViews(database)
  const facts = database.prepare<FactRow>('SELECT * FROM fact WHERE seq > ? ORDER BY seq LIMIT 500')
  database.transaction(() => {
    for (const table of VIEW_TABLES) database.exec(`DELETE FROM ${table}`)
    for (let page = facts.all(0); page.length > 0; page = facts.all(page.at(-1)?.seq ?? 0)) {
      for (const row of page) views.apply(factOf(row))
    }
  })
}

function isAccountOpened(fact: Fact): fact is Fact & AccountOpened {
  return fact.kind === 'account-opened'
}
