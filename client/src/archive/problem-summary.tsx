/** Everything that keeps an entry from being sent, and what is worth a look, each leading to its field. */
import type { Part } from '@yejibu/shared/archive/item'
import { isError, type Problem } from '@yejibu/shared/archive/problem'
import { EVIDENCE_FIELD, fieldsOf } from '@yejibu/shared/archive/revision'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { For, type JSX, Show } from 'solid-js'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { fieldAnchor, goToField } from './item-form.tsx'

export interface ProblemSummaryProps {
  readonly part: Part
  readonly problems: readonly Problem[]
  readonly headingRef?: ((heading: HTMLHeadingElement) => void) | undefined
}

export function ProblemSummary(props: ProblemSummaryProps): JSX.Element {
  const t = useText(fieldsWords)
  const errors = () => props.problems.filter(isError)
  const warnings = () => props.problems.filter((problem) => !isError(problem))
  return (
    <div class="stack stack--tight">
      <h3 tabIndex={-1} ref={(heading) => props.headingRef?.(heading)}>
        {errors().length > 0 ? t('summary.errors', { n: errors().length }) : t('summary.ready')}
      </h3>
      <Show
        when={errors().length > 0}
        fallback={
          <p class="problem-summary__ready">
            <CircleCheck size={16} aria-hidden="true" />
            {t('summary.readyAbout')}
          </p>
        }
      >
        <ProblemLinks part={props.part} problems={errors()} />
      </Show>
      <Show when={warnings().length > 0}>
        <h3>{t('summary.warnings', { n: warnings().length })}</h3>
        <ProblemLinks part={props.part} problems={warnings()} />
      </Show>
    </div>
  )
}

function ProblemLinks(props: { readonly part: Part; readonly problems: readonly Problem[] }): JSX.Element {
  const t = useText(fieldsWords)
  const { say } = useLanguage()
  const labelOf = (name: string) => {
    const field = fieldsOf(props.part).find((one) => one.name === name)
    return field ? say(field.label) : name === EVIDENCE_FIELD ? t('evidence.title') : name
  }
  const problems = createKeptRows(
    () => props.problems,
    ({ field, message }) => `${field} ${message.zh}`,
  )
  return (
    <ul class="problem-summary">
      <For each={problems()}>
        {(problem) => (
          <li>
            <a
              href={`#${fieldAnchor(problem.field)}`}
              onClick={(event) => {
                event.preventDefault()
                goToField(problem.field)
              }}
            >
              {labelOf(problem.field)}
            </a>
            <span>{say(problem.message)}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
