/**
 * The views over cases. A case is folded anew from its own few facts by the shared rule, so the view has no rule of its own; a fact of one
 * application touches its rows alone.
 */
import { foldCase } from '@yejibu/shared/case/case'
import { type CaseHistoryFact, isCaseFact } from '@yejibu/shared/case/case-facts'
import { messagesOf } from '@yejibu/shared/case/case-messages'
import { type Case, isFrozen, isLive, stageOf } from '@yejibu/shared/case/case-state'
import { orgAt } from '@yejibu/shared/case/chain'
import { tabFor } from '@yejibu/shared/case/decisions'
import { isOfficeSettingFact } from '@yejibu/shared/case/office-settings'
import { canonicalJson } from '@yejibu/shared/kernel/canonical'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Database } from './database.ts'
import { type FactRow, factOf } from './fact-row.ts'

export const CASE_VIEW_TABLES = [
  'view_case',
  'view_case_tab',
  'view_seats',
  'view_fees',
  'view_notice',
  'view_message',
] as const

export function openCaseViews(database: Database): { apply(fact: Fact): void } {
  const ofStream = database.prepare<FactRow>('SELECT * FROM fact WHERE stream = ? AND seq <= ? ORDER BY n')
  const putCase = database.prepare(`INSERT OR REPLACE INTO view_case VALUES (${Array(18).fill('?').join(', ')})`)
  const dropTabs = database.prepare('DELETE FROM view_case_tab WHERE application = ?')
  const putTab = database.prepare('INSERT INTO view_case_tab (org, application, tab) VALUES (?, ?, ?)')
  const putSeats = database.prepare('INSERT OR REPLACE INTO view_seats (plan, seats) VALUES (?, ?)')
  const leadOf = database.prepare<{ lead: string }>('SELECT lead FROM view_registration WHERE org = ?')
  const putNotice = database.prepare('INSERT INTO view_notice (code, application) VALUES (?, ?)')
  const putMessage = database.prepare(
    'INSERT OR IGNORE INTO view_message (seq, account, kind, subject, at) VALUES (?, ?, ?, ?, ?)',
  )
  const holders = database.prepare<{ account: string }>(
    'SELECT DISTINCT account FROM view_member WHERE org = ? AND role IN (SELECT value FROM json_each(?)) ORDER BY account',
  )
  const putFees = database.prepare('INSERT OR REPLACE INTO view_fees (plan, org, fees) VALUES (?, ?, ?)')

  const tell = (fact: Fact & CaseHistoryFact, kase: Case, application: string) => {
    for (const { kind, to } of messagesOf(fact, kase)) {
      const accounts = 'account' in to ? [to.account] : holdersOf(to).map((row) => row.account)
      for (const account of accounts) putMessage.run(fact.seq, account, kind, application, fact.at)
    }
  }
  const holdersOf = (to: { readonly leadsOf: OrgId } | { readonly hrOf: OrgId }) =>
    'leadsOf' in to
      ? holders.all(to.leadsOf, JSON.stringify(['hr-lead']))
      : holders.all(to.hrOf, JSON.stringify(['hr-lead', 'hr-clerk']))

  const applyCase = (fact: Fact & CaseHistoryFact) => {
    const application = fact.stream.slice('application/'.length)
    const kase = foldCase(ofStream.all(fact.stream, fact.seq).map(factOf).filter(isCaseFact))
    const { filed, route, state } = kase
    if (!filed) return
    const { owner, plan, employer, form, profile } = filed.submission
    const stage = stageOf(state)
    putCase.run(
      application,
      owner,
      plan.id,
      plan.year,
      employer.id,
      profile.content.fields.fullName ?? '',
      form.type,
      form.category,
      state.kind,
      stage,
      stage === null || route === null ? null : orgAt(route, stage),
      filed.round,
      filed.at,
      fact.at,
      isFrozen(state.kind) ? 1 : 0,
      isLive(kase) ? 1 : 0,
      state.kind === 'voided' ? state.ban.reviewYear : null,
      plan.title,
    )
    dropTabs.run(application)
    for (const org of orgsOf(kase)) {
      const tab = tabFor(kase, org)
      if (tab) putTab.run(org, application, tab)
    }
    if (fact.kind === 'notice-started' || fact.kind === 'result-notice-opened') putNotice.run(fact.id, application)
    tell(fact, kase, application)
  }

  return {
    // Canonical, so that a fact just decided and one read back write the same row.
    apply(fact) {
      if (isCaseFact(fact)) applyCase(fact)
      else if (isOfficeSettingFact(fact)) {
        const { plan } = fact.data
        if (fact.kind === 'seats-set') putSeats.run(plan, canonicalJson(fact.data.seats))
        else putFees.run(plan, fact.stream.slice('org/'.length), canonicalJson(fact.data.fees))
      } else if (fact.kind === 'authorisation-approved' || fact.kind === 'authorisation-refused') {
        const org = fact.stream.slice('org/'.length)
        const kind = fact.kind === 'authorisation-approved' ? 'employer-approved' : 'employer-refused'
        const lead = leadOf.get(org)?.lead
        if (lead) putMessage.run(fact.seq, lead, kind, org, fact.at)
      }
    },
  }
}

/** Every organisation that may have it under a tab: where it was submitted, where it is to go, and who decided in an earlier round. */
function orgsOf({ filed, route, decisions }: Case): ReadonlySet<OrgId> {
  const orgs = new Set<OrgId>(decisions.map(({ org }) => org))
  if (filed) orgs.add(filed.submission.employer.id)
  for (const { org } of route?.stops ?? []) orgs.add(org)
  return orgs
}
