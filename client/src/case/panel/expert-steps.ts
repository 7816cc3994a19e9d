/** What an expert on the panel of a meeting may do with a case before it: her view, or standing aside. */
import type { FiledCase } from '@yejibu/shared/case/case-commands'
import { textOf } from '../office/office-fields.ts'
import { type Desk, offered } from '../office/office-steps.ts'
import { choice, type OfficeStep, step, text, words } from '../office/step.ts'

/** 重点推荐 / 一般推荐 / 不推荐. */
export const RECOMMENDATIONS = ['strong', 'plain', 'none'] as const
/** 符合 / 基本符合 / 不符合. */
export const CONFORMITIES = ['meets', 'mostly', 'not'] as const

export function expertSteps(kase: FiledCase, desk: Desk): readonly OfficeStep[] {
  const fields = [choice('recommendation', RECOMMENDATIONS), choice('conformity', CONFORMITIES), words('comment')]
  const drafts = [
    step('give-view', fields, (v) => ({
      recommendation: RECOMMENDATIONS.find((one) => one === textOf(v, 'recommendation')) ?? 'none',
      conformity: CONFORMITIES.find((one) => one === textOf(v, 'conformity')) ?? 'not',
      comment: text(v, 'comment'),
    })),
    step('recuse', [words('reason')], (v) => ({ reason: text(v, 'reason') })),
  ]
  return offered(drafts, kase, desk)
}
