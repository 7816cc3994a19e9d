/** 缴费记录: what was paid, came astray and was given back, each with the way to its receipt. */
import { A } from '@solidjs/router'
import { type Payment, yuanOf } from '@yejibu/shared/case/fees'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { courseWords } from '../../language/course.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { paymentWords } from '../../language/payment.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { spaced } from './order-number.ts'

export interface PaymentListProps {
  readonly application: ApplicationId
  readonly payments: readonly Payment[]
}

type Come = Exclude<Payment, { readonly state: 'started' }>

export function PaymentList(props: PaymentListProps): JSX.Element {
  const t = useText(paymentWords)
  const c = useText(courseWords)
  const { language } = useLanguage()
  const come = () => props.payments.flatMap((one): Come[] => (one.state === 'started' ? [] : [one]))
  return (
    <Show when={come().length > 0}>
      <Card title={t('paid.title')}>
        <Table
          caption={t('paid.title')}
          columns={[
            { key: 'order', label: t('paid.order'), cell: ({ order }: Come) => spaced(order) },
            {
              key: 'fen',
              label: t('paid.amount'),
              cell: ({ fen }) => t('receipt.yuan', { yuan: yuanOf(fen) }),
              isNumber: true,
            },
            {
              key: 'state',
              label: t('paid.state'),
              cell: (one) => (
                <>
                  {c(`fee.state.${one.state}`)}
                  <div class="muted small">
                    <Switch fallback={t('paid.at', { at: momentText(one.paidAt, language()) })}>
                      <Match when={one.state === 'refunded' && one}>
                        {(back) =>
                          t('paid.refunded', {
                            at: momentText(back().refundedAt, language()),
                            reason: back().reason,
                          })
                        }
                      </Match>
                      <Match when={one.state === 'astray'}>{t('paid.astray')}</Match>
                    </Switch>
                  </div>
                </>
              ),
            },
            {
              key: 'receipt',
              label: t('paid.receipt'),
              cell: ({ order }) => <ReceiptLink application={props.application} order={order} />,
            },
          ]}
          rows={come()}
          rowKey={({ order }) => order}
        />
      </Card>
    </Show>
  )
}

export function ReceiptLink(props: { readonly application: string; readonly order: string }): JSX.Element {
  const t = useText(paymentWords)
  return (
    <A
      href={`/receipts/${props.application}/${encodeURIComponent(props.order)}`}
      aria-label={t('paid.openOf', { order: props.order })}
    >
      {t('paid.open')}
    </A>
  )
}
