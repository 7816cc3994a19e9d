/** Taking back what the employer has not opened, to change it; later 撤回申报 for good, asked once more, because nothing brings the application back. */
import type { Case } from '@yejibu/shared/case/case-state'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createSignal, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { courseWords } from '../language/course.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { recordsWords } from '../language/records.ts'
import { planWindow } from '../plan/plan-window.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { OwnSteps } from './create-own-step.ts'

export interface WithdrawCardProps {
  readonly kase: Case
  readonly plan: Plan
  readonly now: Date
  readonly steps: OwnSteps
}

export function WithdrawCard(props: WithdrawCardProps): JSX.Element {
  const t = useText(courseWords)
  const r = useText(recordsWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const [isAsked, setAsked] = createSignal(false)
  const hasPaid = () => Object.values(props.kase.payments).some(({ state }) => state === 'paid')
  const isUnopened = () => props.kase.state.kind === 'emp-pending' && !props.kase.state.isOpened
  const takingBody = () =>
    planWindow(props.plan, props.now).kind === 'open'
      ? r('taking.body', { at: momentText(props.plan.window.close, language()) })
      : r('taking.closed')
  const go = async () => {
    const digest = props.kase.filed?.digest
    if (digest === undefined) return
    const back = isUnopened()
    const isDone = await props.steps.ask(back ? 'take-back-submission' : 'withdraw-application', { digest })
    setAsked(false)
    if (isDone) toasts.show(back ? r('taking.done') : t('withdraw.done'))
  }
  return (
    <div class="no-print">
      <Card title={t('withdraw.title')}>
        <div class="stack">
          <p class="muted">{isUnopened() ? r('next.emp-pending') : t('withdraw.about')}</p>
          <div class="row">
            <Button look={isUnopened() ? 'secondary' : 'danger'} onPress={() => setAsked(true)}>
              {isUnopened() ? r('takeBack') : t('withdraw.button')}
            </Button>
          </div>
        </div>
      </Card>
      <AlertDialog
        isOpen={isAsked()}
        isDangerous={!isUnopened()}
        title={isUnopened() ? r('taking.title') : t('withdraw.ask')}
        body={isUnopened() ? takingBody() : t('withdraw.body')}
        confirm={isUnopened() ? r('taking.yes') : t('withdraw.yes')}
        cancel={t('withdraw.no')}
        isBusy={props.steps.busy() !== null}
        onConfirm={() => void go()}
        onCancel={() => setAsked(false)}
      >
        <Show when={hasPaid()}>
          <p>{t('withdraw.paid')}</p>
        </Show>
      </AlertDialog>
    </div>
  )
}
