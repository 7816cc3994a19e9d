/** 本人述职: one text, counted as the rule counts it (V-STMT-LEN). More may be typed than is allowed; nothing is cut off. */
import { countStatement } from '@yejibu/shared/application/statement'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { JSX } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import type { Draft } from './create-draft.ts'
import { ANCHORS } from './problem-line.ts'

export interface StatementPartProps {
  readonly plan: Plan
  readonly draft: Pick<Draft, 'statement' | 'setStatement'>
  readonly isLocked: boolean
  readonly error: string | undefined
}

export function StatementPart(props: StatementPartProps): JSX.Element {
  const t = useText(applicationWords)
  const count = () => countStatement(props.draft.statement())
  const max = () => props.plan.statement.maxChars
  return (
    <div id={ANCHORS.statement} class="apply__anchor">
      <ProseField
        label={props.plan.statement.label}
        isRequired
        rows={10}
        value={props.draft.statement()}
        onInput={(text) => props.draft.setStatement(text)}
        hint={t('statement.hint', { max: max() })}
        error={count() > max() ? t('statement.tooLong', { n: count(), max: max() }) : props.error}
        maxChars={max()}
        count={count()}
        isReadOnly={props.isLocked}
      />
    </div>
  )
}
