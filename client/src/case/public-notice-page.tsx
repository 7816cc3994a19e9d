/** `/notice/<code>`: a public notice as anybody reads it, on a phone or on paper, without an account; and the way to object. */
import { useParams } from '@solidjs/router'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import type { NoticeContent } from '@yejibu/shared/case/notice-content'
import { type PublicNotice, publicNoticeSchema } from '@yejibu/shared/wire/public-notices'
import Printer from 'lucide-solid/icons/printer'
import { createResource, type JSX, Match, Show, Switch } from 'solid-js'
import { useText } from '../language/language.tsx'
import { publicNoticeWords } from '../language/public-notice.ts'
import { type Api, createApi } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { ObjectionForm } from './objection-form.tsx'
import { PublicTrouble } from './public-trouble.tsx'
import './course.css'

export type RunningPublicNotice = Extract<PublicNotice, { state: 'running' }>

export default function Page(): JSX.Element {
  return <PublicNoticeView api={createApi()} />
}

export function PublicNoticeView(props: { readonly api: Pick<Api, 'call'> }): JSX.Element {
  const t = useText(publicNoticeWords)
  const params = useParams<{ code: string }>()
  const [answer, { refetch }] = createResource(
    () => params.code,
    (code) => props.api.call('GET', `/api/public/notices/${encodeURIComponent(code)}`, publicNoticeSchema),
  )
  const known = () => {
    const said = answer.latest
    return said?.ok ? said.value : undefined
  }
  const running = () => {
    const notice = known()
    return notice?.state === 'running' ? notice : undefined
  }
  const ended = () => {
    const notice = known()
    return notice?.state === 'ended' ? notice : undefined
  }
  const trouble = () => {
    const said = answer.latest
    return said && !said.ok ? said.refusal.kind : undefined
  }
  const title = () => t(`title.${running()?.about ?? 'application'}`)
  return (
    <div class="page page--narrow stack">
      <PageHeader
        title={title()}
        about={t('about')}
        actions={
          <Show when={running()}>
            <Button onPress={() => globalThis.print()}>
              <Printer size={16} aria-hidden="true" />
              {t('print')}
            </Button>
          </Show>
        }
      />
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={running()}>{(notice) => <Running api={props.api} code={params.code} notice={notice()} />}</Match>
        <Match when={ended()}>
          {(notice) => (
            <Banner kind="info" title={t('ended')} isQuiet>
              <Show when={notice().closedOn} fallback={t('endedOpen', { from: notice().startedOn })}>
                {(to) => t('endedBody', { from: notice().startedOn, to: to() })}
              </Show>
            </Banner>
          )}
        </Match>
        <Match when={trouble() === 'not-found'}>
          <Banner
            kind="warning"
            title={t('absent')}
            actions={
              <Button size="small" isBusy={answer.loading} onPress={() => void refetch()}>
                {t('retry')}
              </Button>
            }
          >
            {t('absentBody')}
          </Banner>
        </Match>
        <Match when={trouble()}>
          {(kind) => <PublicTrouble kind={kind()} isBusy={answer.loading} onRetry={() => void refetch()} />}
        </Match>
      </Switch>
    </div>
  )
}

function Running(props: {
  readonly api: Pick<Api, 'call'>
  readonly code: string
  readonly notice: RunningPublicNotice
}): JSX.Element {
  const t = useText(publicNoticeWords)
  const period = () => {
    const { startedOn: from, lastDay, workingDays: n } = props.notice
    return lastDay === null ? t('periodOpen', { from, n }) : t('periodText', { from, last: lastDay, n })
  }
  return (
    <>
      <Card title={t('content')}>
        <div class="stack">
          <dl class="facts">
            <dt>{t('period')}</dt>
            <dd>{period()}</dd>
            <dt>{t('method')}</dt>
            <dd>
              <bdi>{props.notice.method}</bdi>
            </dd>
          </dl>
          <Show
            when={props.notice.about !== 'application'}
            fallback={<NoticePreview content={named(props.notice)} plan={undefined} />}
          >
            <p>{t(props.notice.about === 'list' ? 'list' : 'result')}</p>
            <dl class="facts">
              <dt>{t('person')}</dt>
              <dd>{props.notice.content.person.fullName}</dd>
              <dt>{t('employer')}</dt>
              <dd>{props.notice.content.employer}</dd>
              <dt>{t('plan')}</dt>
              <dd>{props.notice.content.plan}</dd>
              <Show when={props.notice.names.category}>
                <dt>{t('category')}</dt>
                <dd>{props.notice.names.category}</dd>
              </Show>
            </dl>
          </Show>
          <p class="muted small">{t('privacy')}</p>
        </div>
      </Card>
      <div class="no-print">
        <ObjectionForm api={props.api} code={props.code} entries={props.notice.content.entries} />
      </div>
    </>
  )
}

/** With the plan's words for its codes, which the public has no plan to look up in. */
function named({ content, names }: RunningPublicNotice): NoticeContent {
  return {
    ...content,
    ...names,
    entries: content.entries.map((entry) => ({
      ...entry,
      part: SECTION_KEYS.find((key) => key === entry.part) ?? 'profile',
    })),
  }
}
