/** The rows of a roster as the relay knows them: names and categories from what was submitted, the order from the plan; only who is special is the office's word. */
import type { RosterOrder, RosterRow } from '@yejibu/shared/case/roster'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { SubmissionRegister } from '../application/submission-register.ts'

/** Null when a row is not an application under the plan. */
export async function rosterRows(
  submissions: SubmissionRegister,
  plan: Plan,
  asked: readonly Pick<RosterRow, 'application' | 'special'>[],
): Promise<{ readonly roster: readonly RosterRow[]; readonly order: RosterOrder } | null> {
  const roster: RosterRow[] = []
  for (const { application, special } of asked) {
    const known = await submissions.rosterPart(application, plan.id)
    if (!known) return null
    roster.push({ application, special, ...known })
  }
  const categories = plan.categories.map(({ code }) => code)
  return { roster, order: { categories, specialFirst: 'per-category' } }
}
