/** A case's state in the domain's words (§5.1), as a desk reads it: the employer's own stations say what comes next, all others are called as on every page. */
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import { recordsWords } from '../language/records.ts'
import type { zh as cases } from '../language/zh/cases.ts'
import type { zh as records } from '../language/zh/records.ts'
import type { Mark, Tone } from '../ui/badge.tsx'

const AT_EMPLOYER: readonly (keyof (typeof cases)['state'])[] = [
  'emp-pending',
  'emp-returned',
  'emp-rejected',
  'emp-passed',
  'notice-running',
  'notice-objected',
  'notice-cleared',
]

const ELSEWHERE: Readonly<Record<Exclude<keyof (typeof records)['state'], (typeof AT_EMPLOYER)[number]>, true>> = {
  draft: true,
  'taken-back': true,
  waiting: true,
  refused: true,
  expired: true,
  'emp-opened': true,
  'stage-pending': true,
  'stage-returned': true,
  'stage-rejected': true,
  'stage-passed': true,
  'list-notice-running': true,
  'fee-due': true,
  'fee-overdue': true,
  'form-due': true,
  'form-delivered': true,
  'interview-pending': true,
  'interview-done': true,
  'awaiting-meeting': true,
  'meeting-pending': true,
  'meeting-passed': true,
  'meeting-failed': true,
  'result-notice-running': true,
  'result-notice-objected': true,
  'awaiting-announcement': true,
  announced: true,
  certified: true,
  'handed-over': true,
  withdrawn: true,
  voided: true,
}

function isElsewhere(state: string): state is keyof typeof ELSEWHERE {
  return Object.hasOwn(ELSEWHERE, state)
}

/** What a state is called; one that this version does not know is shown as it is. Called inside a component. */
export function useStateWords(): (state: string) => string {
  const t = useText(casesWords)
  const r = useText(recordsWords)
  return (state) => {
    const here = AT_EMPLOYER.find((one) => one === state)
    if (here) return t(`state.${here}`)
    return isElsewhere(state) ? r(`state.${state}`) : state
  }
}

const GOOD: readonly string[] = [
  'emp-passed',
  'notice-cleared',
  'announced',
  'certified',
  'handed-over',
  'stage-passed',
]
const BAD: readonly string[] = ['emp-rejected', 'stage-rejected', 'meeting-failed', 'voided', 'withdrawn', 'expired']
const WARN: readonly string[] = ['emp-returned', 'stage-returned', 'notice-objected', 'fee-overdue']

export function stateTone(state: string): { readonly tone: Tone; readonly mark: Mark } {
  if (GOOD.includes(state)) return { tone: 'good', mark: 'check' }
  if (BAD.includes(state)) return { tone: 'bad', mark: 'cross' }
  if (WARN.includes(state)) return { tone: 'warn', mark: 'returned' }
  return { tone: 'info', mark: 'clock' }
}
