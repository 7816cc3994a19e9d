/** The plans in the order in which they matter (open and closing soonest, coming, closed), narrowed by level, series, place and state. */
import type { PlanId } from '@yejibu/shared/kernel/ids'
import { type Plan, windowAt } from '@yejibu/shared/plan/plan'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { inCatalogueOrder, NO_FILTER, type PlanFilter, passesFilter, valuesOf } from './plan-filter.ts'

export interface PlanCatalogueProps {
  readonly plans: readonly Plan[]
  readonly now: Date
  readonly children: (plan: PlanId) => JSX.Element
}

const LEVELS = ['junior', 'mid', 'sub-senior', 'senior'] as const
const STATES = ['open', 'not-yet', 'closed'] as const

export function PlanCatalogue(props: PlanCatalogueProps): JSX.Element {
  const t = useText(applicationWords)
  const [filter, setFilter] = createSignal<PlanFilter>(NO_FILTER)
  const narrow = (change: Partial<PlanFilter>) => setFilter({ ...filter(), ...change })
  const shown = createMemo(() =>
    inCatalogueOrder(props.plans, props.now).filter((plan) => passesFilter(plan, filter(), props.now)),
  )
  const levels = () => LEVELS.filter((level) => props.plans.some((plan) => plan.level === level))
  const states = () => STATES.filter((state) => props.plans.some((plan) => windowAt(plan, props.now) === state))
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <div class="stack">
      <Show when={props.plans.length > 1}>
        <search class="form-grid" aria-label={t('plans.filter')}>
          <Filter
            label={t('plans.byState')}
            value={filter().state}
            options={states().map((value) => ({ value, label: t(`plans.states.${value}`) }))}
            onChoose={(state) => narrow({ state })}
          />
          <Filter
            label={t('plans.byLevel')}
            value={filter().level}
            options={levels().map((value) => ({ value, label: t(`plans.levels.${value}`) }))}
            onChoose={(level) => narrow({ level })}
          />
          <Filter
            label={t('plans.bySeries')}
            value={filter().series}
            options={named(valuesOf(props.plans, 'series'))}
            onChoose={(series) => narrow({ series })}
          />
          <Filter
            label={t('plans.byRegion')}
            value={filter().region}
            options={named(valuesOf(props.plans, 'regionScope'))}
            onChoose={(region) => narrow({ region })}
          />
        </search>
      </Show>
      <For
        each={shown().map(({ id }) => id)}
        fallback={<EmptyState title={t('plans.noneSuch')}>{t('plans.noneSuchBody')}</EmptyState>}
      >
        {(id) => props.children(id)}
      </For>
    </div>
  )
}

interface FilterProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string) => void
}

/** Only where there is something to choose from. */
function Filter(props: FilterProps): JSX.Element {
  return (
    <Show when={props.options.length > 1}>
      <ChoiceField
        label={props.label}
        form="select"
        value={props.value}
        options={props.options}
        onChoose={props.onChoose}
      />
    </Show>
  )
}
