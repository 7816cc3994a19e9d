/** A plan that is out: its window and versions, and what its office can do with it. */
import type { PlanId } from '@yejibu/shared/kernel/ids'
import { type Plan, windowAt } from '@yejibu/shared/plan/plan'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import type { ApiResult } from '../../platform/api.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProseField } from '../../ui/prose-field.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { PlanSummary } from '../plan-summary.tsx'
import { PlanWindowBadge } from '../plan-window-badge.tsx'
import type { OfficePlans } from './create-office-plans.ts'
import { usePlanRefusalText } from './refusal-text.ts'

export interface PublishedCardProps {
  readonly plans: OfficePlans
  readonly id: PlanId
  readonly onCopy: (plan: Plan) => void
  readonly onChange: (plan: Plan) => void
}

export function PublishedCard(props: PublishedCardProps): JSX.Element {
  const t = useText(planWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const refusalText = usePlanRefusalText()
  const [asking, setAsking] = createSignal<'close' | 'withdraw' | null>(null)
  const [reason, setReason] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [refused, setRefused] = createSignal<string | null>(null)
  const published = () => props.plans.of(props.id)
  const newest = () => published()?.versions.at(-1)
  const isWithdrawn = () => published()?.isWithdrawn ?? false
  const done = async (asked: Promise<ApiResult<unknown>>, said: string) => {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    setAsking(null)
    setRefused(answer.ok ? null : refusalText(answer.refusal))
    if (answer.ok) toasts.show(said)
  }
  const close = (plan: Plan) => {
    const window = { ...plan.window, close: props.plans.now().toISOString() }
    return done(props.plans.publish(plan.id, { ...plan, version: plan.version + 1, window }), t('list.done'))
  }
  return (
    <Show when={newest()}>
      {(plan) => (
        <Card
          title={plan().title}
          aside={
            <span class="row">
              <Badge tone="plain">{t('list.version', { n: plan().version })}</Badge>
              <Show when={!isWithdrawn()} fallback={<Badge tone="plain">{t('list.withdrawn')}</Badge>}>
                <PlanWindowBadge plan={plan()} now={props.plans.now()} />
              </Show>
            </span>
          }
        >
          <div class="stack">
            <Show when={refused()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
            <PlanSummary plan={plan()} />
            <Show when={(published()?.versions.length ?? 0) > 1}>
              <details class="plan-fold">
                <summary>{t('list.versions')}</summary>
                <ul class="plan-terms__list">
                  <For each={published()?.versions}>
                    {(one) => (
                      <li>
                        {t('list.versionOf', {
                          n: one.version,
                          from: momentText(one.window.open, language()),
                          to: momentText(one.window.close, language()),
                        })}
                      </li>
                    )}
                  </For>
                </ul>
              </details>
            </Show>
            <div class="row">
              <Button size="small" onPress={() => props.onCopy(plan())}>
                {t('list.copy', { year: plan().year + 1 })}
              </Button>
              <Button size="small" onPress={() => props.onChange(plan())}>
                {t('list.change')}
              </Button>
              <Show when={!isWithdrawn()}>
                <Show when={windowAt(plan(), props.plans.now()) === 'open'}>
                  <Button size="small" onPress={() => setAsking('close')}>
                    {t('list.close')}
                  </Button>
                </Show>
                <Button look="danger" size="small" onPress={() => setAsking('withdraw')}>
                  {t('list.withdraw')}
                </Button>
              </Show>
            </div>
          </div>
          <AlertDialog
            isOpen={asking() === 'close'}
            title={t('list.closeFirst', { title: plan().title })}
            body={t('list.closeBody')}
            confirm={t('list.close')}
            isBusy={isBusy()}
            onConfirm={() => void close(plan())}
            onCancel={() => setAsking(null)}
          />
          <AlertDialog
            isOpen={asking() === 'withdraw'}
            title={t('list.withdrawFirst', { title: plan().title })}
            body={t('list.withdrawBody')}
            confirm={t('list.withdraw')}
            isDangerous
            isBusy={isBusy()}
            whyNot={reason().trim().length < 2 ? t('publish.reason') : undefined}
            onConfirm={() => void done(props.plans.withdraw(plan().id, reason().trim()), t('list.taken'))}
            onCancel={() => setAsking(null)}
          >
            <ProseField label={t('list.reason')} isRequired maxChars={500} value={reason()} onInput={setReason} />
          </AlertDialog>
        </Card>
      )}
    </Show>
  )
}
