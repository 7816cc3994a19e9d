/** When something is asked: read as one sentence, changed piece by piece below it. */
import { PROFILE } from '@yejibu/shared/archive/profile'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { type Condition, conditionSchema } from '@yejibu/shared/plan/condition'
import { conditionsText } from '@yejibu/shared/plan/condition-text'
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { Index, type JSX, Match, Show, Switch } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { listAt, TicksField } from './list-fields.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { ValueChoice } from './value-choice.tsx'

const KINDS = ['type', 'profile', 'entry', 'entry-before', 'holds-title', 'any'] as const
type Kind = (typeof KINDS)[number]

export function ConditionsField(props: { readonly path: PlanPath; readonly isInner?: boolean }): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const list = () => listAt(edit.at(props.path))
  const read = () =>
    list().flatMap((one) => {
      const parsed = conditionSchema.safeParse(one)
      return parsed.success ? [parsed.data] : []
    })
  return (
    <div class="stack stack--tight">
      <Show when={!props.isInner}>
        <p class="plan-sentence">{say(conditionsText(read(), edit.names()))}</p>
      </Show>
      <Index each={list()}>
        {(_, index) => (
          <ConditionRow
            path={props.path}
            index={index}
            kinds={KINDS.filter((kind) => !props.isInner || kind !== 'any')}
          />
        )}
      </Index>
      <div>
        <Button size="small" onPress={() => edit.insert(props.path, list().length, { on: 'type', isOneOf: [] })}>
          {t(props.isInner ? 'condition.addOr' : 'condition.add')}
        </Button>
      </div>
    </div>
  )
}

interface ConditionRowProps {
  readonly path: PlanPath
  readonly index: number
  readonly kinds: readonly Kind[]
}

function ConditionRow(props: ConditionRowProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const path = [...props.path, props.index]
  const text = (key: string) => String(edit.at([...path, key]) ?? '')
  const kind = () => text('on')
  const section = () => SECTION_KEYS.find((key) => key === text('section')) ?? 'education'
  const fields = () => (kind() === 'profile' ? PROFILE.fields : sectionByKey(section()).fields)
  const field = () => fields().find(({ name }) => name === text('field'))
  const chosen = () => listAt(edit.at([...path, 'isOneOf'])).map(String)
  return (
    <div class="plan-condition">
      <div class="form-grid">
        <ChoiceField
          label={t('condition.on')}
          form="select"
          value={kind()}
          options={props.kinds.map((one) => ({ value: one, label: t(`condition.kinds.${one}`) }))}
          onChoose={(on) => {
            const next = props.kinds.find((one) => one === on)
            if (next) edit.set(path, JSON.parse(JSON.stringify(blankCondition(next))))
          }}
        />
        <Show when={kind() === 'entry' || kind() === 'entry-before'}>
          <ChoiceField
            label={t('condition.section')}
            form="select"
            value={text('section')}
            options={SECTION_KEYS.map((key) => ({ value: key, label: say(sectionByKey(key).label) }))}
            onChoose={(key) => {
              edit.set([...path, 'section'], key)
              edit.set([...path, 'field'], '')
            }}
          />
        </Show>
        <Show when={kind() === 'profile' || kind() === 'entry' || kind() === 'entry-before'}>
          <ChoiceField
            label={t('condition.field')}
            form="select"
            value={text('field')}
            options={fields().map(({ name, label }) => ({ value: name, label: say(label) }))}
            onChoose={(name) => edit.set([...path, 'field'], name)}
          />
        </Show>
      </div>
      <Switch>
        <Match when={kind() === 'type'}>
          <TicksField
            path={[...path, 'isOneOf']}
            options={edit.names().applicationTypes.map(({ code }) => code)}
            nameOf={(code) => edit.names().applicationTypes.find((type) => type.code === code)?.name ?? code}
          />
        </Match>
        <Match when={kind() === 'profile' || kind() === 'entry'}>
          <ValueChoice field={field()} chosen={chosen()} onChoose={(next) => edit.set([...path, 'isOneOf'], next)} />
        </Match>
        <Match when={kind() === 'entry-before'}>
          <TextField
            label={t('condition.before')}
            hint={t('condition.beforeHint')}
            inputMode="numeric"
            value={text('before')}
            onInput={(before) => edit.set([...path, 'before'], before)}
          />
        </Match>
        <Match when={kind() === 'any'}>
          <ConditionsField path={[...path, 'of']} isInner />
        </Match>
      </Switch>
      <div>
        <Button look="quiet" size="small" onPress={() => edit.remove(props.path, props.index)}>
          {t('condition.remove')}
        </Button>
      </div>
    </div>
  )
}

function blankCondition(kind: Kind): Condition {
  switch (kind) {
    case 'type':
      return { on: kind, isOneOf: [] }
    case 'profile':
      return { on: kind, field: 'staffing', isOneOf: [] }
    case 'entry':
      return { on: kind, section: 'education', field: 'eduLevel', isOneOf: [] }
    case 'entry-before':
      return { on: kind, section: 'education', field: 'graduationYm', before: '' }
    case 'holds-title':
      return { on: kind }
    case 'any':
      return { on: kind, of: [] }
  }
}
