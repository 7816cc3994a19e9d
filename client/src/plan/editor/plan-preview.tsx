/** The draft as an applicant would meet it: in the list of plans, then what is asked of her, before anybody else sees it. */
import { conditionsText } from '@yejibu/shared/plan/condition-text'
import { type Plan, planSchema } from '@yejibu/shared/plan/plan'
import { For, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PlanSummary } from '../plan-summary.tsx'
import { PlanTerms } from '../plan-terms.tsx'
import { PlanWindowBadge } from '../plan-window-badge.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { optionLabel } from './plan-labels.ts'

export interface PlanPreviewProps {
  readonly isOpen: boolean
  readonly now: Date
  readonly onClose: () => void
}

export function PlanPreview(props: PlanPreviewProps): JSX.Element {
  const t = useText(planWords)
  const edit = usePlanEdit()
  const plan = (): Plan | undefined => {
    const parsed = planSchema.safeParse(edit.value())
    return parsed.success ? parsed.data : undefined
  }
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t('preview.title')}
      about={t('preview.about')}
      isWide
      actions={<Button onPress={props.onClose}>{t('preview.close')}</Button>}
    >
      <Show when={plan()} fallback={<Banner kind="warning">{t('preview.broken')}</Banner>}>
        {(known) => (
          <div class="stack">
            <Card title={known().title} aside={<PlanWindowBadge plan={known()} now={props.now} />}>
              <PlanSummary plan={known()} />
              <h3>{t('preview.requirements')}</h3>
              <PlanTerms plan={known()} />
            </Card>
            <Card title={t('preview.ask')}>
              <Asked plan={known()} />
            </Card>
          </div>
        )}
      </Show>
    </Dialog>
  )
}

function Asked(props: { readonly plan: Plan }): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const when = (conditions: Parameters<typeof conditionsText>[0]) => say(conditionsText(conditions, props.plan))
  return (
    <div class="stack">
      <section>
        <h3>{t('preview.types')}</h3>
        <ul class="plan-terms__list">
          <For each={props.plan.applicationTypes}>
            {(type) => (
              <li>
                {type.name}
                <Show when={type.ticks.length > 0}>
                  {' · '}
                  {t('preview.ticks', { list: type.ticks.map(({ name }) => name).join('、') })}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section>
        <h3>{t('preview.questions')}</h3>
        <ul class="plan-terms__list">
          <For each={props.plan.questions ?? []} fallback={<li>{t('preview.noQuestions')}</li>}>
            {(question) => (
              <li>
                {question.label}
                <span class="muted">
                  {' · '}
                  {when(question.askedWhen)}
                  {question.isRequired ? ` · ${t('preview.required')}` : ''}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section>
        <h3>{t('preview.slots')}</h3>
        <ul class="plan-terms__list">
          <For each={props.plan.attachmentSlots}>
            {(slot) => (
              <li>
                {slot.title}
                <span class="muted">
                  {' · '}
                  {slot.requirement === 'when'
                    ? when(slot.requiredWhen)
                    : say(optionLabel('requirement', slot.requirement) ?? { zh: '', en: '' })}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section>
        <h3>{t('preview.chains')}</h3>
        <ul class="plan-terms__list">
          <For each={props.plan.chains}>
            {(chain) => (
              <li>
                {chain.appliesTo}：
                {chain.stages.map((stage) => say(optionLabel('stages', stage) ?? { zh: stage, en: stage })).join(' → ')}
              </li>
            )}
          </For>
        </ul>
      </section>
    </div>
  )
}
