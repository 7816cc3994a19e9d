/** Why an office's step was refused, in a sentence that says what to do next; what every desk may meet is worded in `case-refusal.ts`. */
import { useText } from '../../language/language.tsx'
import { officeStepsWords } from '../../language/office-steps.ts'
import type { zh } from '../../language/zh/office-steps.ts'
import type { ApiRefusal } from '../../platform/api.ts'
import { useCaseRefusal } from '../case-refusal.ts'
import { useStageNames } from './stage-name.ts'

type Refused = keyof (typeof zh)['refused']
type WhyNot = keyof (typeof zh)['whyNot']

/** Called inside a component. */
export function useOfficeRefusal(): (refusal: ApiRefusal) => string {
  const t = useText(officeStepsWords)
  const stageName = useStageNames()
  const usual = useCaseRefusal(stageName)
  return (refusal) => {
    const kind = WORDED.find((one) => one === refusal.kind)
    if (!kind) return usual(refusal)
    const list = [refusal.seals, refusal.stages].find(Array.isArray) ?? [refusal.stage ?? '']
    return t(`refused.${kind}`, { n: String(refusal.needed ?? ''), names: list.map(String).map(stageName).join('、') })
  }
}

/** Why a step that is offered cannot be taken yet. Called inside a component. */
export function useWhyNot(): (refusal: ApiRefusal) => string {
  const t = useText(officeStepsWords)
  const said = useOfficeRefusal()
  return (refusal) => {
    const kind = WAITING.find((one) => one === refusal.kind)
    if (!kind) return said(refusal)
    const text = (key: string) => String(refusal[key] ?? '')
    return t(`whyNot.${kind}`, { lastDay: text('lastDay'), from: text('from'), year: text('year') })
  }
}

const WAITING: readonly WhyNot[] = ['notice-still-running', 'objections-open', 'calendar-unknown', 'interview-first']
const WORDED: readonly Refused[] = [
  'stage-moved-on',
  'checklist-open',
  'mandate-first',
  'letter-malformed',
  'list-first',
  'no-list-here',
  'must-determine',
  'not-the-determining-stage',
  'amount-differs',
  'order-taken',
  'no-such-payment',
  'too-late',
  'deadline-past',
  'copies-missing',
  'seals-missing',
  'interview-first',
  'no-interview-here',
  'roster-unsorted',
  'roster-remark-missing',
  'panel-malformed',
  'vote-malformed',
  'no-quorum',
  'nothing-above',
  'result-notice-first',
  'evidence-required',
  'evidence-not-here',
  'recused',
  'no-such-office',
  'no-such-employer',
  'seat-twice',
  'no-such-fee',
  'not-an-amount',
  'no-such-account',
  'no-such-plan',
]
