/** The draft's first page: every step with how it stands, in the order of the notice and to be taken in any. */
import { A } from '@solidjs/router'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { type Step, stepPath } from './step.ts'
import { type ShownState, StepBadge } from './step-badge.tsx'
import './steps.css'

export interface TaskListProps {
  readonly plan: Plan
  readonly application: ApplicationId
  readonly steps: readonly Step[]
  readonly stateOf: (step: Step) => ShownState
  /** Slots that this person may fill. */
  readonly slots: number
}

export function TaskList(props: TaskListProps): JSX.Element {
  const t = useText(filingWords)
  const filling = () => props.steps.filter((step) => step !== 'preview')
  /** What this way does not need is neither done nor to do. */
  const needed = () => filling().filter((step) => props.stateOf(step).kind !== 'not-needed')
  const done = () => needed().filter((step) => props.stateOf(step).kind === 'done').length
  const about = (step: Step): string => {
    switch (step) {
      case 'pledge':
        return t('about.pledge', { title: props.plan.pledge.title })
      case 'score': {
        const { selfEvaluation } = props.plan
        return selfEvaluation?.table
          ? t('about.score', { threshold: selfEvaluation.threshold })
          : t('about.recommenders')
      }
      case 'attachments':
        return t('about.attachments', { n: props.slots })
      default:
        return t(`about.${step}`)
    }
  }
  const list = (steps: readonly Step[]) => (
    <ul class="tasks">
      <For each={steps}>
        {(step) => (
          <Task
            href={stepPath(props.application, step)}
            name={t(`steps.${step}`)}
            about={about(step)}
            state={props.stateOf(step)}
          />
        )}
      </For>
    </ul>
  )
  return (
    <section class="card">
      <header class="card__head">
        <h2>{t('tasks.title')}</h2>
        <span class="muted">{t('tasks.done', { n: done(), all: needed().length })}</span>
      </header>
      <div class="card__body stack">
        <p class="muted">{t('tasks.about')}</p>
        <h3>{t('tasks.fill')}</h3>
        {list(filling())}
        <Show when={props.steps.includes('preview')}>
          <h3>{t('tasks.submit')}</h3>
          {list(['preview'])}
        </Show>
      </div>
    </section>
  )
}

interface TaskProps {
  readonly href: string
  readonly name: string
  readonly about: string
  readonly state: ShownState
}

/** The state describes the link, so that it is heard with it. */
function Task(props: TaskProps): JSX.Element {
  const id = createUniqueId()
  return (
    <li class="tasks__task">
      <div class="tasks__main">
        <A class="tasks__name" href={props.href} aria-describedby={`${id}-state ${id}-about`}>
          {props.name}
        </A>
        <span id={`${id}-about`} class="tasks__about">
          {props.about}
        </span>
      </div>
      <span id={`${id}-state`} class="tasks__state">
        <StepBadge state={props.state} />
      </span>
    </li>
  )
}
