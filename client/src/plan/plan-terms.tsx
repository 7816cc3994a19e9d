/** What a plan asks, in its own words: what must be read first, of whom it is meant, and each requirement as a sentence. */
import { conditionsText } from '@yejibu/shared/plan/condition-text'
import type { Plan } from '@yejibu/shared/plan/plan'
import { For, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../language/language.tsx'
import { planWords } from '../language/plan.ts'

export function PlanTerms(props: { readonly plan: Plan }): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const requirements = () => props.plan.requirements ?? []
  const { plan } = props
  return (
    <div class="stack stack--tight plan-terms">
      <Show when={plan.employerScope}>
        <p>{plan.employerScope}</p>
      </Show>
      <Show when={plan.requirementsText?.length}>
        <ol class="plan-terms__list">
          <For each={plan.requirementsText}>{(text) => <li>{text}</li>}</For>
        </ol>
      </Show>
      <Show when={plan.ceRule}>
        {(rule) => <p>{t('preview.hoursLine', { years: rule().years.join('、'), hours: rule().minPerYear })}</p>}
      </Show>
      <Show when={plan.selfEvaluation}>
        {(rule) => (
          <p>{t('preview.scoreLine', { table: rule().table?.title ?? rule().tableId, n: rule().threshold })}</p>
        )}
      </Show>
      <ul class="plan-terms__list">
        <For each={requirements()}>
          {(one) => (
            <li>
              {say(conditionsText(one.when, plan))}：{one.message ?? say(conditionsText(one.must, plan))}
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
