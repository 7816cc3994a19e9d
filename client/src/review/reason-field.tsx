/** The reason of a "no" (V-REASON, 2–500 characters), with what is usually said to be taken over and finished by hand. */

import { REASON_CHARS } from '@yejibu/shared/review/reason'
import { For, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Button } from '../ui/button.tsx'
import { countCharacters } from '../ui/count-characters.ts'
import { ProseField } from '../ui/prose-field.tsx'
import { isReason } from './may-rule-on.ts'
import './review.css'

export interface ReasonFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint: string
  /** She has tried to go on: say what is missing. */
  readonly isAsked: boolean
  readonly usual: readonly string[]
  /** She may change the phrases; absent where they are fixed. */
  readonly onEdit?: (() => void) | undefined
  /** Between the field and the phrases: the buttons, so that they stay in sight. */
  readonly children?: JSX.Element | undefined
  readonly ref?: ((control: HTMLTextAreaElement) => void) | undefined
}

export function ReasonField(props: ReasonFieldProps): JSX.Element {
  const t = useText(reviewWords)
  const take = (phrase: string) => {
    const before = props.value.trim()
    if (!before.includes(phrase)) props.onInput(before === '' ? phrase : `${before}${phrase}`)
  }
  return (
    <div class="stack stack--tight">
      <ProseField
        label={t('decision.reason')}
        hint={props.hint}
        isRequired
        value={props.value}
        onInput={(value) => props.onInput(value)}
        maxChars={REASON_CHARS.max}
        count={countCharacters(props.value.trim())}
        error={props.isAsked && !isReason(props.value) ? t('decision.reasonMissing') : undefined}
        rows={4}
        ref={(control) => props.ref?.(control)}
      />
      {props.children}
      <fieldset class="review-usual">
        <legend class="muted small">{t('decision.usual')}</legend>
        <For each={props.usual}>
          {(phrase) => (
            <button type="button" class="review-phrase" onClick={() => take(phrase)}>
              {phrase}
            </button>
          )}
        </For>
        <Show when={props.onEdit}>
          {(edit) => (
            <Button size="small" look="quiet" onPress={() => edit()()}>
              {t('phrases.edit')}
            </Button>
          )}
        </Show>
      </fieldset>
    </div>
  )
}
