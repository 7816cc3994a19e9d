/** What a person must know about her draft before she goes on: where its submission is, and how its plan stands. */
import { A } from '@solidjs/router'
import type { Plan } from '@yejibu/shared/plan/plan'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import type { DraftCheck } from './check-draft.ts'
import type { Submitting } from './create-submitting.ts'
import { mayRetry, refusalWord } from './submission-refusal.ts'

export interface DraftBannersProps {
  readonly plan: Plan
  readonly check: DraftCheck
  readonly submitting: Submitting
  /** The relay lets this document be read only: it was submitted, from another device perhaps. */
  readonly isReadOnly: boolean
  readonly onTakePlan: () => void
}

export function DraftBanners(props: DraftBannersProps): JSX.Element {
  const t = useText(applicationWords)
  const { language } = useLanguage()
  // The draft is checked anew with each letter: a banner that stays is not read out again.
  const told = createKeptRows(
    () => props.check.problems.filter(({ about }) => about === 'other' || about === 'plan'),
    (problem) => JSON.stringify(problem),
  )
  const refused = () => {
    const state = props.submitting.state()
    return state.kind === 'refused' ? state.entry : undefined
  }
  const word = () => refusalWord(refused()?.refusal ?? null)
  const window = () =>
    t('plans.to', {
      from: momentText(props.plan.window.open, language()),
      to: momentText(props.plan.window.close, language()),
    })
  return (
    <>
      <Switch>
        <Match when={props.submitting.state().kind === 'waiting'}>
          <Banner kind="info" title={t('draft.locked')}>
            {t('draft.lockedBody')}
          </Banner>
        </Match>
        <Match when={props.submitting.state().kind === 'accepted'}>
          <Banner kind="success">{t('draft.answered')}</Banner>
        </Match>
        <Match when={refused()}>
          <Banner
            kind="warning"
            title={t('refusal.title')}
            actions={
              <>
                <Show when={mayRetry(word())}>
                  <Button size="small" onPress={() => void props.submitting.retry()}>
                    {t('refusal.retry')}
                  </Button>
                </Show>
                <Button size="small" look="quiet" onPress={() => void props.submitting.dismiss()}>
                  {t('refusal.dismiss')}
                </Button>
              </>
            }
          >
            {t(`refusal.${word()}`, { window: window() })}
          </Banner>
        </Match>
        <Match when={props.isReadOnly}>
          <Banner kind="info">{t('draft.readOnly')}</Banner>
        </Match>
      </Switch>
      <For each={told()}>
        {(problem) => (
          <Switch>
            <Match when={problem.about === 'other' ? problem : undefined}>
              {(other) => (
                <Banner
                  kind="warning"
                  title={t('draft.other')}
                  actions={<A href={`/application/${other().application}`}>{t('draft.otherLink')}</A>}
                >
                  {t('draft.otherBody')}
                </Banner>
              )}
            </Match>
            <Match when={problem.about === 'plan' ? problem.kind : undefined}>
              {(kind) => (
                <Switch>
                  <Match when={kind() === 'moved-on'}>
                    <Banner
                      kind="warning"
                      title={t('draft.movedOn')}
                      actions={
                        <Button size="small" onPress={() => props.onTakePlan()}>
                          {t('draft.takePlan')}
                        </Button>
                      }
                    >
                      {t('draft.movedOnBody')}
                    </Banner>
                  </Match>
                  <Match when={kind() === 'closed'}>
                    <Banner kind="warning" title={t('draft.closed')}>
                      {t('draft.closedBody')}
                    </Banner>
                  </Match>
                  <Match when={kind() === 'not-yet'}>
                    <Banner kind="info" title={t('draft.notYet')}>
                      {t('draft.notYetBody', { at: momentText(props.plan.window.open, language()) })}
                    </Banner>
                  </Match>
                  <Match when={kind() === 'withdrawn'}>
                    <Banner kind="warning" title={t('draft.withdrawn')}>
                      {t('draft.withdrawnBody')}
                    </Banner>
                  </Match>
                </Switch>
              )}
            </Match>
          </Switch>
        )}
      </For>
    </>
  )
}
