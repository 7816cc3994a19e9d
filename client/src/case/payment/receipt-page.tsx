/** `/receipts/:application/:order`: 缴费回执, to be printed, for the applicant and the offices of the case. */

import { useParams } from '@solidjs/router'
import { orgAt } from '@yejibu/shared/case/chain'
import { yuanOf } from '@yejibu/shared/case/fees'
import { billPaidBy } from '@yejibu/shared/case/payment-records'
import { type ApplicationId, applicationIdSchema, ownerOfApplication } from '@yejibu/shared/kernel/ids'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { courseWords } from '../../language/course.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { paymentWords } from '../../language/payment.ts'
import { twentyBytes } from '../../platform/new-id.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { createOpenCase, type OpenCase } from '../create-open-case.ts'
import { spaced } from './order-number.ts'
import '../../account/employer.css'

export default function Page(): JSX.Element {
  const params = useParams()
  const application = () => applicationIdSchema.safeParse(params.application).data ?? null
  return (
    <Show when={application()} fallback={<Absent back="/" />} keyed>
      {(id) => <ReceiptOf application={id} order={params.order ?? ''} />}
    </Show>
  )
}

function ReceiptOf(props: { readonly application: ApplicationId; readonly order: string }): JSX.Element {
  const { api, database, account } = useWorkplace()
  const open = createOpenCase({
    api,
    database,
    application: props.application,
    randomBytes: twentyBytes,
  })
  const back = () =>
    ownerOfApplication(props.application) === account
      ? `/application/${props.application}`
      : `/office/cases/${props.application}`
  return <Receipt open={open} order={props.order} back={back()} />
}

export interface ReceiptProps {
  readonly open: Pick<OpenCase, 'kase' | 'facts' | 'trouble' | 'refresh' | 'orgName'>
  readonly order: string
  readonly back: string
}

export function Receipt(props: ReceiptProps): JSX.Element {
  const t = useText(paymentWords)
  const c = useText(courseWords)
  const { language } = useLanguage()
  const kase = () => props.open.kase()
  const payment = () => {
    const payments = kase()?.payments ?? {}
    const found = Object.hasOwn(payments, props.order) ? payments[props.order] : undefined
    return found && found.state !== 'started' ? found : undefined
  }
  const submission = () => kase()?.filed?.submission
  const office = (stage: NonNullable<ReturnType<typeof payment>>['stage']) => {
    const route = kase()?.route
    const org = route ? orgAt(route, stage) : null
    return (org && props.open.orgName(org)) ?? '—'
  }
  const items = () => billPaidBy(props.open.facts(), props.order)?.lines ?? []
  return (
    <Switch
      fallback={
        <div class="page">
          <Skeleton lines={8} />
        </div>
      }
    >
      <Match when={payment()}>
        {(paid) => (
          <div class="page">
            <div class="no-print">
              <PageHeader
                title={t('receipt.title')}
                about={t('receipt.about')}
                back={{ href: props.back, label: t('receipt.back') }}
                actions={
                  <Button look="primary" onPress={() => globalThis.print()}>
                    {t('receipt.print')}
                  </Button>
                }
              />
            </div>
            <article class="paper">
              <h2>{t('receipt.title')}</h2>
              <table>
                <tbody>
                  <Row label={t('receipt.person')}>
                    <bdi>{submission()?.profile.content.fields.fullName}</bdi>
                  </Row>
                  <Row label={t('receipt.employer')}>{submission()?.employer.name}</Row>
                  <Row label={t('receipt.plan')}>{submission()?.plan.title}</Row>
                  <Row label={t('receipt.office')}>{office(paid().stage)}</Row>
                  <Show when={items().length > 0}>
                    <Row label={t('receipt.items')}>
                      {items()
                        .map(({ name, fen }) => t('receipt.item', { name, yuan: yuanOf(fen) }))
                        .join('；')}
                    </Row>
                  </Show>
                  <Row label={t('receipt.amount')}>{t('receipt.yuan', { yuan: yuanOf(paid().fen) })}</Row>
                  <Row label={t('receipt.channel')}>{t(`receipt.channels.${paid().channel}`)}</Row>
                  <Row label={t('receipt.order')}>{spaced(paid().order)}</Row>
                  <Row label={t('receipt.number')}>
                    <bdi>{paid().receipt}</bdi>
                  </Row>
                  <Row label={t('receipt.paidAt')}>{momentText(paid().paidAt, language())}</Row>
                  <Row label={t('receipt.state')}>{c(`fee.state.${paid().state}`)}</Row>
                  <Show when={refundIn(paid())}>
                    {(back) => (
                      <>
                        <Row label={t('receipt.refundedAt')}>{momentText(back().refundedAt, language())}</Row>
                        <Row label={t('receipt.reason')}>
                          <bdi>{back().reason}</bdi>
                        </Row>
                      </>
                    )}
                  </Show>
                </tbody>
              </table>
              <p class="paper__number">{t('receipt.foot')}</p>
            </article>
          </div>
        )}
      </Match>
      <Match when={kase()}>
        <Absent back={props.back} />
      </Match>
      <Match when={props.open.trouble()}>
        {(trouble) => (
          <Absent
            back={props.back}
            isAway={trouble().kind === 'unreachable'}
            onRetry={() => void props.open.refresh()}
          />
        )}
      </Match>
    </Switch>
  )
}

interface AbsentProps {
  readonly back: string
  readonly isAway?: boolean
  readonly onRetry?: () => void
}

function Absent(props: AbsentProps): JSX.Element {
  const t = useText(paymentWords)
  return (
    <div class="page">
      <PageHeader title={t('receipt.title')} back={{ href: props.back, label: t('receipt.back') }} />
      <EmptyState
        title={t('receipt.absent')}
        action={
          <Show when={props.onRetry}>{(retry) => <Button onPress={() => retry()()}>{t('receipt.retry')}</Button>}</Show>
        }
      >
        {t(props.isAway ? 'receipt.unreachable' : 'receipt.absentBody')}
      </EmptyState>
    </div>
  )
}

function refundIn(payment: { readonly state: string }) {
  return payment.state === 'refunded' && 'refundedAt' in payment && 'reason' in payment
    ? { refundedAt: String(payment.refundedAt), reason: String(payment.reason) }
    : undefined
}

function Row(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td>{props.children}</td>
    </tr>
  )
}
