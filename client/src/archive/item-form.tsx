/**
 * The one form of the archive: every field of a section or of the profile from its description, in groups, each with what
 * is wrong with it and with the values that lost against another device.
 *
 * Always true: nothing is reproached before the field was left once, or before sending was tried (`showsAll`).
 */
import type { Field } from '@yejibu/shared/archive/field'
import { isRequired } from '@yejibu/shared/archive/field-rules'
import type { Item, OtherVersion } from '@yejibu/shared/archive/item'
import type { Text } from '@yejibu/shared/archive/label'
import { isError, isGap, type Problem } from '@yejibu/shared/archive/problem'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { useLanguage } from '../language/language.tsx'
import type { ArchiveEdits } from '../sync/create-archive.ts'
import { FieldControl } from './field-control.tsx'
import { OtherVersionNote } from './other-version.tsx'
import './archive.css'

export interface FormGroup {
  readonly key: string
  readonly label: Text | null
  readonly fields: readonly Field[]
}

export interface ItemFormProps {
  readonly item: Item
  readonly groups: readonly FormGroup[]
  readonly edits: Pick<ArchiveEdits, 'setField' | 'takeOtherVersion' | 'dismissOtherVersion'>
  readonly problems: readonly Problem[]
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Sending was tried: say everything, gaps included. */
  readonly showsAll: boolean
  /** What the employer said about a field, by its name. */
  readonly remarkOn?: ((field: string) => string | undefined) | undefined
  readonly isReadOnly?: boolean | undefined
}

/** The id of the element around a field, for links that lead to it. */
export function fieldAnchor(name: string): string {
  return `field-${name}`
}

/** Leads to a field: the focus goes into its control, and the page with it. */
export function goToField(name: string): void {
  const place = document.getElementById(fieldAnchor(name))
  // The control itself before a button beside it: a month's calendar button is not the field.
  const control =
    place?.querySelector<HTMLElement>('input:not([type="file"]), select, textarea') ??
    place?.querySelector<HTMLElement>('button')
  control?.focus()
}

export function ItemForm(props: ItemFormProps): JSX.Element {
  const { say } = useLanguage()
  return (
    <div class="stack stack--loose">
      <For each={props.groups}>
        {(group) => (
          <section class="stack" aria-label={group.label ? say(group.label) : undefined}>
            <Show when={group.label}>{(label) => <h2 class="item-form__group">{say(label())}</h2>}</Show>
            <div class="form-grid">
              <For each={group.fields}>{(field) => <Entry {...props} field={field} />}</For>
            </div>
          </section>
        )}
      </For>
    </div>
  )
}

function Entry(props: ItemFormProps & { readonly field: Field }): JSX.Element {
  const { say } = useLanguage()
  const [wasLeft, setLeft] = createSignal(false)
  const problem = (severity: Problem['severity']) =>
    props.problems.find(
      (one) =>
        one.field === props.field.name &&
        one.severity === severity &&
        (props.showsAll || wasLeft() || (!isGap(one) && !isError(one))),
    )
  const others = (): readonly OtherVersion[] =>
    props.item.otherVersions.filter(({ field }) => field === props.field.name)
  const said = (severity: Problem['severity']) => {
    const found = problem(severity)
    return found && say(found.message)
  }
  const isWide = () =>
    props.field.type.kind === 'prose' || ('maxChars' in props.field.type && props.field.type.maxChars >= 100)
  return (
    <div id={fieldAnchor(props.field.name)} class="item-form__field" classList={{ 'form-grid__whole': isWide() }}>
      <FieldControl
        field={props.field}
        value={props.item.fields[props.field.name] ?? null}
        onChange={(value) => props.edits.setField(props.item.id, props.field.name, value)}
        onLeave={() => setLeft(true)}
        isRequired={isRequired(props.item.part, props.field, props.item.fields)}
        error={said('error')}
        warning={said('warning')}
        remark={props.remarkOn?.(props.field.name)}
        today={props.today}
        isReadOnly={props.isReadOnly}
      />
      <For each={others()}>
        {(other) => (
          <OtherVersionNote
            field={props.field}
            other={other}
            onTake={() => props.edits.takeOtherVersion(props.item.id, other)}
            onDismiss={() => props.edits.dismissOtherVersion(props.item.id, other)}
          />
        )}
      </For>
    </div>
  )
}
