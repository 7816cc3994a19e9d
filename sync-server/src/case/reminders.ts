/**
 * The round of reminders (shared/src/case/reminders.ts): drafts and what was returned under a plan that closes soon, and notices that are over. What was told
 * stands in the ledger, so a round may be run as often as one likes, by any relay.
 */
import { readApplication } from '@yejibu/shared/application/application-doc'
import type { Case } from '@yejibu/shared/case/case-state'
import { closesSoon, type ReminderFact, remindOfClosing, remindOfNotice } from '@yejibu/shared/case/reminders'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { type ApplicationId, applicationIdSchema, type PlanId } from '@yejibu/shared/kernel/ids'
import type { Result } from '@yejibu/shared/kernel/result'
import type { Plan } from '@yejibu/shared/plan/plan'
import type * as Y from 'yjs'
import { type PlanRegister, readPlan } from '../plan/plan-register.ts'
import type { UpdateLog } from '../relay/update-log.ts'
import type { CaseClockParts } from './case-clock.ts'
import { caseOf } from './perform-case.ts'

export interface ReminderParts extends CaseClockParts {
  readonly plans: PlanRegister
  readonly log: Pick<UpdateLog, 'list'>
  /** The caller destroys it. */
  readDocument(name: string): Promise<Y.Doc>
}

/** One round. @returns how many were told */
export async function remind(parts: ReminderParts): Promise<number> {
  let told = 0
  const now = parts.now()
  for (const application of await parts.standing.inStates(['notice-running'])) {
    if (await tell(parts, application, (facts, kase) => remindOfNotice(facts, kase, now))) told++
  }
  const closing = new Map<PlanId, Plan>()
  for (const id of await parts.plans.published()) {
    const plan = await readPlan(parts.ledger, id)
    if (plan && closesSoon(plan, now)) closing.set(id, plan)
  }
  if (closing.size === 0) return told
  for (const application of await draftsIn(parts)) {
    const plan = closing.get((await planOf(parts, application)) ?? ('' as PlanId))
    if (plan && (await tell(parts, application, (facts, kase) => remindOfClosing(facts, kase, plan, now)))) told++
  }
  return told
}

type Due = Result<readonly ReminderFact[], { readonly kind: 'nothing-due' }>

async function tell(
  { perform, ledger }: ReminderParts,
  application: ApplicationId,
  due: (facts: readonly Fact[], kase: Case) => Due,
): Promise<boolean> {
  const stream = `application/${application}` as const
  const before = await ledger.read(stream)
  if (!due(before, caseOf(before)).ok) return false
  const done = await perform<{ readonly kind: 'nothing-due' }>({
    stream,
    actor: 'relay',
    command: null,
    expected: null,
    decide: async (facts) => due(facts, caseOf(facts)),
  })
  return done.ok
}

/** What lies with its owner by its facts, and every application that was ever written as a document. */
async function draftsIn({ log, standing }: ReminderParts): Promise<ReadonlySet<ApplicationId>> {
  const written = (await log.list()).flatMap(({ document }) => {
    const [kind, id] = document.split('/')
    const application = applicationIdSchema.safeParse(id)
    return kind === 'application' && application.success ? [application.data] : []
  })
  return new Set([...(await standing.inStates(['draft', 'emp-returned', 'stage-returned'])), ...written])
}

/** Of what was submitted before, the plan that it was submitted under; else what the draft says. */
async function planOf({ ledger, readDocument }: ReminderParts, application: ApplicationId): Promise<PlanId | null> {
  const { filed } = caseOf(await ledger.read(`application/${application}`))
  if (filed) return filed.submission.plan.id
  const doc = await readDocument(`application/${application}`)
  try {
    return readApplication(doc).plan
  } finally {
    doc.destroy()
  }
}
