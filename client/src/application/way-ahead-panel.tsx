/** 申报交给谁: the acceptance point with its address and telephone, and the stations the application passes, by name, from the employer on. */
import type { Plan } from '@yejibu/shared/plan/plan'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { wayAhead } from '@yejibu/shared/plan/way-ahead'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { filingWords } from '../language/filing.ts'
import { useText } from '../language/language.tsx'
import { waysWords } from '../language/ways.ts'
import './application.css'

export interface WayAheadPanelProps {
  readonly plan: Plan
  /** Code of the point in the form; empty while none is chosen. */
  readonly acceptancePoint: string
  /** Her employer's name; null without one. */
  readonly employer: string | null
}

export function WayAheadPanel(props: WayAheadPanelProps): JSX.Element {
  const w = useText(waysWords)
  const t = useText(applicationWords)
  const f = useText(filingWords)
  const ahead = createMemo(() => wayAhead(props.plan, props.acceptancePoint))
  const employer = () => props.employer ?? f('stages.EMP')
  const stations = (stages: readonly StageCode[]) =>
    [employer(), ...stages.map((stage) => f(`stages.${stage}`))].join(w('ahead.arrow'))
  return (
    <section class="stack stack--tight way-ahead" aria-label={w('ahead.title')}>
      <h2 class="apply__heading">{w('ahead.title')}</h2>
      <p class="small">{w('ahead.first', { employer: employer() })}</p>
      <Show when={ahead().point}>
        {(point) => (
          <dl class="facts small">
            <dt>{t('info.point')}</dt>
            <dd>
              {point().region} {point().name}
            </dd>
            <dt>{t('info.address')}</dt>
            <dd>{point().address}</dd>
            <dt>{t('info.phone')}</dt>
            <dd>{point().phone}</dd>
          </dl>
        )}
      </Show>
      <Show when={ahead().chains.length > 1}>
        <p class="small muted">{w('ahead.several')}</p>
      </Show>
      <ul class="small way-ahead__chains">
        <For each={ahead().chains}>
          {(chain) => (
            <li>
              <strong>{chain.appliesTo}</strong>
              <span>{stations(chain.stages)}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
