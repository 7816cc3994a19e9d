/** An opinion, a reason, a result: 2–500 characters (V-REASON, V-OPINION), with the usual words offered to be taken over. */
import { isReason, REASON_CHARS } from '@yejibu/shared/review/reason'
import { type JSX, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { countCharacters } from '../ui/count-characters.ts'
import { ProseField } from '../ui/prose-field.tsx'

export interface WordsFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly onInput: (value: string) => void
  /** She has tried to go on: say what is missing. */
  readonly isAsked: boolean
  readonly missing: string
  readonly usual?: { readonly text: string; readonly label: string } | undefined
}

export function WordsField(props: WordsFieldProps): JSX.Element {
  return (
    <div class="stack stack--tight">
      <ProseField
        label={props.label}
        hint={props.hint}
        isRequired
        value={props.value}
        onInput={(value) => props.onInput(value)}
        maxChars={REASON_CHARS.max}
        count={countCharacters(props.value.trim())}
        error={props.isAsked && !isWorded(props.value) ? props.missing : undefined}
      />
      <Show when={props.usual}>
        {(usual) => (
          <div>
            <Button size="small" look="quiet" onPress={() => props.onInput(usual().text)}>
              {usual().label}
            </Button>
          </div>
        )}
      </Show>
    </div>
  )
}

export function isWorded(text: string): boolean {
  return isReason(text.trim())
}
