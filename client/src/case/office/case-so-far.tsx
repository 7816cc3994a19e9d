/** What was said and done of a case so far: opinions of each office, the employer's notice, payments, the meeting with its views and its vote. */
import { A } from '@solidjs/router'
import { type Payment, yuanOf } from '@yejibu/shared/case/fees'
import { For, type JSX, Show } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { paymentWords } from '../../language/payment.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { OpenCase } from '../create-open-case.ts'
import { ReceiptLink } from '../payment/payment-list.tsx'
import { MandateCard } from './mandate-card.tsx'
import { MeetingCards } from './meeting-cards.tsx'
import { useStageNames } from './stage-name.ts'

export interface CaseSoFarProps {
  readonly open: Pick<OpenCase, 'application' | 'noticeCode' | 'kase' | 'facts' | 'plan' | 'nameOf' | 'orgName'>
}

export function CaseSoFar(props: CaseSoFarProps): JSX.Element {
  const t = useText(officeCasesWords)
  const p = useText(paymentWords)
  const { language } = useLanguage()
  const stageName = useStageNames()
  const kase = () => props.open.kase()
  const payments = () => Object.values(kase()?.payments ?? {})
  const state = () => kase()?.state
  const bill = () => {
    const now = state()
    return now && 'bill' in now ? now.bill : undefined
  }
  const notice = () => {
    const now = state()
    return now && 'notice' in now ? now.notice : undefined
  }
  const orgName = (org: string) => {
    const employer = kase()?.filed?.submission.employer
    return props.open.orgName(org) ?? (employer?.id === org ? employer.name : org)
  }
  return (
    <>
      <Card title={t('page.opinions')}>
        <ul class="office-opinions">
          <For each={kase()?.decisions ?? []} fallback={<li class="muted">{t('page.noOpinions')}</li>}>
            {(decision) => (
              <li>
                <strong>
                  {stageName(decision.stage)} · {t(`page.verdict.${decision.verdict}`)}
                </strong>
                <p>
                  <bdi>{decision.text}</bdi>
                </p>
                <p class="muted small">
                  {t('page.by', {
                    org: orgName(decision.org),
                    name: props.open.nameOf(decision.by) ?? '—',
                    at: momentText(decision.at, language()),
                  })}
                </p>
              </li>
            )}
          </For>
        </ul>
        <Show when={kase()?.cleared}>
          {(record) => (
            <p class="small">
              <strong>{t('page.notice')}</strong>{' '}
              {t('page.noticeRecord', {
                from: record().startedOn,
                to: record().closedOn,
                result: record().result,
              })}
            </p>
          )}
        </Show>
        <Show when={notice()}>
          {(running) => (
            <p role="status">
              {running().lastDay === null
                ? t('page.runningUnknown', { n: running().workingDays })
                : t('page.running', { lastDay: running().lastDay ?? '' })}{' '}
              <Show when={props.open.noticeCode()}>
                {(code) => <A href={`/notice/${code()}`}>{t('page.toNotice')}</A>}
              </Show>
            </p>
          )}
        </Show>
      </Card>
      <MandateCard open={props.open} orgName={orgName} />
      <Show when={bill() !== undefined || payments().length > 0}>
        <Card title={t('page.money')}>
          <Show when={bill()}>
            {(due) => <p>{t('page.bill', { yuan: yuanOf(due().fen), at: momentText(due().deadline, language()) })}</p>}
          </Show>
          <Show when={payments().length > 0}>
            <Table
              caption={t('page.money')}
              columns={[
                { key: 'receipt', label: t('page.moneyColumn.receipt'), cell: receiptOf },
                {
                  key: 'amount',
                  label: t('page.moneyColumn.amount'),
                  isNumber: true,
                  cell: (one: Payment) => t('page.yuan', { yuan: yuanOf(one.fen) }),
                },
                { key: 'state', label: t('page.moneyColumn.state'), cell: (one) => t(`page.payment.${one.state}`) },
                {
                  key: 'at',
                  label: t('page.moneyColumn.at'),
                  cell: (one) => ('paidAt' in one ? momentText(one.paidAt, language()) : '—'),
                },
                {
                  key: 'paper',
                  label: p('paid.receipt'),
                  cell: (one) => (
                    <Show when={one.state !== 'started'} fallback="—">
                      <ReceiptLink application={props.open.application} order={one.order} />
                    </Show>
                  ),
                },
              ]}
              rows={payments()}
              rowKey={({ order }) => order}
            />
          </Show>
        </Card>
      </Show>
      <MeetingCards open={props.open} />
    </>
  )
}

function receiptOf(one: Payment): string {
  return 'receipt' in one ? one.receipt : '—'
}
