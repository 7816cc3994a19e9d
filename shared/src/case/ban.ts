/**
 * What follows falsification: no application for a higher title for the plan's number of years, from the year after the review (domain #45,
 * V-BAN). Enforced at the next start, and again at submission, by the years of reviews found here.
 */
import type { Plan } from '../plan/plan.ts'
import type { CaseHistoryFact, RecordedCaseFact } from './case-facts.ts'
import { caseRulesOf } from './case-rules.ts'
import type { Ban } from './case-state.ts'

export function banOf(plan: Plan): Ban {
  return { reviewYear: plan.year, from: plan.year + 1, until: plan.year + caseRulesOf(plan).banYears }
}

/** Years of reviews in which something of a person's was found to be falsified, from the facts of all her applications. */
export function falsifiedIn(facts: Iterable<CaseHistoryFact>): readonly number[] {
  const years = new Set<number>()
  for (const fact of facts) if (fact.kind === 'application-voided') years.add(fact.data.ban.reviewYear)
  return [...years].sort((a, b) => a - b)
}

/** The files that a falsification was established with, and who handed each over. */
export function voidedBecauseOf(
  facts: readonly RecordedCaseFact[],
): readonly { readonly sha256: string; readonly by: RecordedCaseFact['actor'] }[] {
  return facts.flatMap((fact) =>
    fact.kind === 'application-voided' ? fact.data.evidence.map((sha256) => ({ sha256, by: fact.actor })) : [],
  )
}

/** Everything that was spoken against a person, from the facts of all her applications. */
export function bansIn(facts: Iterable<CaseHistoryFact>): readonly Ban[] {
  return [...facts].flatMap((fact) => (fact.kind === 'application-voided' ? [fact.data.ban] : []))
}

/** The ban that stands in the way of a plan of this year, or null; of several the one that ends last. */
export function banOn(plan: Pick<Plan, 'year'>, facts: Iterable<CaseHistoryFact>): Ban | null {
  return bansIn(facts)
    .filter(({ from, until }) => from <= plan.year && plan.year <= until)
    .reduce<Ban | null>((last, ban) => (last && last.until >= ban.until ? last : ban), null)
}
