/**
 * What a person still lacks for a plan beyond its start gates, long before it opens: what lacks whatever type she applies by, and for each type what
 * it lacks beside, with the nearest one named in sight.
 */
import { planGaps, type WayGaps } from '@yejibu/shared/application/way-gaps'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { waysWords } from '../language/ways.ts'
import { GapLine } from './gap-line.tsx'
import './application.css'

export interface RuleGapsProps {
  readonly plan: Plan
  readonly review: ArchiveReview
}

export function RuleGaps(props: RuleGapsProps): JSX.Element {
  const t = useText(applicationWords)
  // Found anew with each fact of the archive: as long as it says the same, the links stay, with the focus.
  const gaps = createMemo(() => planGaps(props.plan, props.review), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  return (
    <>
      <Show when={gaps().common.length > 0}>
        <div class="stack stack--tight">
          <h3>{t('gates.lacking')}</h3>
          <ul class="gates" aria-label={t('gates.lacking')}>
            <For each={gaps().common}>{(problem) => <GapLine plan={props.plan} problem={problem} />}</For>
          </ul>
        </div>
      </Show>
      <Show when={gaps().ways.length > 1}>
        <Ways plan={props.plan} ways={gaps().ways} />
      </Show>
    </>
  )
}

function Ways(props: { readonly plan: Plan; readonly ways: readonly WayGaps[] }): JSX.Element {
  const w = useText(waysWords)
  const nearest = () => {
    const way = props.ways.find(({ isNearest }) => isNearest)
    if (!way) return ''
    const n = way.problems.filter(({ severity }) => severity === 'error').length
    return n === 0 ? w('nearestReady', { name: way.name }) : w('nearestLacks', { name: way.name, n })
  }
  return (
    <details class="plan-read">
      <summary>
        {w('title')}
        <span class="small muted"> {nearest()}</span>
      </summary>
      <div class="stack">
        <p class="small muted">{w('about')}</p>
        <For each={props.ways}>{(way) => <Way plan={props.plan} way={way} />}</For>
      </div>
    </details>
  )
}

function Way(props: { readonly plan: Plan; readonly way: WayGaps }): JSX.Element {
  const w = useText(waysWords)
  const t = useText(applicationWords)
  const heading = () => props.way.name + (props.way.isNearest ? w('nearest') : '')
  return (
    <section class="stack stack--tight way" aria-label={heading()}>
      <h4>{heading()}</h4>
      <Show
        when={props.way.problems.length > 0}
        fallback={<Show when={props.way.score?.isEnough !== false}>{<p class="small">{w('met')}</p>}</Show>}
      >
        <ul class="gates" aria-label={heading()}>
          <For each={props.way.problems}>{(problem) => <GapLine plan={props.plan} problem={problem} />}</For>
        </ul>
      </Show>
      <Show when={props.way.score}>
        {(score) => (
          <p class="small">
            {w(score().isEnough ? 'scoreEnough' : 'score', { total: score().total, threshold: score().threshold })}
          </p>
        )}
      </Show>
      <Show when={props.way.recommenders}>
        {(asked) => <p class="small">{w('recommenders', { n: asked().count, title: asked().title })}</p>}
      </Show>
      <Show when={props.way.papers.length > 0}>
        <p class="small">{w('papers', { list: props.way.papers.join(t('whyNot.join')) })}</p>
      </Show>
    </section>
  )
}
