/**
 * `/operations/health`: how the office's machine is, for the operator. What is wrong comes first, each with what to do; asked again every few seconds
 * while the page is in sight.
 */
import type { HealthReport } from '@yejibu/shared/wire/health'
import { healthReportSchema } from '@yejibu/shared/wire/health'
import { For, type JSX, Show } from 'solid-js'
import { createAsked } from '../account/employer-affairs.ts'
import { momentOf } from '../account/employer-moment.ts'
import { useSession } from '../account/session-context.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { operationsWords } from '../language/operations.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { concernsOf } from './health-concerns.ts'
import { isOperator } from './is-operator.ts'
import './operations.css'

export default function Page(): JSX.Element {
  const t = useText(operationsWords)
  const { state } = useSession()
  return (
    <div class="page">
      <PageHeader title={t('health.title')} about={t('health.about')} />
      <Show when={isOperator(state())} fallback={<Banner kind="warning">{t('notOperator')}</Banner>}>
        <Health />
      </Show>
    </div>
  )
}

function Health(): JSX.Element {
  const t = useText(operationsWords)
  const { api, facts } = useWorkplace()
  const known = createAsked(() => api.call('GET', '/api/operator/health', healthReportSchema))
  return (
    <div class="stack stack--loose">
      <Show when={known.trouble()}>{<Banner kind="warning">{t('health.unreachable')}</Banner>}</Show>
      <Show when={known.value()} fallback={<Show when={!known.trouble()}>{<Skeleton lines={8} />}</Show>}>
        {(report) => <Report report={report()} />}
      </Show>
      <CalendarCard api={api} facts={facts} />
    </div>
  )
}

function Report(props: { readonly report: HealthReport }): JSX.Element {
  const t = useText(operationsWords)
  const { language } = useLanguage()
  const moment = (iso: string) => momentOf(iso, language())
  const concerns = () => concernsOf(props.report)
  return (
    <>
      <For each={concerns()} fallback={<Banner kind="success" isQuiet title={t('health.well')} />}>
        {({ kind, is, n, since }) => (
          <Banner
            kind={kind}
            title={t(`health.concerns.${is}.title`, { n: n ?? 0, since: since ? moment(since) : '' })}
          >
            {t(`health.concerns.${is}.todo`)}
          </Banner>
        )}
      </For>
      <Card
        title={t('health.store')}
        aside={
          <Badge tone={props.report.trouble ? 'bad' : 'good'} mark={props.report.trouble ? 'cross' : 'check'}>
            {t(props.report.trouble ? 'health.refuses' : 'health.takes')}
          </Badge>
        }
      >
        <Facts
          rows={[
            [
              t('health.disk'),
              t('health.diskFree', { free: bytesOf(props.report.disk.free), total: bytesOf(props.report.disk.total) }),
            ],
            [
              t('health.database'),
              t('health.databaseIs', {
                kind: t(`health.kinds.${props.report.store.kind}`),
                size: bytesOf(props.report.store.bytes),
              }),
            ],
            [t('health.documents'), String(props.report.documents)],
            [t('health.facts'), t('health.head', { n: props.report.ledger.facts })],
            [t('health.hash'), <code class="health-hash">{props.report.ledger.hash}</code>],
            [
              t('health.newest'),
              props.report.ledger.newestAt ? moment(props.report.ledger.newestAt) : t('health.none'),
            ],
          ]}
        />
      </Card>
      <Card title={t('health.backup')}>
        <Show when={props.report.backup} fallback={<p>{t('health.noBackup')}</p>}>
          {(backup) => (
            <Facts
              rows={[
                [t('health.backupAt'), moment(backup().at)],
                [
                  t('health.backupHead'),
                  t('health.behind', { n: backup().facts, more: props.report.ledger.facts - backup().facts }),
                ],
                [t('health.backupFolder'), <code class="health-hash">{backup().folder}</code>],
              ]}
            />
          )}
        </Show>
        <p class="hint">{t('health.backupHow')}</p>
      </Card>
      <Card title={t('health.work')}>
        <Facts
          rows={[
            [
              t('health.sockets'),
              t('health.socketsOn', { n: props.report.sockets, documents: props.report.openDocuments }),
            ],
            [
              t('health.relays'),
              props.report.otherRelays === null
                ? t('health.alone')
                : t('health.others', { n: props.report.otherRelays }),
            ],
            [
              t('health.messages'),
              t('health.messagesOut', {
                waiting: props.report.messages.waiting,
                givenUp: props.report.messages.givenUp,
              }),
            ],
            [t('health.printing'), t('health.batches', { n: props.report.printing })],
            [t('health.started'), moment(props.report.startedAt)],
            [t('health.asked'), moment(props.report.at)],
          ]}
        />
      </Card>
    </>
  )
}

function Facts(props: { readonly rows: readonly (readonly [name: string, value: JSX.Element])[] }): JSX.Element {
  return (
    <dl class="facts">
      <For each={props.rows}>
        {([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}

function bytesOf(bytes: number): string {
  const mb = bytes / 1024 / 1024
  return mb >= 1024 ? `${(mb / 1024).toFixed(1)} GB` : `${mb.toFixed(mb < 10 ? 1 : 0)} MB`
}
