/** The frame of one step: the other steps beside it, what is to be dealt with above it, the next step below it. */
import { A, useLocation } from '@solidjs/router'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { createEffect, For, type JSX, on, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { goToAnchor } from '../problem-line.ts'
import { type Step, stepPath } from './step.ts'
import { type ShownState, StepBadge } from './step-badge.tsx'
import '../../ui/card.css'
import './steps.css'

export interface StepFrameProps {
  readonly application: ApplicationId
  readonly step: Step
  readonly steps: readonly Step[]
  readonly stateOf: (step: Step) => ShownState
  readonly saved: JSX.Element
  /** What is to be dealt with in this step. */
  readonly problems: JSX.Element
  readonly children: JSX.Element
  /** Of the last step, in place of the way to the next one. */
  readonly foot: JSX.Element
}

export function StepFrame(props: StepFrameProps): JSX.Element {
  const t = useText(filingWords)
  const location = useLocation()
  const next = () =>
    props.steps.find((step, at) => at > props.steps.indexOf(props.step) && props.stateOf(step).kind !== 'not-needed')
  // A link from a problem names the place. The page's title takes the focus first, so the place comes after it.
  createEffect(
    on(
      () => `${location.pathname}${location.hash}`,
      () => {
        const anchor = decodeURIComponent(location.hash.slice(1))
        if (anchor !== '') queueMicrotask(() => goToAnchor(anchor))
      },
    ),
  )
  return (
    <div class="apply">
      <nav class="apply__steps no-print" aria-label={t('tasks.title')}>
        <ol>
          <For each={props.steps}>
            {(step) => (
              <li>
                <A
                  class="apply__step"
                  href={stepPath(props.application, step)}
                  aria-current={step === props.step ? 'step' : undefined}
                >
                  <span>{t(`steps.${step}`)}</span>
                  <StepBadge state={props.stateOf(step)} />
                </A>
              </li>
            )}
          </For>
        </ol>
      </nav>
      <div class="apply__main">
        {props.problems}
        <section class="card apply__part" aria-label={t(`steps.${props.step}`)}>
          <div class="card__body">{props.children}</div>
        </section>
        <div class="apply__foot no-print">
          <Show when={props.step === 'preview'} fallback={<Next application={props.application} step={next()} />}>
            {props.foot}
          </Show>
          <A href={`/application/${props.application}`}>{t('tasks.all')}</A>
          {props.saved}
        </div>
      </div>
    </div>
  )
}

function Next(props: { readonly application: ApplicationId; readonly step: Step | undefined }): JSX.Element {
  const t = useText(filingWords)
  return (
    <Show when={props.step}>
      {(step) => (
        <LinkButton look="primary" href={stepPath(props.application, step())}>
          {t('tasks.next', { step: t(`steps.${step()}`) })}
        </LinkButton>
      )}
    </Show>
  )
}
