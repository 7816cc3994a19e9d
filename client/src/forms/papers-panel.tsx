/** 打印与导出 of one submission: the forms that this person may print, asked of the relay, which makes them. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { offersSchema } from '@yejibu/shared/wire/forms'
import { createResource, type JSX, Show } from 'solid-js'
import { formsWords } from '../language/forms.ts'
import { useText } from '../language/language.tsx'
import type { Api } from '../platform/api.ts'
import { Card } from '../ui/card.tsx'
import { RetryBanner } from '../ui/retry-banner.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { FormList, type ListedForm } from './form-list.tsx'
import { troubleKey } from './form-trouble.ts'

export interface PapersPanelProps {
  readonly application: ApplicationId
  readonly api: Pick<Api, 'call' | 'bytes'>
}

export function PapersPanel(props: PapersPanelProps): JSX.Element {
  const t = useText(formsWords)
  const path = () => `/api/forms/application/${encodeURIComponent(props.application)}`
  const [answer, { refetch }] = createResource(path, (address) => props.api.call('GET', address, offersSchema))
  const forms = (): readonly ListedForm[] => {
    const known = answer.latest
    if (!known?.ok) return []
    return known.value.offers.map(({ kind, title, purpose, state }) => ({
      key: kind,
      title,
      purpose,
      state,
      path: `${path()}/${kind}.pdf`,
    }))
  }
  const trouble = () => {
    const known = answer.latest
    return known && !known.ok ? t(`papers.trouble.${troubleKey(known.refusal)}`) : undefined
  }
  return (
    <div class="no-print">
      <Card title={t('papers.title')}>
        <div class="stack">
          <p class="muted">{t('papers.about')}</p>
          <RetryBanner
            trouble={trouble()}
            retry={t('papers.retry')}
            isBusy={answer.loading}
            onRetry={() => void refetch()}
          />
          <Show when={!trouble()}>
            <Show when={forms().length > 0} fallback={<Skeleton lines={4} />}>
              <FormList api={props.api} forms={forms()} />
            </Show>
          </Show>
          <Show when={forms().some(({ state }) => state === 'preview')}>
            <p class="muted">{t('papers.previewNote')}</p>
          </Show>
        </div>
      </Card>
    </div>
  )
}
