/** The red flag of a submission: contents whose approval was taken back after it was frozen (`[APP-13]`). */
import { revokedPulls } from '@yejibu/shared/application/revoked-pulls'
import type { StoredSubmission } from '@yejibu/shared/application/submission'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Names } from '../account/create-names.ts'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { entryTitle } from './entry-title.ts'

export interface RevokedPullsProps {
  readonly fact: StoredSubmission
  readonly review: ArchiveReview
  readonly names: Pick<Names, 'of'>
}

export function RevokedPulls(props: RevokedPullsProps): JSX.Element {
  const t = useText(applicationWords)
  const { language, say } = useLanguage()
  const found = createMemo(() => revokedPulls(props.fact.data.submission, props.review))
  return (
    <Show when={found().length > 0}>
      <Banner kind="error" title={t('revoked.title', { n: found().length })}>
        <p>{t('revoked.about')}</p>
        <ul>
          <For each={found()}>
            {({ pulled, revocation }) => (
              <li>
                <strong>{say(entryTitle(pulled.content))}</strong>
                {t('revoked.one', {
                  by: props.names.of(revocation.by) ?? revocation.employer.name,
                  at: momentText(revocation.at, language()),
                  reason: revocation.reason,
                })}
              </li>
            )}
          </For>
        </ul>
      </Banner>
    </Show>
  )
}
