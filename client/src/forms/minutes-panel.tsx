/** 会议纪要 of an office's meetings under a plan: how many of each are decided, and the paper, which the relay makes. Nothing where there was no meeting. */
import type { OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import { meetingsSchema } from '@yejibu/shared/wire/forms'
import { createResource, type JSX, Show } from 'solid-js'
import { useStageNames } from '../case/office/stage-name.ts'
import { formsWords } from '../language/forms.ts'
import { useText } from '../language/language.tsx'
import type { Api } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { createAskingAgain } from '../sync/create-asking-again.ts'
import { Card } from '../ui/card.tsx'
import { RetryBanner } from '../ui/retry-banner.tsx'
import { FormList, type ListedForm } from './form-list.tsx'
import { troubleKey } from './form-trouble.ts'

export interface MinutesPanelProps {
  readonly api: Pick<Api, 'call' | 'bytes'>
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly plan: PlanId
  readonly org: OrgId
}

export function MinutesPanel(props: MinutesPanelProps): JSX.Element {
  const t = useText(formsWords)
  const stageName = useStageNames()
  const path = () => `/api/forms/meetings/${encodeURIComponent(props.plan)}/${encodeURIComponent(props.org)}`
  const [answer, { refetch }] = createResource(path, (address) => props.api.call('GET', address, meetingsSchema))
  // A ballot that was written down on another page, or by a colleague.
  createAskingAgain(props.database, () => void refetch())
  const forms = (): readonly ListedForm[] => {
    const known = answer.latest
    if (!known?.ok) return []
    return known.value.meetings.map(({ stage, meeting, people, decided }) => {
      const title = t('minutes.of', { stage: stageName(stage), meeting })
      return {
        key: `${stage}/${meeting}`,
        title: { zh: title, en: title },
        purpose: { zh: t('minutes.purpose'), en: t('minutes.purpose') },
        state: 'final',
        note: t(decided < people ? 'minutes.open' : 'minutes.done', { people, decided }),
        path: `${path()}/${stage}/minutes.pdf?meeting=${encodeURIComponent(meeting)}`,
      }
    })
  }
  const trouble = () => {
    const known = answer.latest
    return known && !known.ok ? t(`papers.trouble.${troubleKey(known.refusal)}`) : undefined
  }
  return (
    <Show when={trouble() || forms().length > 0}>
      <Card title={t('minutes.title')}>
        <div class="stack">
          <p class="muted">{t('minutes.about')}</p>
          <RetryBanner
            trouble={trouble()}
            retry={t('papers.retry')}
            isBusy={answer.loading}
            onRetry={() => void refetch()}
          />
          <FormList api={props.api} forms={forms()} />
        </div>
      </Card>
    </Show>
  )
}
