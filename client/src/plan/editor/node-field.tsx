/** One field of a plan, drawn from its node of the schema: a single value, a list, a group, or a switch where it may be left out. */
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConditionsField } from './conditions-field.tsx'
import { blankOf, type FormField, type FormNode, type GroupNode } from './form-node.ts'
import { LinesField, StepsField, TicksField } from './list-fields.tsx'
import { MatchesField } from './matches-field.tsx'
import { PairsField } from './pairs-field.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { planLabel } from './plan-labels.ts'
import { type DrawGroup, RowsField, VariantsField } from './rows-field.tsx'
import { isSingle, SingleField } from './single-field.tsx'
import { ToCheck } from './to-check.tsx'

const drawGroup: DrawGroup = (group, path) => <GroupFields group={group} path={path} />

export interface FieldViewProps {
  readonly field: FormField
  /** Of the group that the field is in. */
  readonly path: PlanPath
}

export function GroupFields(props: { readonly group: GroupNode; readonly path: PlanPath }): JSX.Element {
  return (
    <div class="form-grid">
      {props.group.fields
        .filter(({ node, key }) => node.kind !== 'fixed' && !isGiven([...props.path, key]))
        .map((field) => (
          <div classList={{ 'form-grid__whole': !isSingle(field.node) || isLong(field.node) }}>
            <FieldView field={field} path={props.path} />
          </div>
        ))}
    </div>
  )
}

/** Whose plan it is follows from whose document it lies in. */
function isGiven(path: PlanPath): boolean {
  return path.join('.') === 'committee.orgId'
}

function isLong(node: FormNode): boolean {
  return node.kind === 'text' && node.isLong
}

export function FieldView(props: FieldViewProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const { field } = props
  const path = [...props.path, field.key]
  const label = () => say(planLabel(path) ?? { zh: field.key, en: field.key })
  const isSet = () => field.absent === 'never' || (edit.at(path) ?? null) !== null
  return (
    <Show when={!isSingle(field.node)} fallback={<SingleField field={field} path={path} label={label()} />}>
      <fieldset class="plan-field">
        <legend class="plan-field__legend">
          {label()} <ToCheck path={path} />
        </legend>
        <Show when={field.absent !== 'never'}>
          <Checkbox
            label={t('edit.isSet', { name: label() })}
            isChecked={isSet()}
            onChange={(isChecked) =>
              edit.set(path, isChecked ? blankOf(field.node) : field.absent === 'null' ? null : undefined)
            }
          />
        </Show>
        <Show when={isSet()}>
          <NodeView node={field.node} path={path} label={label()} />
        </Show>
        <Problem path={path} />
      </fieldset>
    </Show>
  )
}

function Problem(props: { readonly path: PlanPath }): JSX.Element {
  const { say } = useLanguage()
  const edit = usePlanEdit()
  return <Show when={edit.problemAt(props.path)}>{(text) => <p class="plan-field__problem">{say(text())}</p>}</Show>
}

interface NodeViewProps {
  readonly node: FormNode
  readonly path: PlanPath
  readonly label: string
}

function NodeView(props: NodeViewProps): JSX.Element {
  const as = <Kind extends FormNode['kind']>(kind: Kind): Extract<FormNode, { kind: Kind }> | undefined =>
    props.node.kind === kind ? (props.node as Extract<FormNode, { kind: Kind }>) : undefined
  return (
    <Switch>
      <Match when={as('group')}>{(group) => <GroupFields group={group()} path={props.path} />}</Match>
      <Match when={as('variants')}>
        {(node) => <VariantsField node={node()} path={props.path} drawGroup={drawGroup} />}
      </Match>
      <Match when={as('rows')}>
        {(node) => <RowsField of={node().of} path={props.path} label={props.label} drawGroup={drawGroup} />}
      </Match>
      <Match when={as('lines')}>{(node) => <LinesField of={node().of} path={props.path} label={props.label} />}</Match>
      <Match when={as('ticks')}>{(node) => <TicksField options={node().options} path={props.path} />}</Match>
      <Match when={as('steps')}>{(node) => <StepsField options={node().options} path={props.path} />}</Match>
      <Match when={as('pairs')}>{(node) => <PairsField of={node().of} path={props.path} label={props.label} />}</Match>
      <Match when={as('conditions')}>
        <ConditionsField path={props.path} />
      </Match>
      <Match when={as('matches')}>
        <MatchesField path={props.path} />
      </Match>
    </Switch>
  )
}
