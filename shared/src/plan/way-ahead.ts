/**
 * Where an application goes once it is submitted, as far as the plan says it: to the employer first, then along one of the plan's chains, which the
 * employer names when it reports; and which acceptance point (受理点) somebody's affiliation speaks for (domain §4.4–4.7).
 */
import type { FieldValues } from '../archive/item.ts'
import type { AcceptancePoint, Plan } from './plan.ts'
import type { StageCode } from './stage-code.ts'

export interface WayAhead {
  /** The chosen one, or null. */
  readonly point: AcceptancePoint | null
  /** The ones that the plan knows; `stages` come after the employer, in order. */
  readonly chains: readonly {
    readonly code: string
    readonly appliesTo: string
    readonly stages: readonly StageCode[]
  }[]
}

export function wayAhead(plan: Pick<Plan, 'acceptancePoints' | 'chains'>, acceptancePoint: string): WayAhead {
  return {
    point: plan.acceptancePoints.find(({ code }) => code === acceptancePoint) ?? null,
    chains: plan.chains.map(({ code, appliesTo, stages }) => ({
      code,
      appliesTo,
      stages: stages.filter((stage) => stage !== 'EMP'),
    })),
  }
}

const MUNICIPAL = '市本级'

/**
 * The point that her affiliation speaks for: the one whose county, city or district her competent department, or else her employer, names; the
 * municipal one for a municipal department. Null where that is none or not one alone: a suggestion, never a decision.
 */
export function suggestedPoint(
  { acceptancePoints }: Pick<Plan, 'acceptancePoints'>,
  { competentDeptName, currentEmployer }: FieldValues,
): AcceptancePoint | null {
  for (const name of [competentDeptName, currentEmployer]) {
    if (!name) continue
    const named = acceptancePoints.filter(({ region }) => region !== MUNICIPAL && name.includes(placeName(region)))
    if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null
  }
  const isMunicipal = /^[^县区]+市[^县区]*(?:局|委员会|厅)$/.test(competentDeptName ?? '')
  return (isMunicipal && acceptancePoints.find(({ region }) => region === MUNICIPAL)) || null
}

/** 柯桥区 is named by 柯桥分局 too; a name of two characters (吴县) only whole. */
function placeName(region: string): string {
  return region.length > 2 ? region.replace(/[县市区]$/, '') : region
}
