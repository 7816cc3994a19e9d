/** A field with one value: a line, a text, a number, a day, a moment, a choice, yes or no. */

import { PROFILE } from '@yejibu/shared/archive/profile'
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import type { JSX } from 'solid-js'
import { useLanguage } from '../../language/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProseField } from '../../ui/prose-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { FormField, FormNode } from './form-node.ts'
import { MomentField } from './moment-field.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { optionLabel } from './plan-labels.ts'
import { ToCheck } from './to-check.tsx'

const SINGLE: ReadonlySet<FormNode['kind']> = new Set(['text', 'number', 'flag', 'day', 'moment', 'choice', 'fixed'])

/** Left out, they hold. */
const TRUE_WHEN_ABSENT: ReadonlySet<string> = new Set(['acceptsFormerEmployers'])

export function isSingle(node: FormNode): boolean {
  return SINGLE.has(node.kind)
}

export interface SingleFieldProps {
  readonly field: FormField
  readonly path: PlanPath
  readonly label: string
  readonly isLabelHidden?: boolean
}

export function SingleField(props: SingleFieldProps): JSX.Element {
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const { node, absent, key } = props.field
  const { path } = props
  const raw = () => edit.at(path)
  const text = () => (typeof raw() === 'string' || typeof raw() === 'number' ? String(raw()) : '')
  const error = () => {
    const found = edit.problemAt(path)
    return found && say(found)
  }
  const write = (next: string) => {
    if (next.trim() === '' && absent !== 'never') edit.set(path, absent === 'null' ? null : undefined)
    else edit.set(path, node.kind === 'number' ? numberIn(next) : next)
  }
  const common = {
    get label() {
      return props.label
    },
    get error() {
      return error()
    },
    get isLabelHidden() {
      return props.isLabelHidden
    },
    get aside() {
      return <ToCheck path={path} />
    },
  }
  switch (node.kind) {
    case 'flag':
      return (
        <Checkbox
          label={
            <>
              {props.label} <ToCheck path={path} />
            </>
          }
          isChecked={raw() === true || (raw() === undefined && TRUE_WHEN_ABSENT.has(key))}
          onChange={(isChecked) => edit.set(path, isChecked)}
        />
      )
    case 'choice':
      return (
        <ChoiceField
          {...common}
          value={text()}
          options={node.options.map((option) => ({
            value: option,
            label: say(optionLabel(key, option) ?? same(option)),
          }))}
          onChoose={write}
        />
      )
    case 'day':
      return <DateField {...common} value={text()} onInput={write} />
    case 'moment':
      return <MomentField {...common} value={text()} onInput={write} />
    case 'text':
      if (key === 'mustEqualProfile') {
        return (
          <ChoiceField
            {...common}
            form="select"
            value={text()}
            options={PROFILE.fields.map(({ name, label }) => ({ value: name, label: say(label) }))}
            onChoose={write}
          />
        )
      }
      return node.isLong ? (
        <ProseField {...common} value={text()} onInput={write} maxChars={node.maxChars ?? undefined} />
      ) : (
        <TextField {...common} value={text()} onInput={write} />
      )
    default:
      return <TextField {...common} inputMode="decimal" value={text()} onInput={write} />
  }
}

function same(text: string) {
  return { zh: text, en: text }
}

/** What is no number stays as written, so that it can be seen and mended. */
export function numberIn(text: string): number | string {
  const tidy = text.trim()
  return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : text
}
