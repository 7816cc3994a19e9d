/** The fields of a step: words, numbers, days, choices, the check list (审查清单), seals, files. What is missing is told once she has tried to go on. */
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeStepsWords } from '../../language/office-steps.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { countCharacters } from '../../ui/count-characters.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldFrame } from '../../ui/field.tsx'
import { ProseField } from '../../ui/prose-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { filesIn, problemOf, type StepField, textOf, type Values } from './office-fields.ts'
import { StepFiles } from './step-files.tsx'

export interface StepFieldsProps {
  readonly fields: readonly StepField[]
  readonly values: Values
  readonly onChange: (name: string, value: string) => void
  readonly isAsked: boolean
}

const CHECKS = ['seniority', 'education', 'assessment', 'continuing-education', 'post-quota', 'credit'] as const
const OPTIONS = [
  'counter',
  'transfer',
  'good',
  'sufficient',
  'poor',
  'absent',
  'strong',
  'plain',
  'none',
  'meets',
  'mostly',
  'not',
] as const

/** What a choice of a step is called. Called inside a component. */
export function useOptionWords(): (option: string) => string {
  const t = useText(officeStepsWords)
  return (option) => {
    const known = OPTIONS.find((one) => one === option)
    return known ? t(`option.${known}`) : option
  }
}

export function StepFields(props: StepFieldsProps): JSX.Element {
  // The steps are found anew whenever the case is read again: fields that are the same stay, with what is being typed and the focus.
  const fields = createMemo(() => props.fields, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  return (
    <div class="stack">
      <For each={fields()}>{(field) => <OneField {...props} field={field} />}</For>
    </div>
  )
}

function OneField(props: StepFieldsProps & { readonly field: StepField }): JSX.Element {
  const t = useText(officeStepsWords)
  const optionWord = useOptionWords()
  const value = (name: string) => textOf(props.values, name)
  const error = () => {
    const problem = props.isAsked ? problemOf(props.field, props.values) : null
    const limits = props.field.kind === 'count' ? { least: props.field.least, most: props.field.most } : {}
    return problem === null ? undefined : t(`problem.${problem}`, limits)
  }
  const hintOf = (field: StepField) => {
    if (!('name' in field)) return undefined
    switch (field.name) {
      case 'objector':
      case 'contact':
      case 'paidOn':
      case 'evidence':
      case 'method':
      case 'letterNumber':
      case 'grounds':
        return t(`hint.${field.name}`)
      case 'reason':
      case 'answer':
        return t('hint.reasonToOwner')
      default:
        if (field.kind === 'count') return t('hint.count', { least: field.least, most: field.most })
        return field.kind === 'words' ? t('hint.words') : undefined
    }
  }
  const as = <Kind extends StepField['kind']>(kind: Kind) =>
    props.field.kind === kind ? (props.field as Extract<StepField, { kind: Kind }>) : undefined
  return (
    <Switch>
      <Match when={as('words')}>
        {(field) => (
          <ProseField
            label={t(`field.${field().name}`)}
            hint={hintOf(field())}
            isRequired
            value={value(field().name)}
            onInput={(text) => props.onChange(field().name, text)}
            maxChars={500}
            count={countCharacters(value(field().name).trim())}
            error={error()}
            aside={
              <For each={(['opinion', 'grounds'] as const).filter((name) => name === field().name)}>
                {(name) => (
                  <Button look="quiet" size="small" onPress={() => props.onChange(name, t(`usual.${name}`))}>
                    {t(name === 'opinion' ? 'usual.use' : 'usual.useGrounds')}
                  </Button>
                )}
              </For>
            }
          />
        )}
      </Match>
      <Match when={as('line')}>
        {(field) => (
          <TextField
            label={t(`field.${field().name}`)}
            hint={hintOf(field())}
            isRequired={field().isOptional !== true}
            value={value(field().name)}
            onInput={(text) => props.onChange(field().name, text)}
            error={error()}
          />
        )}
      </Match>
      <Match when={as('count')}>
        {(field) => (
          <TextField
            label={t(`field.${field().name}`)}
            hint={hintOf(field())}
            isRequired
            inputMode="numeric"
            value={value(field().name)}
            onInput={(text) => props.onChange(field().name, text)}
            error={error()}
          />
        )}
      </Match>
      <Match when={as('day')}>
        {(field) => (
          <DateField
            label={t(`field.${field().name}`)}
            hint={hintOf(field())}
            isRequired
            min={field().min}
            max={field().max}
            value={value(field().name)}
            onInput={(day) => props.onChange(field().name, day)}
            error={error()}
          />
        )}
      </Match>
      <Match when={as('choice')}>
        {(field) => (
          <ChoiceField
            label={t(`field.${field().name}`)}
            form="radio"
            isRequired
            options={field().options.map((option) => ({ value: option, label: optionWord(option) }))}
            value={value(field().name)}
            onChoose={(option) => props.onChange(field().name, option)}
            error={error()}
          />
        )}
      </Match>
      <Match when={as('checklist')}>
        {(field) => <Checklist {...props} checks={field().checks} error={error()} />}
      </Match>
      <Match when={as('seals')}>
        {(field) => (
          <Show when={field().seals.length > 0}>
            <FieldFrame label={t('seals')} isGroup error={error()}>
              {(ids) => (
                <fieldset class="office-checks" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
                  <For each={field().seals}>
                    {(seal) => (
                      <Checkbox
                        label={seal}
                        isChecked={value(`seal/${seal}`) === 'yes'}
                        onChange={(on) => props.onChange(`seal/${seal}`, on ? 'yes' : '')}
                      />
                    )}
                  </For>
                </fieldset>
              )}
            </FieldFrame>
          </Show>
        )}
      </Match>
      <Match when={as('files')}>
        {(field) => (
          <StepFiles
            label={t(`field.${field().name}`)}
            hint={hintOf(field())}
            error={error()}
            hashes={filesIn(props.values, field().name)}
            onChange={(hashes) => props.onChange(field().name, hashes.join('\n'))}
          />
        )}
      </Match>
    </Switch>
  )
}

function Checklist(
  props: StepFieldsProps & { readonly checks: readonly string[]; readonly error: string | undefined },
): JSX.Element {
  const t = useText(officeStepsWords)
  const nameOf = (check: string) => {
    const known = CHECKS.find((one) => one === check)
    return known ? t(`check.${known}`) : check
  }
  return (
    <FieldFrame
      label={t('check.title')}
      isGroup
      isRequired
      error={props.error}
      aside={
        <Button
          look="quiet"
          size="small"
          onPress={() => {
            for (const check of props.checks) props.onChange(`check/${check}`, 'met')
          }}
        >
          {t('check.allMet')}
        </Button>
      }
    >
      {(ids) => (
        <fieldset class="office-checks" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
          <For each={props.checks}>
            {(check) => (
              <ChoiceField
                label={nameOf(check)}
                form="radio"
                isKept
                options={(['met', 'not-applicable'] as const).map((option) => ({
                  value: option,
                  label: t(`option.${option}`),
                }))}
                value={textOf(props.values, `check/${check}`)}
                onChoose={(found) => props.onChange(`check/${check}`, found)}
              />
            )}
          </For>
        </fieldset>
      )}
    </FieldFrame>
  )
}
