/**
 * 网上缴费, where the office has a provider: a payment number of its own, the code to be scanned for it, and how it stands, asked of the relay until the money
 * came. That it came is a fact and shows by itself; asking is for news that was lost.
 */
import type { Payment } from '@yejibu/shared/case/fees'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { paymentLookSchema, paymentMeansSchema, startedPaymentSchema } from '@yejibu/shared/wire/payments'
import { createEffect, createResource, createSignal, type JSX, on, onCleanup, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { paymentWords } from '../../language/payment.ts'
import type { Api, ApiRefusal } from '../../platform/api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import type { OwnSteps } from '../create-own-step.ts'
import { newOrderNumber } from './order-number.ts'

export interface OnlinePaymentProps {
  readonly application: ApplicationId
  readonly api: Pick<Api, 'call'>
  readonly steps: OwnSteps
  /** Reads the facts again. */
  readonly refresh: () => Promise<void>
  /** Of this stage, started online and not yet heard of: the newest. */
  readonly started: Payment | undefined
  /** Online is one way beside the counter and the transfer; its button leads. */
  readonly yuan: string
}

/** Milliseconds between two questions: the relay takes thirty in ten minutes, her own presses among them. */
const LOOK_EVERY = 30_000
/** Milliseconds for which a provider's code is good. */
const CODE_GOOD_FOR = 2 * 3_600_000

type Shown =
  | { readonly kind: 'none' }
  | { readonly kind: 'code'; readonly code: string; readonly order: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'failed'; readonly refusal: ApiRefusal }

export function OnlinePayment(props: OnlinePaymentProps): JSX.Element {
  const t = useText(paymentWords)
  const toasts = useToasts()
  const [means] = createResource(() => props.api.call('GET', '/api/payments', paymentMeansSchema))
  const isOffered = () => {
    const known = means.latest
    return known?.ok === true && known.value.isOnline
  }
  const [shown, setShown] = createSignal<Shown>({ kind: 'none' })
  const [isAsking, setAsking] = createSignal(false)
  const shownAs = <Kind extends Shown['kind']>(kind: Kind) => {
    const now = shown()
    return now.kind === kind ? (now as Extract<Shown, { kind: Kind }>) : undefined
  }
  const pathOf = (order: string) =>
    `/api/payments/${encodeURIComponent(props.application)}/${encodeURIComponent(order)}`

  const codeFor = async (order: string): Promise<void> => {
    const answer = await props.api.call('POST', pathOf(order), startedPaymentSchema)
    setShown(answer.ok ? { kind: 'code', code: answer.value.code, order } : { kind: 'failed', refusal: answer.refusal })
  }
  /** @param isAnew a number whose code is no longer good is left behind: money for it still counts */
  const pay = async (isAnew: boolean): Promise<void> => {
    setAsking(true)
    const known = isAnew ? undefined : props.started?.order
    const order = known ?? newOrderNumber()
    if (known !== undefined || (await props.steps.ask('start-payment', { order, channel: 'online' }))) {
      await codeFor(order)
    }
    setAsking(false)
  }
  const look = async (order: string, isPressed: boolean): Promise<void> => {
    if (isPressed) setAsking(true)
    const answer = await props.api.call('POST', `${pathOf(order)}/look`, paymentLookSchema)
    const isSettled = answer.ok && answer.value.state !== 'started'
    if (isSettled) await props.refresh()
    if (isPressed) {
      setAsking(false)
      if (!answer.ok) toasts.show(failureText(answer.refusal))
      else if (!isSettled) toasts.show(t('online.notYet'))
    }
  }
  const failureText = (refusal: ApiRefusal): string => {
    if (refusal.kind === 'unreachable') return t('online.unreachable')
    if (refusal.kind === 'too-many-requests') return t('online.tooOften')
    return t('online.failed')
  }
  createEffect(
    on(
      () => shownAs('code')?.order,
      (order) => {
        if (order === undefined) return
        const asking = setInterval(() => {
          if (document.visibilityState === 'visible') void look(order, false)
        }, LOOK_EVERY)
        const ending = setTimeout(() => setShown({ kind: 'expired' }), CODE_GOOD_FOR)
        onCleanup(() => {
          clearInterval(asking)
          clearTimeout(ending)
        })
      },
    ),
  )

  return (
    <Show when={isOffered()}>
      <div class="stack" aria-live="polite">
        <Show when={shownAs('failed')}>
          {(failed) => <Banner kind="error">{failureText(failed().refusal)}</Banner>}
        </Show>
        <Show when={shownAs('expired')}>
          <Banner
            kind="warning"
            actions={
              <Button size="small" isBusy={isAsking()} onPress={() => void pay(true)}>
                {t('online.again')}
              </Button>
            }
          >
            {t('online.expired')}
          </Banner>
        </Show>
        <Show when={shownAs('code')}>
          {(now) => (
            <>
              <p>{t('online.scan', { yuan: props.yuan })}</p>
              <QrCode text={now().code} label={t('online.code')} />
              <p class="muted small">{t('online.wait')}</p>
              <div class="row no-print">
                <Button look="primary" isBusy={isAsking()} onPress={() => void look(now().order, true)}>
                  {t('online.look')}
                </Button>
                <Button isBusy={isAsking()} onPress={() => void pay(true)}>
                  {t('online.again')}
                </Button>
              </div>
            </>
          )}
        </Show>
        <Show when={shown().kind === 'none' || shown().kind === 'failed'}>
          <div class="row no-print">
            <Button look="primary" isBusy={isAsking()} onPress={() => void pay(false)}>
              {t(props.started ? 'online.continue' : 'online.pay')}
            </Button>
          </div>
        </Show>
      </div>
    </Show>
  )
}
