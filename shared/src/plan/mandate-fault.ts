/** A letter (评审委托书) that a plan asks for on a chain where nobody could issue it in time would stop every case there: such a plan is not published. */
import type { Plan } from './plan.ts'
import type { StageCode } from './stage-code.ts'

/** `nobody-issues`: no station of the rule is on the chain and reviews. `issued-too-late`: it comes after the one that takes no case without the letter. */
export type MandateFault = 'nobody-issues' | 'issued-too-late' | 'not-after-a-decision'

const REVIEWS: readonly StageCode[] = [
  'TALENT',
  'DEPT_C',
  'DEPT_M',
  'DEPT_P',
  'HRSS_C',
  'HRSS_M',
  'ECO_HR',
  'JR_OFFICE',
  'MID_OFFICE',
  'SR_OFFICE',
  'CENTER',
]
/** An office sends the case on from here; from elsewhere (a fee, a notice) it goes by itself, and nobody could be told that the letter is missing. */
const SENDS_ON: readonly StageCode[] = [...REVIEWS, 'JR_MEETING', 'MID_MEETING', 'SR_MEETING']

/** Why no case of this chain could get its letter in time; null when it can, or needs none. */
export function mandateFault(
  { mandate, chains, mode }: Pick<Plan, 'mandate' | 'chains' | 'mode'>,
  chain: string,
): MandateFault | null {
  const stages = chains.find(({ code }) => code === chain)?.stages ?? []
  if (!mandate || mode === 'initial-determination' || !(mandate.chains?.includes(chain) ?? true)) return null
  const before = stages.indexOf(mandate.before)
  // A chain that never comes there needs no letter, unless the plan names it.
  if (before < 0) return mandate.chains ? 'not-after-a-decision' : null
  const by = mandate.issuedBy.find((stage) => stages.includes(stage))
  if (by === undefined || !REVIEWS.includes(by)) return 'nobody-issues'
  if (stages.indexOf(by) >= before) return 'issued-too-late'
  const previous = stages[before - 1]
  return previous !== undefined && SENDS_ON.includes(previous) ? null : 'not-after-a-decision'
}
