/** For whom a row of the score table holds: by a field of the entry, by schooling, by years in the profession. */
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { Index, type JSX, Match, Show, Switch } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { listAt } from './list-fields.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { numberIn } from './single-field.tsx'
import { ValueChoice } from './value-choice.tsx'

const SCHOOLING = sectionByKey('education').fields.find(({ name }) => name === 'eduLevel')

export function MatchesField(props: { readonly path: PlanPath; readonly isFolded?: boolean }): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  const list = () => listAt(edit.at(props.path))
  const content = () => (
    <div class="stack stack--tight">
      <Index each={list()}>{(_, index) => <MatchRow path={props.path} index={index} />}</Index>
      <div>
        <Button size="small" onPress={() => edit.insert(props.path, list().length, { field: '', isOneOf: [] })}>
          {t('condition.add')}
        </Button>
      </div>
    </div>
  )
  return (
    <Show when={props.isFolded} fallback={content()}>
      <details class="plan-fold">
        <summary>{list().length === 0 ? t('score.forAll') : t('score.some', { n: list().length })}</summary>
        {content()}
      </details>
    </Show>
  )
}

function MatchRow(props: { readonly path: PlanPath; readonly index: number }): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const path = [...props.path, props.index]
  const kind = () => {
    const person = edit.at([...path, 'person'])
    return person === 'schooling' || person === 'specialtyYears' ? person : 'field'
  }
  // path: … indicators, i, rows, r, matches, m
  const part = () => edit.at([...props.path.slice(0, -1), 'part'])
  const sections = () => {
    const own = SECTION_KEYS.filter((key) => key === part())
    const all = listAt(edit.at([...props.path.slice(0, -3), 'sections']))
    return own.length > 0 ? own : SECTION_KEYS.filter((key) => all.includes(key))
  }
  const fields = () => sections().flatMap((key) => sectionByKey(key).fields)
  const chosen = () => listAt(edit.at([...path, 'isOneOf'])).map(String)
  return (
    <div class="plan-condition">
      <ChoiceField
        label={t('condition.on')}
        form="select"
        value={kind()}
        options={(['field', 'schooling', 'specialtyYears'] as const).map((value) => ({
          value,
          label: t(`score.kinds.${value}`),
        }))}
        onChoose={(next) =>
          edit.set(
            path,
            next === 'specialtyYears'
              ? { person: next, atLeast: 1 }
              : next === 'schooling'
                ? { person: next, isOneOf: [] }
                : { field: '', isOneOf: [] },
          )
        }
      />
      <Switch>
        <Match when={kind() === 'field'}>
          <ChoiceField
            label={t('condition.field')}
            form="select"
            value={String(edit.at([...path, 'field']) ?? '')}
            options={fields().map(({ name, label }) => ({ value: name, label: say(label) }))}
            onChoose={(name) => edit.set([...path, 'field'], name)}
          />
          <ValueChoice
            field={fields().find(({ name }) => name === edit.at([...path, 'field']))}
            chosen={chosen()}
            onChoose={(next) => edit.set([...path, 'isOneOf'], next)}
          />
        </Match>
        <Match when={kind() === 'schooling'}>
          <ValueChoice field={SCHOOLING} chosen={chosen()} onChoose={(next) => edit.set([...path, 'isOneOf'], next)} />
        </Match>
        <Match when={kind() === 'specialtyYears'}>
          <TextField
            label={t('score.atLeast')}
            inputMode="numeric"
            value={String(edit.at([...path, 'atLeast']) ?? '')}
            onInput={(text) => edit.set([...path, 'atLeast'], numberIn(text))}
          />
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
