/** What a plan is about, as every page shows it: the title applied for, the committee, the region, the window. */
import type { Plan } from '@yejibu/shared/plan/plan'
import type { JSX } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'

export function PlanSummary(props: { readonly plan: Plan }): JSX.Element {
  const t = useText(applicationWords)
  const { language } = useLanguage()
  return (
    <dl class="facts">
      <dt>{t('plans.level')}</dt>
      <dd>
        {props.plan.targetTitle} · {props.plan.series}
      </dd>
      <dt>{t('plans.committee')}</dt>
      <dd>{props.plan.committee.name}</dd>
      <dt>{t('plans.region')}</dt>
      <dd>{props.plan.regionScope}</dd>
      <dt>{t('plans.window')}</dt>
      <dd>
        {t('plans.to', {
          from: momentText(props.plan.window.open, language()),
          to: momentText(props.plan.window.close, language()),
        })}
      </dd>
    </dl>
  )
}
