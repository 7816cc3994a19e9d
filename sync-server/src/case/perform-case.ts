/**
 * Case commands, decided against what the relay itself knows: who asks, how the case stands by its facts, the version of the plan it was made
 * for, what offices set, the clock. Who may not ask at all is told nothing, not even whether there is such an application.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import { decideCase, foldCase } from '@yejibu/shared/case/case'
import type { CaseCommand, CaseCommandOf, CaseRefusal } from '@yejibu/shared/case/case-commands'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case } from '@yejibu/shared/case/case-state'
import { mayAskOf } from '@yejibu/shared/case/turns'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { type ApplicationId, ownerOfApplication } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Plan } from '@yejibu/shared/plan/plan'
import {
  type AskedCaseKind,
  CASE_COMMANDS,
  type CaseBody,
  type ClockCommandKind,
} from '@yejibu/shared/wire/case-commands'
import type { SubmissionRegister } from '../application/submission-register.ts'
import type { EvidenceStore } from '../evidence/evidence.ts'
import { type MalformedRefusal, parseWith } from '../http/parse.ts'
import type { AppendRefusal, AskedCommand } from '../ledger/ledger.ts'
import { askedCommand, type Perform } from '../ledger/perform.ts'
import { type SituationParts, situationOf } from './case-situation.ts'
import type { PaymentOrders } from './payment-orders.ts'
import { rosterRows } from './roster-rows.ts'

export interface CaseParts extends SituationParts {
  readonly perform: Perform
  readonly submissions: SubmissionRegister
}

export type PerformCaseRefusal = MalformedRefusal | AppendRefusal | CaseRefusal
type Performed = Promise<Result<readonly Fact[], PerformCaseRefusal>>

export async function performCase(
  parts: CaseParts & { readonly orders: PaymentOrders; readonly evidence: Pick<EvidenceStore, 'missing'> },
  kind: AskedCaseKind,
  body: unknown,
  actor: Actor,
): Performed {
  const parsed = parseWith(CASE_COMMANDS[kind], body)
  if (!parsed.ok) return parsed
  const { id, expected, application, ...rest } = parsed.value
  const chain = 'chain' in rest ? rest.chain : null
  const known = (kase: Case) => situationOf(parts, kase, actor, chain)
  return parts.perform<CaseRefusal>({
    stream: `application/${application}`,
    actor: actor.accountId,
    command: askedCommand(id, kind, parsed.value),
    expected,
    mayAsk: async () => {
      const kase = caseOf(await parts.ledger.read(`application/${application}`))
      const situation = await known(kase)
      const may = situation
        ? mayAskOf(kase, { kind, ...rest }, situation)
        : actor.accountId === ownerOfApplication(application)
      return may ? ok(true) : refuse({ kind: 'not-yours' })
    },
    decide: async (facts) => {
      const kase = caseOf(facts)
      const situation = await known(kase)
      if (!situation) return refuse({ kind: 'not-in-this-state', state: kase.state.kind })
      if ('order' in rest && (await isOfAnother(parts.orders, rest.order, application)))
        return refuse({ kind: 'order-taken', order: rest.order })
      const command = await commandOf(parts.submissions, kind, rest, situation.plan)
      if (!command) return refuse({ kind: 'roster-unsorted' })
      // What falsification rests on is handed over first, by who establishes it.
      const named = command.kind === 'void-application' ? command.evidence : []
      const missingEvidence = await parts.evidence.missing(actor.accountId, named)
      return decideCase(kase, command, { ...situation, missingEvidence })
    },
  })
}

/** What the relay does by itself: its clock's steps, refused where nothing is due, what the public asks through it, and a provider's news. */
export function performByRelay(
  parts: Omit<CaseParts, 'submissions'>,
  application: ApplicationId,
  command: CaseCommandOf<ClockCommandKind | 'record-objection' | 'confirm-payment'>,
  asked: AskedCommand | null = null,
): Promise<Result<readonly Fact[], CaseRefusal | AppendRefusal>> {
  return parts.perform<CaseRefusal>({
    stream: `application/${application}`,
    actor: 'relay',
    command: asked,
    expected: null,
    decide: async (facts) => {
      const kase = caseOf(facts)
      const situation = await situationOf(parts, kase, 'relay')
      return situation ? decideCase(kase, command, situation) : refuse({ kind: 'not-yours' })
    },
  })
}

/** A provider's news names nothing but the order, so no two cases share one. */
async function isOfAnother(orders: PaymentOrders, order: string, application: ApplicationId): Promise<boolean> {
  const known = await orders.applicationOfOrder(order)
  return known !== null && known !== application
}

export function caseOf(facts: readonly Fact[]): Case {
  return foldCase(facts.filter(isCaseFact))
}

async function commandOf(
  submissions: SubmissionRegister,
  kind: AskedCaseKind,
  rest: object,
  plan: Plan,
): Promise<CaseCommand | null> {
  // The schemas fit the commands but for what is added here (`DriftedKind` of the wire is never).
  if (kind !== 'put-on-roster') return { kind, ...rest } as CaseCommand
  const asked = rest as Omit<CaseBody<'put-on-roster'>, 'id' | 'expected' | 'application'>
  const rows = await rosterRows(submissions, plan, asked.roster)
  return rows && { kind, ...asked, ...rows }
}
