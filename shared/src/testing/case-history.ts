/**
 * A case as tests write it down: commands by people, in order, each at its own moment; what they led to is folded as the relay would.
 *
 *     const history = new CaseHistory(plan).submitted().does(CLERK, { kind: 'open-submission', digest })
 */
import type { Actor } from '../account/actor.ts'
import { type Submission, submissionDigest } from '../application/submission.ts'
import { decideCase, foldCase } from '../case/case.ts'
import type { CaseCommand, CaseRefusal, CaseSituation } from '../case/case-commands.ts'
import type { CaseFact, CaseHistoryFact, RecordedCaseFact } from '../case/case-facts.ts'
import type { Case } from '../case/case-state.ts'
import type { Seat } from '../case/chain.ts'
import { evolveCase } from '../case/evolve-case.ts'
import type { FeeSetting } from '../case/fees.ts'
import { sha256Hex } from '../kernel/canonical.ts'
import type { AccountId, ApplicationId, FactId, ItemId, OrgId } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import { addDays } from '../kernel/working-days.ts'
import type { Plan } from '../plan/plan.ts'
import { STAGE_CODES, type StageCode } from '../plan/stage-code.ts'
import { EMPLOYER } from './review-history.ts'

export const OWNER: Actor = { accountId: 'xumingchuan' as AccountId, memberships: [] }
export const LEAD: Actor = {
  accountId: 'zhoumin' as AccountId,
  memberships: [{ orgId: EMPLOYER.id, role: 'hr-lead' }],
}
export const CLERK: Actor = {
  accountId: 'wangxiao' as AccountId,
  memberships: [{ orgId: EMPLOYER.id, role: 'hr-clerk' }],
}
export const STRANGER: Actor = {
  accountId: 'stranger' as AccountId,
  memberships: [
    { orgId: 'elsewhere' as OrgId, role: 'hr-lead' },
    { orgId: 'elsewhere-office' as OrgId, role: 'committee-office' },
  ],
}
export const EXPERTS = ['expert-a', 'expert-b', 'expert-c'].map(
  (id): Actor => ({ accountId: id as AccountId, memberships: [] }),
)

/** Each stage has an office of its own, so acting for the wrong one is always somebody else. */
export const REGISTER: readonly Seat[] = STAGE_CODES.map((stage) => ({
  stage,
  org: orgFor(stage),
  acceptancePoints: null,
}))

export function orgFor(stage: StageCode): OrgId {
  return `office-${stage.toLowerCase().replace('_', '-')}` as OrgId
}

export function officerAt(stage: StageCode): Actor {
  const role = stage.startsWith('DEPT') ? 'department' : 'committee-office'
  return {
    accountId: `officer-${stage.toLowerCase().replace('_', '-')}` as AccountId,
    memberships: [{ orgId: orgFor(stage), role }],
  }
}

export function submissionFor(
  plan: Plan,
  paper = '曹娥江流域总磷通量估算',
  statement = '从事地表水监测。',
): Submission {
  const application = 'xumingchuan.aaaaaaaa' as ApplicationId
  const revision = (item: string, part: 'profile' | 'paper', fields: Record<string, string>) => ({
    item: item as ItemId,
    part,
    digest: sha256Hex(item, JSON.stringify(fields)),
    content: { part, version: 1, fields, evidence: [] },
    salt: sha256Hex(item),
    approval: 'fact-1' as FactId,
    approvedAt: '2022-09-01T00:00:00.000Z',
    approvedBy: LEAD.accountId,
    employer: EMPLOYER,
    note: null,
  })
  return {
    application,
    owner: OWNER.accountId,
    plan: { id: plan.id, version: plan.version, title: plan.title, year: plan.year },
    employer: EMPLOYER,
    form: {
      type: plan.applicationTypes[0]?.code ?? 'normal',
      ticks: [],
      category: plan.categories[0]?.code ?? '',
      acceptancePoint: plan.acceptancePoints[0]?.code ?? '',
      statement,
    },
    profile: revision('profile', 'profile', {
      fullName: '许明川',
      gender: 'male',
      birthDate: '1988-03-07',
      idNumber: '330683198803071539',
      mobile: '13800000005',
      staffing: 'institutionQuota',
    }),
    pulls: [revision('paper-1', 'paper', { title: paper, publishYm: '202106', rank: '1' })],
    warnings: [],
  }
}

export class CaseHistory {
  readonly facts: RecordedCaseFact[] = []
  readonly plan: Plan
  now: Date
  feeSetting: FeeSetting
  private folded: Case = foldCase([])

  constructor(plan: Plan, feeSetting: FeeSetting = {}) {
    this.plan = plan
    this.feeSetting = feeSetting
    this.now = new Date(Date.parse(plan.window.open) + 3_600_000)
  }

  get case(): Case {
    return this.folded
  }

  submitted(submission: Submission = submissionFor(this.plan)): this {
    const data = { submission, digest: submissionDigest(submission) }
    return this.record({ kind: 'application-submitted', data }, OWNER)
  }

  /** Calendar days later, at the same hour. */
  later(days: number): this {
    const today = this.now.toISOString()
    this.now = new Date(`${addDays(today.slice(0, 10), days)}${today.slice(10)}`)
    return this
  }

  situation(actor: Actor | 'relay'): CaseSituation {
    return { actor, plan: this.plan, register: REGISTER, feeSetting: this.feeSetting, now: this.now }
  }

  /** @param known what the relay knows beside the case */
  asks(
    actor: Actor | 'relay',
    command: CaseCommand,
    known: Pick<CaseSituation, 'othersRecommended'> = {},
  ): Result<readonly CaseFact[], CaseRefusal> {
    return decideCase(this.folded, command, { ...this.situation(actor), ...known })
  }

  /** @throws with the refusal when it was refused */
  does(actor: Actor | 'relay', ...commands: readonly CaseCommand[]): this {
    for (const command of commands) {
      const decided = this.asks(actor, command)
      if (!decided.ok) throw new Error(`${command.kind} refused: ${JSON.stringify(decided.refusal)}`)
      for (const fact of decided.value) this.record(fact, actor)
    }
    return this
  }

  /** As if these had happened to it, each at its own moment. */
  replay(facts: readonly RecordedCaseFact[]): this {
    this.facts.push(...facts)
    for (const fact of facts) this.folded = evolveCase(this.folded, fact)
    return this
  }

  /** A second history that goes on from here without touching this one. */
  fork(): CaseHistory {
    const other = new CaseHistory(this.plan, this.feeSetting)
    other.now = this.now
    other.facts.push(...this.facts)
    other.folded = this.folded
    return other
  }

  private record(fact: CaseHistoryFact, actor: Actor | 'relay'): this {
    const recorded = { ...fact, at: this.now.toISOString(), actor: actor === 'relay' ? actor : actor.accountId }
    this.facts.push(recorded)
    this.folded = evolveCase(this.folded, recorded)
    return this
  }
}
