/** Entries of a list, each behind its name: one is open at a time, so that a long list stays a list. */
import type { Json, PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { createSignal, Index, type JSX, Match, Show, Switch } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { blankOf, type GroupNode, type VariantsNode } from './form-node.ts'
import { listAt, RowButtons } from './list-fields.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { optionLabel, planLabel } from './plan-labels.ts'
import { nameOf } from './plan-problems.ts'
import { ScoreRows } from './score-rows.tsx'

/** Draws the fields of a group; handed in, because the groups draw the rows. */
export type DrawGroup = (group: GroupNode, path: PlanPath) => JSX.Element

export interface RowsFieldProps {
  readonly drawGroup: DrawGroup
  readonly of: GroupNode | VariantsNode
  readonly path: PlanPath
  readonly label: string
}

export function RowsField(props: RowsFieldProps): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  const [open, setOpen] = createSignal<number | null>(null)
  const list = () => listAt(edit.at(props.path))
  const name = (index: number) => nameOf(list()[index]) ?? t('edit.nth', { name: props.label, n: index + 1 })
  const hasTrouble = (index: number) => {
    const place = `${[...props.path, index].join('.')}.`
    return edit.problems().some(({ path }) => `${path.join('.')}.`.startsWith(place))
  }
  const add = () => {
    edit.insert(props.path, list().length, withCode(blankOf(props.of), props.path, list()))
    setOpen(list().length - 1)
  }
  const isScoreRows = () => props.path.at(-1) === 'rows'
  return (
    <Show
      when={!(isScoreRows() && props.of.kind === 'group') && props.of}
      fallback={<ScoreRows path={props.path} onAdd={add} />}
    >
      {(of) => (
        <div class="stack stack--tight">
          <Index each={list()}>
            {(_, index) => (
              <details
                class="plan-row"
                open={open() === index}
                onToggle={(event) => {
                  if (event.currentTarget.open) setOpen(index)
                  else if (open() === index) setOpen(null)
                }}
              >
                <summary class="plan-row__name">
                  {name(index)} <Show when={hasTrouble(index)}>{<Badge tone="bad">{t('edit.trouble')}</Badge>}</Show>
                </summary>
                <Show when={open() === index}>
                  <div class="stack plan-row__body">
                    <Entry of={of()} path={[...props.path, index]} drawGroup={props.drawGroup} />
                    <RowButtons
                      path={props.path}
                      index={index}
                      count={list().length}
                      name={name(index)}
                      onMoved={setOpen}
                    />
                  </div>
                </Show>
              </details>
            )}
          </Index>
          <div>
            <Button size="small" onPress={add}>
              {t('edit.add', { name: props.label })}
            </Button>
          </div>
        </div>
      )}
    </Show>
  )
}

function Entry(props: Pick<RowsFieldProps, 'of' | 'path' | 'drawGroup'>): JSX.Element {
  const group = () => (props.of.kind === 'group' ? props.of : undefined)
  const variants = () => (props.of.kind === 'variants' ? props.of : undefined)
  return (
    <Switch>
      <Match when={group()}>{(of) => props.drawGroup(of(), props.path)}</Match>
      <Match when={variants()}>
        {(of) => <VariantsField node={of()} path={props.path} drawGroup={props.drawGroup} />}
      </Match>
    </Switch>
  )
}

/** A kind that is chosen, then the fields of that kind; what both kinds have is kept. */
export function VariantsField(props: {
  readonly node: VariantsNode
  readonly path: PlanPath
  readonly drawGroup: DrawGroup
}): JSX.Element {
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const { by } = props.node
  const told = () => String(edit.at([...props.path, by]) ?? '')
  const group = () => props.node.options.find(({ value }) => value === told())?.group
  const choose = (value: string) => {
    const next = props.node.options.find((option) => option.value === value)
    const before: unknown = edit.at(props.path)
    if (!next || value === told()) return
    const blank = Object(blankOf(next.group))
    const kept = Object.entries(Object(before)).filter(
      ([key]) => key !== by && key !== 'rows' && Object.hasOwn(blank, key),
    )
    edit.set(props.path, JSON.parse(JSON.stringify({ ...blank, ...Object.fromEntries(kept) })))
  }
  return (
    <div class="stack">
      <ChoiceField
        label={say(planLabel([...props.path, by]) ?? { zh: by, en: by })}
        form="select"
        isRequired
        value={told()}
        options={props.node.options.map(({ value }) => ({
          value,
          label: say(optionLabel(by, value) ?? { zh: value, en: value }),
        }))}
        onChoose={choose}
      />
      <Show when={group()} keyed>
        {(of) => props.drawGroup(of, props.path)}
      </Show>
    </div>
  )
}

/** New entries get a code of their own, which nobody has to think of. */
function withCode(blank: Json, path: PlanPath, list: readonly unknown[]): Json {
  if (typeof blank !== 'object' || blank === null || !('code' in blank)) return blank
  const stem = String(path.filter((key) => typeof key === 'string').at(-1)).slice(0, 20)
  const taken = new Set(list.map((entry) => Reflect.get(Object(entry), 'code')))
  let n = list.length + 1
  while (taken.has(`${stem}${n}`)) n += 1
  return { ...blank, code: `${stem}${n}` }
}
