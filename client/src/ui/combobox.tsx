/** A long list of options, narrowed by typing any part of a name. */
import { Combobox as Parts } from '@kobalte/core/combobox'
import Check from 'lucide-solid/icons/check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import type { JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import type { ChoiceFieldProps, ChoiceOption } from './choice.ts'
import { FieldFrame } from './field.tsx'
import './floating.css'

export function Combobox(props: ChoiceFieldProps): JSX.Element {
  const t = useText(uiWords)
  const chosen = (): ChoiceOption | null => {
    if (props.value === '') return null
    return props.options.find((option) => option.value === props.value) ?? { value: props.value, label: props.value }
  }
  return (
    <FieldFrame {...props}>
      {(ids) => (
        <Parts<ChoiceOption>
          options={[...props.options]}
          optionValue="value"
          optionTextValue="label"
          optionLabel="label"
          value={chosen()}
          onChange={(option) => props.onChoose(option?.value ?? '')}
          defaultFilter="contains"
          triggerMode="focus"
          allowsEmptyCollection
          disabled={props.isDisabled ?? false}
          readOnly={props.isReadOnly ?? false}
          required={props.isRequired ?? false}
          validationState={ids.isInvalid ? 'invalid' : 'valid'}
          placeholder={t('field.searchOptions')}
          sameWidth
          gutter={4}
          itemComponent={(item) => (
            <Parts.Item item={item.item} class="floating__item">
              <Parts.ItemLabel>{item.item.rawValue.label}</Parts.ItemLabel>
              <Parts.ItemIndicator>
                <Check size={16} aria-hidden="true" />
              </Parts.ItemIndicator>
            </Parts.Item>
          )}
        >
          <Parts.Control class="field__box field__box--sided">
            <Parts.Input id={ids.control} class="field__control" aria-describedby={ids.describedBy} />
            <Parts.Trigger class="field__side" aria-label={t('field.showOptions')}>
              <ChevronDown size={16} aria-hidden="true" />
            </Parts.Trigger>
          </Parts.Control>
          <Parts.Portal>
            <Parts.Content class="floating floating--list">
              <Parts.Listbox class="floating__list" />
            </Parts.Content>
          </Parts.Portal>
        </Parts>
      )}
    </FieldFrame>
  )
}
