import type { Plan } from '@yejibu/shared/plan/plan'

/** What a person writes on the form of an application of the normal type, at the first category and the first point of acceptance that there is. */
export function plainForm(plan: Plan, statement: string) {
  return {
    type: 'normal',
    ticks: [] as string[],
    category: plan.categories[0]?.code ?? '',
    acceptancePoint: plan.acceptancePoints[0]?.code ?? '',
    statement,
  }
}
