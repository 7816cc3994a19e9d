/** Which submitted applications carry the approval that is about to be taken back, as far as the relay tells HR (`[RELAY-37]`). */
import type { Touched } from '@yejibu/shared/wire/touched-applications'
import { createResource, For, type JSX, Match, Switch } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { ApiResult } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function TouchedApplications(props: { readonly ask: () => Promise<ApiResult<Touched>> }): JSX.Element {
  const t = useText(reviewWords)
  const { language } = useLanguage()
  const [answer] = createResource(() => props.ask())
  const found = () => {
    const known = answer.state === 'ready' ? answer() : undefined
    return known?.ok === true ? known.value.applications : undefined
  }
  return (
    <Switch fallback={<Banner kind="warning">{t('revoke.touchedUnknown')}</Banner>}>
      <Match when={answer.loading}>
        <Skeleton lines={1} />
      </Match>
      <Match when={found()?.length === 0}>
        <p class="muted">{t('revoke.touchedNone')}</p>
      </Match>
      <Match when={found()}>
        {(applications) => (
          <Banner kind="warning" title={t('revoke.touched', { n: applications().length })}>
            <ul>
              <For each={applications()}>
                {({ plan, submittedAt }) => (
                  <li>{t('revoke.touchedOne', { plan: plan.title, at: momentText(submittedAt, language()) })}</li>
                )}
              </For>
            </ul>
            <p class="small">{t('revoke.touchedAbout')}</p>
          </Banner>
        )}
      </Match>
    </Switch>
  )
}
