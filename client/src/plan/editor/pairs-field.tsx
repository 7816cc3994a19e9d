/** A value for each of some kinds of schooling: years to be held, or the schooling it counts as. */
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { For, type JSX } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { blankOf, type FormNode } from './form-node.ts'
import { usePlanEdit } from './plan-edit.ts'
import { numberIn } from './single-field.tsx'

const LEVEL = sectionByKey('education').fields.find(({ name }) => name === 'eduLevel')
const LEVELS = LEVEL?.type.kind === 'choice' ? LEVEL.type.options : []

export interface PairsFieldProps {
  readonly of: FormNode
  readonly path: PlanPath
  readonly label: string
}

export function PairsField(props: PairsFieldProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const options = () => LEVELS.map(({ code, label }) => ({ value: code, label: say(label) }))
  const text = (code: string) => String(edit.at([...props.path, code]) ?? '')
  const known = () => LEVELS.filter(({ code }) => edit.at([...props.path, code]) !== undefined)
  const write = (code: string, value: string) =>
    edit.set(
      [...props.path, code],
      value.trim() === '' ? undefined : props.of.kind === 'number' ? numberIn(value) : value,
    )
  return (
    <div class="stack stack--tight">
      <For each={known()}>
        {({ code, label }) =>
          props.of.kind === 'number' ? (
            <TextField
              label={say(label)}
              inputMode="numeric"
              value={text(code)}
              onInput={(value) => write(code, value)}
            />
          ) : (
            <ChoiceField
              label={t('edit.countsAs', { name: say(label) })}
              form="select"
              value={text(code)}
              options={options()}
              onChoose={(value) => write(code, value)}
            />
          )
        }
      </For>
      <ChoiceField
        label={t('edit.add', { name: props.label })}
        form="select"
        value=""
        options={options().filter(({ value }) => !known().some(({ code }) => code === value))}
        onChoose={(code) => {
          if (code !== '') edit.set([...props.path, code], props.of.kind === 'number' ? blankOf(props.of) : code)
        }}
      />
    </div>
  )
}
