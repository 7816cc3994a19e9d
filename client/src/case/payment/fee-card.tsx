/** 待缴费: what is due, until when and to whom, and a payment number for the counter or the transfer; what was paid stays listed. */
import type { Case } from '@yejibu/shared/case/case-state'
import { orgAt } from '@yejibu/shared/case/chain'
import { yuanOf } from '@yejibu/shared/case/fees'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { For, type JSX, Show } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { courseWords } from '../../language/course.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import type { Api } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import type { OwnSteps } from '../create-own-step.ts'
import { OnlinePayment } from './online-payment.tsx'
import { newOrderNumber, spaced } from './order-number.ts'
import { PaymentList } from './payment-list.tsx'

export interface FeeCardProps {
  readonly kase: Case
  readonly nameOf: (org: string) => string | undefined
  readonly steps: OwnSteps
  readonly now: () => Date
  readonly application: ApplicationId
  readonly api: Pick<Api, 'call'>
  readonly refresh: () => Promise<void>
}

export function FeeCard(props: FeeCardProps): JSX.Element {
  const t = useText(courseWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const due = () => {
    const { state } = props.kase
    return state.kind === 'fee-due' || state.kind === 'fee-overdue' ? state : null
  }
  const payments = () => Object.values(props.kase.payments)
  const started = () => payments().filter(({ state, stage }) => state === 'started' && stage === due()?.stage)
  const yuan = (fen: number) => t('fee.yuan', { yuan: yuanOf(fen) })
  const start = async (channel: 'counter' | 'transfer') => {
    const order = newOrderNumber()
    if (await props.steps.ask('start-payment', { order, channel })) toasts.show(t('fee.done', { order: spaced(order) }))
  }
  return (
    <>
      <Show when={due()}>
        {(state) => {
          const isLate = () =>
            state().kind === 'fee-overdue' || props.now().getTime() > Date.parse(state().bill.deadline)
          const office = () => {
            const org = props.kase.route && orgAt(props.kase.route, state().stage)
            return org ? props.nameOf(org) : undefined
          }
          const rows = () => [...state().bill.lines, { code: 'sum', name: t('fee.sum'), fen: state().bill.fen }]
          return (
            <Card title={t(isLate() ? 'fee.overdueTitle' : 'fee.title')}>
              <div class="stack">
                <Table
                  caption={t('fee.caption')}
                  columns={[
                    { key: 'name', label: t('fee.item'), cell: ({ name }) => name },
                    { key: 'fen', label: t('fee.amount'), cell: ({ fen }) => yuan(fen), isNumber: true },
                  ]}
                  rows={rows()}
                />
                <dl class="facts">
                  <dt>{t('fee.deadline')}</dt>
                  <dd>
                    <time dateTime={state().bill.deadline}>{momentText(state().bill.deadline, language())}</time>
                  </dd>
                  <Show when={office()}>
                    {(name) => (
                      <>
                        <dt>{t('fee.office')}</dt>
                        <dd>{name()}</dd>
                      </>
                    )}
                  </Show>
                  <For each={started()}>
                    {({ order, channel }) => (
                      <>
                        <dt>{t('fee.started')}</dt>
                        <dd>
                          <span class="course__number">{spaced(order)}</span> {t(`fee.startedBody.${channel}`)}
                        </dd>
                      </>
                    )}
                  </For>
                </dl>
                <Show when={!isLate()} fallback={<p>{t('fee.late')}</p>}>
                  <h3>{t('fee.howTitle')}</h3>
                  <OnlinePayment
                    application={props.application}
                    api={props.api}
                    steps={props.steps}
                    refresh={props.refresh}
                    started={started().findLast(({ channel }) => channel === 'online')}
                    yuan={yuanOf(state().bill.fen)}
                  />
                  <p>{t('fee.how')}</p>
                  <div class="row no-print">
                    <Button isBusy={props.steps.busy() === 'start-payment'} onPress={() => void start('counter')}>
                      {t('fee.counter')}
                    </Button>
                    <Button isBusy={props.steps.busy() === 'start-payment'} onPress={() => void start('transfer')}>
                      {t('fee.transfer')}
                    </Button>
                  </div>
                </Show>
              </div>
            </Card>
          )
        }}
      </Show>
      <PaymentList application={props.application} payments={payments()} />
    </>
  )
}
