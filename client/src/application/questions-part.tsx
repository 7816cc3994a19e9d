/** What the plan asks this person in words: every kind of question, only those that her type and approved profile call for. */

import { filingText } from '@yejibu/shared/application/filing-problems'
import type { FieldValues } from '@yejibu/shared/archive/item'
import type { Candidate } from '@yejibu/shared/plan/condition'
import { asksFor, type Plan } from '@yejibu/shared/plan/plan'
import { type Question, questionsFor } from '@yejibu/shared/plan/question'
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { DraftProblem } from './check-draft.ts'
import type { Draft } from './create-draft.ts'
import { questionAnchor } from './problem-line.ts'
import './application.css'

export interface QuestionsPartProps {
  readonly plan: Plan
  readonly candidate: Candidate
  readonly answers: FieldValues
  readonly problems: readonly DraftProblem[]
  readonly draft: Pick<Draft, 'setAnswer'>
  readonly isLocked: boolean
  readonly wasTried: boolean
}

/** Up to here one line is enough. */
const ONE_LINE = 60

export function QuestionsPart(props: QuestionsPartProps): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const questions = createMemo(() =>
    asksFor(props.plan, 'details') ? questionsFor(props.plan.questions ?? [], props.candidate) : [],
  )
  const answer = (question: Question) => props.answers[question.code] ?? ''
  const problem = (question: Question) =>
    props.problems.find(
      (one) => one.about === 'filing' && one.problem.part === 'details' && one.problem.at === question.code,
    )
  /** Nothing written yet is no mistake until submitting was tried. */
  const said = (question: Question, severity: 'error' | 'warning') => {
    const found = problem(question)
    if (found?.about !== 'filing' || found.problem.severity !== severity) return undefined
    if (answer(question).trim() === '' && !props.wasTried) return undefined
    return say(filingText(found.problem).text)
  }
  return (
    <Show when={questions().length > 0}>
      <div class="stack">
        <h2 class="apply__heading">{t('questions.title')}</h2>
        <For each={questions()}>
          {(question) => {
            const common = () => ({
              label: question.label,
              hint: question.hint === '' ? undefined : question.hint,
              isRequired: question.isRequired,
              error: said(question, 'error'),
              warning: said(question, 'warning'),
              value: answer(question),
            })
            const set = (text: string) => props.draft.setAnswer(question.code, text)
            return (
              <div id={questionAnchor(question.code)} class="apply__anchor">
                <Switch
                  fallback={
                    <ProseField
                      {...common()}
                      rows={4}
                      maxChars={question.maxChars}
                      isReadOnly={props.isLocked}
                      onInput={set}
                    />
                  }
                >
                  <Match when={question.kind === 'yes-no'}>
                    <ChoiceField
                      {...common()}
                      form="radio"
                      options={[
                        { value: 'yes', label: t('questions.yes') },
                        { value: 'no', label: t('questions.no') },
                      ]}
                      isDisabled={props.isLocked}
                      onChoose={set}
                    />
                  </Match>
                  <Match when={question.maxChars <= ONE_LINE}>
                    <TextField {...common()} maxChars={question.maxChars} isReadOnly={props.isLocked} onInput={set} />
                  </Match>
                </Switch>
              </div>
            )
          }}
        </For>
      </div>
    </Show>
  )
}
