/** Which version is before the reviewer, and what the owner has done since: said with the difference, never by changing the page. */
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { differenceOf } from '../archive/difference.ts'
import { DifferenceTable } from '../archive/difference-table.tsx'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { Drift } from './create-review-room.ts'
import { choices, type Version, type Versions, type Which } from './versions.ts'
import './review.css'

export interface VersionBarProps {
  readonly shown: Version
  readonly versions: Versions
  readonly drift: Drift
  readonly onLook: (which: Which) => void
}

export function VersionBar(props: VersionBarProps): JSX.Element {
  const t = useText(reviewWords)
  const which = () => t(`version.${props.shown.which}`)
  const others = createMemo(() => choices(props.versions).map(({ which }) => which))
  const difference = createMemo(() =>
    props.versions.current ? differenceOf(props.shown.content, props.versions.current.content) : null,
  )
  return (
    <div class="stack stack--tight">
      <Switch>
        <Match when={props.drift === 'just-edited' || props.drift === 'edited-since'}>
          <Banner
            kind="warning"
            title={t(props.drift === 'just-edited' ? 'version.justEdited' : 'version.editedSince')}
            actions={
              <Button size="small" onPress={() => props.onLook('current')}>
                {t('version.seeCurrent')}
              </Button>
            }
          >
            <p>{t('version.justEditedAbout', { which: which() })}</p>
            <Show when={difference()}>{(known) => <DifferenceTable difference={known()} />}</Show>
          </Banner>
        </Match>
        <Match when={props.drift === 'sent-again'}>
          <Banner
            kind="warning"
            title={t('version.resent')}
            actions={
              <Button size="small" onPress={() => props.onLook('sent')}>
                {t('version.seeSent')}
              </Button>
            }
          >
            {t('version.resentAbout')}
          </Banner>
        </Match>
        <Match when={props.drift === 'deleted'}>
          <Banner kind="warning">{t('version.gone')}</Banner>
        </Match>
      </Switch>
      <Show when={others().length > 1}>
        <fieldset class="review-versions" aria-label={t('version.label')}>
          <For each={others()}>
            {(which) => (
              <Button
                size="small"
                isPressed={props.versions[which]?.digest === props.shown.digest}
                onPress={() => props.onLook(which)}
              >
                {t(`version.${which}`)}
              </Button>
            )}
          </For>
        </fieldset>
      </Show>
    </div>
  )
}
