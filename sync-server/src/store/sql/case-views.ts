/**
 * The views over cases. A case is folded anew from its own few facts by the shared rule, so the view has no rule of its own; a fact of one
 * application touches its rows alone.
 */
import { foldCase } from '@yejibu/shared/case/case'
import { type CaseHistoryFact, isCaseFact } from '@yejibu/shared/case/case-facts'
import { type CaseMessage, messagesOf, reminderFrom } from '@yejibu/shared/case/case-messages'
import { type Case, isFrozen, isLive, stageOf } from '@yejibu/shared/case/case-state'
import { orgAt } from '@yejibu/shared/case/chain'
import { tabFor } from '@yejibu/shared/case/decisions'
import { isOfficeSettingFact } from '@yejibu/shared/case/office-settings'
import { isReminderFact, type ReminderFact } from '@yejibu/shared/case/reminders'
import { canonicalJson } from '@yejibu/shared/kernel/canonical'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import { all, get, query, run, type Steps, upsert } from '../store.ts'
import { type FactRow, factOf } from './fact-row.ts'

export const CASE_VIEW_TABLES = [
  'view_case',
  'view_case_tab',
  'view_seats',
  'view_fees',
  'view_notice',
  'view_message',
] as const

/** Facts under whose id a notice is read by anybody. */
const OPENS_NOTICE: ReadonlySet<string> = new Set(['notice-started', 'list-posted', 'result-notice-opened'])

export function openCaseViews(): { apply(fact: Fact): Steps<void> } {
  const ofStream = query<FactRow>('SELECT * FROM fact WHERE stream = ? AND seq <= ? ORDER BY n')
  const putCase = upsert(
    'view_case',
    ['application'],
    [
      ...[
        'application',
        'owner',
        'plan',
        'year',
        'employer',
        'name',
        'type',
        'category',
        'state',
        'stage',
        'org',
        'round',
      ],
      ...['submitted_at', 'moved_at', 'is_frozen', 'is_live', 'falsified_in', 'plan_title'],
    ],
  )
  const dropTabs = query('DELETE FROM view_case_tab WHERE application = ?')
  const putTab = query('INSERT INTO view_case_tab (org, application, tab) VALUES (?, ?, ?)')
  const putSeats = upsert('view_seats', ['plan'], ['plan', 'seats'])
  const leadOf = query<{ lead: string }>('SELECT lead FROM view_registration WHERE org = ?')
  const putNotice = query('INSERT INTO view_notice (code, application) VALUES (?, ?)')
  const putMessage = query(
    'INSERT INTO view_message (seq, account, kind, subject, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const holders = query<{ account: string }>(
    'SELECT DISTINCT account FROM view_member WHERE org = ? AND role IN (SELECT value FROM json_each(?)) ORDER BY account',
  )
  const putFees = upsert('view_fees', ['plan', 'org'], ['plan', 'org', 'fees'])

  const tell = function* (fact: Fact & CaseHistoryFact, kase: Case, application: string): Steps<void> {
    yield* put(fact, messagesOf(fact, kase), application)
  }
  const applyReminder = function* (fact: Fact & ReminderFact): Steps<void> {
    const application = fact.stream.slice('application/'.length) as ApplicationId
    const kase = foldCase((yield* all(ofStream, fact.stream, fact.seq)).map(factOf).filter(isCaseFact))
    yield* put(fact, reminderFrom(fact, application, kase), application)
  }
  const put = function* (fact: Fact, messages: readonly CaseMessage[], application: string): Steps<void> {
    for (const { kind, to } of messages) {
      const accounts = 'account' in to ? [to.account] : (yield* holdersOf(to)).map((row) => row.account)
      for (const account of accounts) yield* run(putMessage, fact.seq, account, kind, application, fact.at)
    }
  }
  const holdersOf = function* (
    to: { readonly leadsOf: OrgId } | { readonly hrOf: OrgId },
  ): Steps<readonly { readonly account: string }[]> {
    return 'leadsOf' in to
      ? yield* all(holders, to.leadsOf, JSON.stringify(['hr-lead']))
      : yield* all(holders, to.hrOf, JSON.stringify(['hr-lead', 'hr-clerk']))
  }

  const applyCase = function* (fact: Fact & CaseHistoryFact): Steps<void> {
    const application = fact.stream.slice('application/'.length)
    const kase = foldCase((yield* all(ofStream, fact.stream, fact.seq)).map(factOf).filter(isCaseFact))
    const { filed, route, state } = kase
    if (!filed) return
    const { owner, plan, employer, form, profile } = filed.submission
    const stage = stageOf(state)
    yield* run(
      putCase,
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
    yield* run(dropTabs, application)
    for (const org of orgsOf(kase)) {
      const tab = tabFor(kase, org)
      if (tab) yield* run(putTab, org, application, tab)
    }
    if (OPENS_NOTICE.has(fact.kind)) yield* run(putNotice, fact.id, application)
    yield* tell(fact, kase, application)
  }

  return {
    // Canonical, so that a fact just decided and one read back write the same row.
    *apply(fact) {
      if (isCaseFact(fact)) yield* applyCase(fact)
      else if (isReminderFact(fact)) yield* applyReminder(fact)
      else if (isOfficeSettingFact(fact)) {
        const { plan } = fact.data
        if (fact.kind === 'seats-set') yield* run(putSeats, plan, canonicalJson(fact.data.seats))
        else yield* run(putFees, plan, fact.stream.slice('org/'.length), canonicalJson(fact.data.fees))
      } else if (fact.kind === 'authorisation-approved' || fact.kind === 'authorisation-refused') {
        const org = fact.stream.slice('org/'.length)
        const kind = fact.kind === 'authorisation-approved' ? 'employer-approved' : 'employer-refused'
        const lead = (yield* get(leadOf, org))?.lead
        if (lead) yield* run(putMessage, fact.seq, lead, kind, org, fact.at)
      }
    },
  }
}

/** Every organisation that may have it under a tab: where it was submitted, where it is to go, and who decided in an earlier round. */
function orgsOf({ filed, route, decisions, payments }: Case): ReadonlySet<OrgId> {
  const orgs = new Set<OrgId>(decisions.map(({ org }) => org))
  if (filed) orgs.add(filed.submission.employer.id)
  for (const { org } of route?.stops ?? []) orgs.add(org)
  for (const { collector } of Object.values(payments)) if (collector) orgs.add(collector)
  return orgs
}
