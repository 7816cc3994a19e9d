/** What was said and done of a case so far: opinions of each office, the employer's notice, payments, the meeting with its views and its vote. */
import { A } from '@solidjs/router'
import { caseRulesOf } from '@yejibu/shared/case/case-rules'
import { type Payment, yuanOf } from '@yejibu/shared/case/fees'
import type { Vote } from '@yejibu/shared/case/meeting'
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
import { useStageNames } from './stage-name.ts'
import { useOptionWords } from './step-fields.tsx'

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
            />
          </Show>
        </Card>
      </Show>
      <MeetingCard {...props} />
    </>
  )
}

function MeetingCard(props: CaseSoFarProps): JSX.Element {
  const t = useText(officeCasesWords)
  const optionWord = useOptionWords()
  /** Told by the facts: after the vote the state keeps no views. */
  const of = <Kind extends 'placed-on-roster' | 'view-given' | 'expert-recused' | 'vote-recorded'>(kind: Kind) =>
    props.open.facts().filter((fact) => fact.kind === kind)
  const placed = () => of('placed-on-roster').at(-1)
  const name = (account: string) => props.open.nameOf(account) ?? account
  const share = ({ of: part, outOf }: { readonly of: number; readonly outOf: number }) => `${part}/${outOf}`
  const counts = (vote: Vote) => ({ ...vote })
  return (
    <Show when={placed()}>
      {(fact) => (
        <Card title={t('page.meeting')}>
          <div class="stack">
            <Show when={fact().kind === 'placed-on-roster' && fact()}>
              {(found) => {
                const data = () => found().data as { number: number; meeting: { meeting: string; seats: number } }
                return (
                  <p>
                    {t('page.meetingIs', {
                      meeting: data().meeting.meeting,
                      number: data().number,
                      seats: data().meeting.seats,
                      recused: of('expert-recused').length,
                    })}
                  </p>
                )
              }}
            </Show>
            <Show when={props.open.plan()}>
              {(plan) => (
                <p class="muted small">
                  {t('page.rule', {
                    quorum: share(caseRulesOf(plan()).quorum),
                    approval: share(caseRulesOf(plan()).approval),
                  })}
                </p>
              )}
            </Show>
            <h3>{t('page.views')}</h3>
            <ul class="office-opinions">
              <For each={props.open.facts()} fallback={<li class="muted">{t('page.noViews')}</li>}>
                {(one) => (
                  <Show
                    when={one.kind === 'view-given' || one.kind === 'expert-recused' || one.kind === 'vote-recorded'}
                  >
                    <li>
                      {one.kind === 'view-given'
                        ? `${name(one.actor)}：${optionWord(one.data.recommendation)}，${optionWord(one.data.conformity)}。${one.data.comment}`
                        : one.kind === 'expert-recused'
                          ? t('page.recused', { name: name(one.actor), reason: one.data.reason })
                          : one.kind === 'vote-recorded'
                            ? t('page.vote', counts(one.data.vote))
                            : ''}
                    </li>
                  </Show>
                )}
              </For>
            </ul>
          </div>
        </Card>
      )}
    </Show>
  )
}

function receiptOf(one: Payment): string {
  return 'receipt' in one ? one.receipt : '—'
}
