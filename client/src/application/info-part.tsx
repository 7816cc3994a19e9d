/** 申报信息: type with its ticks, category, acceptance point with its address. All of it is what the plan offers, nothing else. */
import type { ApplicationForm } from '@yejibu/shared/application/application-doc'
import type { FormProblem } from '@yejibu/shared/application/submission'
import type { FieldValues } from '@yejibu/shared/archive/item'
import { applicationTypeOf, type Plan } from '@yejibu/shared/plan/plan'
import { suggestedPoint } from '@yejibu/shared/plan/way-ahead'
import { For, type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { waysWords } from '../language/ways.ts'
import { LinkButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import type { Draft } from './create-draft.ts'
import { ANCHORS } from './problem-line.ts'
import { WayAheadPanel } from './way-ahead-panel.tsx'
import './application.css'

export interface InfoPartProps {
  /** Where the self-evaluation is begun, for the types that ask for one. */
  readonly scorePath: string
  readonly plan: Plan
  readonly form: ApplicationForm
  /** Her profile as it was approved: it speaks for an acceptance point. */
  readonly person: FieldValues
  /** Her employer's name; null without one. */
  readonly employer: string | null
  readonly draft: Pick<Draft, 'setField' | 'setTick'>
  readonly isLocked: boolean
  /** What to say at a field now, or undefined. */
  readonly errorAt: (field: FormProblem['field']) => string | undefined
}

export function InfoPart(props: InfoPartProps): JSX.Element {
  const t = useText(applicationWords)
  const w = useText(waysWords)
  const type = () => applicationTypeOf(props.plan, props.form.type)
  const pointHint = () => {
    const point = suggestedPoint(props.plan, props.person)
    return t('info.pointHint') + (point ? w('ahead.suggested', { name: `${point.region} ${point.name}` }) : '')
  }
  /** Ticked under another type: they are shown so that they can be taken away. */
  const strayTicks = () => props.form.ticks.filter((tick) => type()?.ticks.every(({ code }) => code !== tick) ?? false)
  const tickName = (code: string) =>
    props.plan.applicationTypes.flatMap(({ ticks }) => ticks).find((tick) => tick.code === code)?.name ?? code
  return (
    <div class="stack">
      <div id={ANCHORS.type} class="apply__anchor">
        <ChoiceField
          form="radio"
          label={t('info.type')}
          isRequired
          value={props.form.type}
          options={props.plan.applicationTypes.map(({ code, name }) => ({ value: code, label: name }))}
          hint={type()?.note}
          error={props.errorAt('type')}
          isDisabled={props.isLocked}
          onChoose={(value) => props.draft.setField('type', value)}
        />
      </div>
      <Show when={type()?.selfEvaluates}>
        <div>
          <LinkButton href={props.scorePath}>{t('info.startScore')}</LinkButton>
        </div>
      </Show>
      <Show when={(type()?.ticks.length ?? 0) > 0 || strayTicks().length > 0}>
        <fieldset id={ANCHORS.ticks} class="stack stack--tight apply__anchor">
          <legend class="field__label">{t('info.ticks')}</legend>
          <div class="apply__ticks">
            <For each={type()?.ticks ?? []}>
              {(tick) => (
                <Checkbox
                  label={tick.isRequired ? `${tick.name}${t('info.tickRequired')}` : tick.name}
                  isChecked={props.form.ticks.includes(tick.code)}
                  isDisabled={props.isLocked}
                  onChange={(isTicked) => props.draft.setTick(tick.code, isTicked)}
                />
              )}
            </For>
            <For each={strayTicks()}>
              {(code) => (
                <Checkbox
                  label={t('info.dropTick', { tick: tickName(code) })}
                  isChecked
                  isDisabled={props.isLocked}
                  onChange={() => props.draft.setTick(code, false)}
                />
              )}
            </For>
          </div>
          <Show when={props.errorAt('ticks')}>
            <p class="apply__error">{props.errorAt('ticks')}</p>
          </Show>
        </fieldset>
      </Show>
      <Show when={props.plan.categories.length > 0}>
        <div id={ANCHORS.category} class="apply__anchor">
          <ChoiceField
            label={t('info.category')}
            isRequired
            value={props.form.category}
            options={props.plan.categories.map(({ code, name }) => ({ value: code, label: name }))}
            error={props.errorAt('category')}
            isDisabled={props.isLocked}
            onChoose={(value) => props.draft.setField('category', value)}
          />
        </div>
      </Show>
      <Show when={props.plan.acceptancePoints.length > 0}>
        <div id={ANCHORS.acceptancePoint} class="stack stack--tight apply__anchor">
          <ChoiceField
            form="combobox"
            label={t('info.point')}
            isRequired
            value={props.form.acceptancePoint}
            options={props.plan.acceptancePoints.map(({ code, region, name }) => ({
              value: code,
              label: `${region} ${name}`,
            }))}
            hint={pointHint()}
            error={props.errorAt('acceptancePoint')}
            isDisabled={props.isLocked}
            onChoose={(value) => props.draft.setField('acceptancePoint', value)}
          />
        </div>
      </Show>
      <WayAheadPanel plan={props.plan} acceptancePoint={props.form.acceptancePoint} employer={props.employer} />
    </div>
  )
}
