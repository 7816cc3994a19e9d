/** What happened to a submission, in order: step, who took it, when, and in which words. Lines checked one by one are not told one by one. */
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import { For, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { zh } from '../language/zh/cases.ts'
import { Card } from '../ui/card.tsx'

type Step = keyof (typeof zh)['history']

const STEPS: readonly Exclude<Step, 'other'>[] = [
  'application-submitted',
  'application-resubmitted',
  'submission-opened',
  'submission-taken-back',
  'eligibility-passed',
  'submission-returned',
  'submission-rejected',
  'notice-started',
  'notice-carried-over',
  'notice-restarted',
  'objection-recorded',
  'objection-upheld',
  'objection-dismissed',
  'notice-closed',
  'application-reported',
  'application-declined',
  'application-withdrawn',
]

const NOT_TOLD: readonly RecordedCaseFact['kind'][] = ['lines-checked', 'notice-witnessed']

export interface CaseHistoryProps {
  readonly facts: readonly RecordedCaseFact[]
  readonly nameOf: (account: string) => string
}

export function CaseHistory(props: CaseHistoryProps): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  const told = () => props.facts.filter(({ kind }) => !NOT_TOLD.includes(kind))
  return (
    <Card title={t('page.history')}>
      <ol class="case-history">
        <For each={told()}>
          {(fact) => (
            <li>
              <span class="case-history__step">
                {t(`history.${STEPS.find((step) => step === fact.kind) ?? 'other'}`)}
              </span>
              <span class="muted small">
                {momentText(fact.at, language())}
                {fact.actor === 'relay' ? '' : ` · ${props.nameOf(fact.actor)}`}
              </span>
              <Show when={wordsOf(fact)}>{(text) => <p>{text()}</p>}</Show>
            </li>
          )}
        </For>
      </ol>
    </Card>
  )
}

function wordsOf(fact: RecordedCaseFact): string | null {
  switch (fact.kind) {
    case 'eligibility-passed':
    case 'application-reported':
      return fact.data.opinion
    case 'submission-returned':
    case 'submission-rejected':
    case 'application-declined':
      return fact.data.reason
    case 'objection-recorded':
      return fact.data.text
    case 'objection-upheld':
    case 'objection-dismissed':
      return fact.data.answer
    case 'notice-closed':
      return fact.data.result
    default:
      return null
  }
}
