/** Lists of single values: lines that are written, ticks of a fixed list, and stages in an order of their own. */
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Trash from 'lucide-solid/icons/trash'
import { For, Index, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { blankOf, type FormNode } from './form-node.ts'
import { usePlanEdit } from './plan-edit.ts'
import { optionLabel } from './plan-labels.ts'
import { SingleField } from './single-field.tsx'

export function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

interface RowButtonsProps {
  readonly path: PlanPath
  readonly index: number
  readonly count: number
  readonly name: string
  readonly onMoved?: (to: number) => void
}

/** Up, down, away: for rows of every kind. */
export function RowButtons(props: RowButtonsProps): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  const move = (to: number) => {
    edit.move(props.path, props.index, to)
    props.onMoved?.(to)
  }
  return (
    <span class="plan-row__buttons">
      <Button
        look="quiet"
        isIcon
        label={t('edit.up', { name: props.name })}
        isDisabled={props.index === 0}
        onPress={() => move(props.index - 1)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        isIcon
        label={t('edit.down', { name: props.name })}
        isDisabled={props.index === props.count - 1}
        onPress={() => move(props.index + 1)}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        isIcon
        label={t('edit.remove', { name: props.name })}
        onPress={() => edit.remove(props.path, props.index)}
      >
        <Trash size={16} aria-hidden="true" />
      </Button>
    </span>
  )
}

export function LinesField(props: {
  readonly of: FormNode
  readonly path: PlanPath
  readonly label: string
}): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  const list = () => listAt(edit.at(props.path))
  const isTypes = () => props.path.at(-1) === 'appliesTo'
  return (
    <Show
      when={!isTypes()}
      fallback={
        <TicksField
          path={props.path}
          options={edit.names().applicationTypes.map(({ code }) => code)}
          nameOf={(code) => edit.names().applicationTypes.find((type) => type.code === code)?.name ?? code}
        />
      }
    >
      <div class="stack stack--tight">
        <Index each={list()}>
          {(_, index) => (
            <div class="plan-line">
              <div class="plan-line__field">
                <SingleField
                  field={{ key: String(index), node: props.of, absent: 'never' }}
                  path={[...props.path, index]}
                  label={t('edit.nth', { name: props.label, n: index + 1 })}
                  isLabelHidden
                />
              </div>
              <RowButtons
                path={props.path}
                index={index}
                count={list().length}
                name={t('edit.nth', { name: props.label, n: index + 1 })}
              />
            </div>
          )}
        </Index>
        <div>
          <Button size="small" onPress={() => edit.insert(props.path, list().length, nextOf(list(), props.of))}>
            {t('edit.add', { name: props.label })}
          </Button>
        </div>
      </div>
    </Show>
  )
}

/** A list of years goes on with the next year. */
function nextOf(list: readonly unknown[], of: FormNode) {
  const last = list.at(-1)
  return of.kind === 'number' && typeof last === 'number' ? last + 1 : blankOf(of)
}

export function TicksField(props: {
  readonly options: readonly string[]
  readonly path: PlanPath
  readonly nameOf?: (option: string) => string
}): JSX.Element {
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const chosen = () => listAt(edit.at(props.path)).filter((one) => typeof one === 'string')
  const name = (option: string) =>
    props.nameOf?.(option) ?? say(optionLabel(String(props.path.at(-1)), option) ?? { zh: option, en: option })
  return (
    <div class="plan-ticks">
      <For each={props.options}>
        {(option) => (
          <Checkbox
            label={name(option)}
            isChecked={chosen().includes(option)}
            onChange={(isChecked) =>
              edit.set(
                props.path,
                props.options.filter((one) => (one === option ? isChecked : chosen().includes(one))),
              )
            }
          />
        )}
      </For>
    </div>
  )
}

export function StepsField(props: { readonly options: readonly string[]; readonly path: PlanPath }): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const list = () => listAt(edit.at(props.path)).map(String)
  const name = (option: string) => say(optionLabel('stages', option) ?? { zh: option, en: option })
  return (
    <div class="stack stack--tight">
      <ol class="plan-steps">
        <Index each={list()}>
          {(step, index) => (
            <li class="plan-steps__step">
              <span>{name(step())}</span>
              <RowButtons path={props.path} index={index} count={list().length} name={name(step())} />
            </li>
          )}
        </Index>
      </ol>
      <ChoiceField
        label={t('edit.addStage')}
        form="select"
        value=""
        options={props.options
          .filter((option) => !list().includes(option))
          .map((option) => ({ value: option, label: name(option) }))}
        onChoose={(option) => option !== '' && edit.insert(props.path, list().length, option)}
      />
    </div>
  )
}
