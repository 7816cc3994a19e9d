/** Which values of a field count: ticks where the archive's form offers a choice, else words that are written. */
import type { Field } from '@yejibu/shared/archive/field'
import { valueText } from '@yejibu/shared/plan/condition-text'
import { For, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface ValueChoiceProps {
  readonly field: Field | undefined
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

export function ValueChoice(props: ValueChoiceProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const options = () => {
    const type = props.field?.type
    if (type?.kind === 'choice') return [...type.options.map(({ code }) => code), '']
    return type?.kind === 'yes-no' ? ['yes', 'no', ''] : null
  }
  return (
    <Show
      when={options()}
      fallback={
        <TextField
          label={t('condition.values')}
          hint={t('condition.valuesHint')}
          value={props.chosen.join('、')}
          onInput={(text) => props.onChoose(text === '' ? [] : text.split('、'))}
        />
      }
    >
      {(list) => (
        <fieldset class="plan-ticks">
          <legend class="for-ears">{t('condition.values')}</legend>
          <For each={list()}>
            {(option) => (
              <Checkbox
                label={say(valueText(props.field, option))}
                isChecked={props.chosen.includes(option)}
                onChange={(isChecked) =>
                  props.onChoose(list().filter((one) => (one === option ? isChecked : props.chosen.includes(one))))
                }
              />
            )}
          </For>
        </fieldset>
      )}
    </Show>
  )
}
