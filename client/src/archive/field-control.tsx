/**
 * One field of a form, from its description: the control that suits its type, bound to the document's value.
 *
 * Always true: what is shown is what is typed while one types, and what the document holds otherwise; a change from another
 * device wins over a draft at once. Every keystroke is in the document, the one spelling is made when the field is left.
 */

import type { Field } from '@yejibu/shared/archive/field'
import { normaliseInput } from '@yejibu/shared/archive/field-input'
import { canonicalValue } from '@yejibu/shared/archive/revision'
import { batch, createSignal, type JSX, Match, Switch } from 'solid-js'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { DateMonthField } from '../ui/date-month-field.tsx'
import type { FieldProps } from '../ui/field.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { TextField } from '../ui/text-field.tsx'

export interface FieldControlProps {
  readonly field: Field
  /** As the document holds it; null for empty. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** The field was left, or a choice was made: the moment to speak of what is wrong with it. */
  readonly onLeave?: (() => void) | undefined
  readonly isRequired: boolean
  readonly error?: string | undefined
  readonly warning?: string | undefined
  /** The employer's reason, where it points at this field. */
  readonly remark?: string | undefined
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly isReadOnly?: boolean | undefined
  readonly aside?: JSX.Element | undefined
}

export function FieldControl(props: FieldControlProps): JSX.Element {
  const { say } = useLanguage()
  const t = useText(fieldsWords)
  const [draft, setDraft] = createSignal<string | null>(null)
  const shown = () => {
    const typed = draft()
    // The document's spelling of what is being typed may lack a blank at its end: that must not vanish under the caret.
    return typed !== null && canonicalValue(props.field, typed) === props.value ? typed : (props.value ?? '')
  }
  // Draft and document change as one: a moment with only one of them would show the old value and move the caret.
  const type = (value: string) =>
    batch(() => {
      setDraft(value)
      props.onChange(value === '' ? null : value)
    })
  const leave = () => {
    const tidy = normaliseInput(props.field, shown())
    batch(() => {
      setDraft(null)
      if (tidy !== props.value) props.onChange(tidy)
    })
    props.onLeave?.()
  }
  const choose = (value: string) => {
    props.onChange(value === '' ? null : value)
    props.onLeave?.()
  }
  const frame: FieldProps = {
    get label() {
      return say(props.field.label)
    },
    get hint() {
      return props.field.hint && say(props.field.hint)
    },
    get error() {
      return props.error
    },
    get warning() {
      return props.warning
    },
    get remark() {
      return props.remark
    },
    get isRequired() {
      return props.isRequired
    },
    get aside() {
      return props.aside
    },
  }
  const kind = <Kind extends Field['type']['kind']>(wanted: Kind) => {
    const { type: found } = props.field
    return found.kind === wanted ? (found as Extract<Field['type'], { kind: Kind }>) : undefined
  }
  return (
    <Switch>
      <Match when={kind('text') ?? kind('code')}>
        {(text) => (
          <TextField
            {...frame}
            value={shown()}
            onInput={type}
            onBlur={leave}
            maxChars={text().maxChars}
            type={props.field.name === 'mobile' ? 'tel' : 'text'}
            isReadOnly={props.isReadOnly}
          />
        )}
      </Match>
      <Match when={kind('prose')}>
        {(prose) => (
          <ProseField
            {...frame}
            value={shown()}
            onInput={type}
            onBlur={leave}
            maxChars={prose().maxChars}
            rows={prose().maxChars > 300 ? 4 : 2}
            isReadOnly={props.isReadOnly}
          />
        )}
      </Match>
      <Match when={kind('month')}>
        {(month) => (
          <DateMonthField
            {...frame}
            value={shown()}
            onInput={type}
            onBlur={leave}
            isOpenEnded={month().openEnded}
            mayBeFuture={month().mayBeFuture}
            today={props.today.slice(0, 4) + props.today.slice(5, 7)}
            isReadOnly={props.isReadOnly}
          />
        )}
      </Match>
      <Match when={kind('date')}>
        <DateField
          {...frame}
          value={props.value ?? ''}
          onInput={type}
          onBlur={leave}
          max={props.today}
          isReadOnly={props.isReadOnly}
        />
      </Match>
      <Match when={kind('year') ?? kind('integer') ?? kind('decimal')}>
        {(number) => (
          <TextField
            {...frame}
            value={shown()}
            onInput={type}
            onBlur={leave}
            inputMode={number().kind === 'decimal' ? 'decimal' : 'numeric'}
            unit={unitOf(props.field)}
            isReadOnly={props.isReadOnly}
          />
        )}
      </Match>
      <Match when={kind('choice')}>
        {(choice) => (
          <ChoiceField
            {...frame}
            value={props.value ?? ''}
            options={choice().options.map(({ code, label }) => ({ value: code, label: say(label) }))}
            onChoose={choose}
            isReadOnly={props.isReadOnly}
          />
        )}
      </Match>
      <Match when={kind('yes-no')}>
        <ChoiceField
          {...frame}
          form="radio"
          value={props.value ?? ''}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          onChoose={choose}
          isReadOnly={props.isReadOnly}
        />
      </Match>
    </Switch>
  )

  function unitOf(field: Field): string | undefined {
    return field.type.kind === 'decimal' && field.type.unit ? say(field.type.unit) : undefined
  }
}
