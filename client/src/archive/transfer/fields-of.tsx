/** The filled fields of an entry that is not in the archive yet, as a person reads them. Shown on request. */
import type { Field } from '@yejibu/shared/archive/field'
import type { FieldValues } from '@yejibu/shared/archive/item'
import { fieldsOf } from '@yejibu/shared/archive/revision'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { Button } from '../../ui/button.tsx'
import { valueText } from '../value-text.ts'

export function FieldsOf(props: { readonly part: SectionKey; readonly fields: FieldValues }): JSX.Element {
  const t = useText(transferWords)
  const { say } = useLanguage()
  const [isOpen, setOpen] = createSignal(false)
  const filled = () =>
    fieldsOf(props.part).flatMap((field): { readonly field: Field; readonly value: string }[] => {
      const value = props.fields[field.name] ?? null
      return value === null ? [] : [{ field, value }]
    })
  return (
    <Show when={filled().length > 1}>
      <div>
        <Button look="quiet" size="small" onPress={() => setOpen((open) => !open)}>
          {isOpen() ? t('preview.hideFields') : t('preview.fields')}
        </Button>
        <Show when={isOpen()}>
          <dl class="transfer__fields">
            <For each={filled()}>
              {({ field, value }) => (
                <>
                  <dt>{say(field.label)}</dt>
                  <dd>{shortened(say(valueText(field, value)), 600)}</dd>
                </>
              )}
            </For>
          </dl>
        </Show>
      </div>
    </Show>
  )
}

/** The beginning of a long text: a preview must stay one. Never half a character. */
export function shortened(text: string, most = 160): string {
  if (text.length <= most) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most
  return `${text.slice(0, end)}…`
}
