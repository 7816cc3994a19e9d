/** 评审委托书 as an office types it: its fields, what they hold before anybody typed, and the letter that comes of them. */
import { caseRulesOf } from '@yejibu/shared/case/case-rules'
import type { Letter } from '@yejibu/shared/case/letter'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { StepField, Values } from './office-fields.ts'
import { text, words } from './step.ts'

export const LETTER_FIELDS: readonly StepField[] = [
  { kind: 'line', name: 'letterNumber' },
  { kind: 'line', name: 'committee' },
  words('grounds'),
  { kind: 'line', name: 'handler' },
  { kind: 'day', name: 'letterDay' },
]

export function letterIn(values: Values): Letter {
  return {
    number: text(values, 'letterNumber'),
    committee: text(values, 'committee'),
    grounds: text(values, 'grounds'),
    handler: text(values, 'handler'),
    on: text(values, 'letterDay'),
  }
}

export function letterValues({ number, committee, grounds, handler, on }: Letter): Values {
  return { letterNumber: number, committee, grounds, handler, letterDay: on }
}

/** Addressed to whom the plan names, of today; number, words and handler are the office's. */
export function newLetter(plan: Plan, today: string): Values {
  return { committee: caseRulesOf(plan).mandate?.committee ?? plan.committee.name, letterDay: today }
}
