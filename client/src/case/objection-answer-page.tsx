/** `/notice/<code>/objection/<receipt>`: what came of an objection, for who kept the address. No name is on it. */
import { useParams } from '@solidjs/router'
import { objectionAnswerSchema } from '@yejibu/shared/wire/public-notices'
import { createResource, type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { publicNoticeWords } from '../language/public-notice.ts'
import { type Api, createApi } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { PublicTrouble } from './public-trouble.tsx'

export default function Page(): JSX.Element {
  return <ObjectionAnswerView api={createApi()} />
}

export function ObjectionAnswerView(props: { readonly api: Pick<Api, 'call'> }): JSX.Element {
  const t = useText(publicNoticeWords)
  const { language } = useLanguage()
  const params = useParams<{ code: string; receipt: string }>()
  const [answer, { refetch }] = createResource(
    () => [params.code, params.receipt] as const,
    ([code, receipt]) =>
      props.api.call(
        'GET',
        `/api/public/notices/${encodeURIComponent(code)}/objections/${encodeURIComponent(receipt)}`,
        objectionAnswerSchema,
      ),
  )
  const known = () => {
    const said = answer.latest
    return said?.ok ? said.value : undefined
  }
  const trouble = () => {
    const said = answer.latest
    return said && !said.ok ? said.refusal.kind : undefined
  }
  return (
    <div class="page page--narrow stack">
      <PageHeader
        title={t('answer.title')}
        back={{ href: `/notice/${encodeURIComponent(params.code)}`, label: t('answer.back') }}
      />
      <Switch fallback={<Skeleton lines={4} />}>
        <Match when={known()}>
          {(one) => (
            <Card>
              <dl class="facts">
                <dt>{t('answer.raised')}</dt>
                <dd>{momentText(one().raisedAt, language())}</dd>
                <dt>{t('answer.standing')}</dt>
                <dd>{t(`answer.state.${one().state}`)}</dd>
                <Show when={one().answeredAt}>
                  {(at) => (
                    <>
                      <dt>{t('answer.answered')}</dt>
                      <dd>{momentText(at(), language())}</dd>
                    </>
                  )}
                </Show>
                <Show when={one().answer}>
                  {(text) => (
                    <>
                      <dt>{t('answer.text')}</dt>
                      <dd>
                        <bdi>{text()}</bdi>
                      </dd>
                    </>
                  )}
                </Show>
              </dl>
              <Show when={one().state === 'open'}>
                <p class="muted">{t('answer.openBody')}</p>
              </Show>
            </Card>
          )}
        </Match>
        <Match when={trouble() === 'not-found'}>
          <Banner kind="warning" title={t('answer.absent')}>
            {t('answer.absentBody')}
          </Banner>
        </Match>
        <Match when={trouble()}>
          {(kind) => <PublicTrouble kind={kind()} isBusy={answer.loading} onRetry={() => void refetch()} />}
        </Match>
      </Switch>
    </div>
  )
}
