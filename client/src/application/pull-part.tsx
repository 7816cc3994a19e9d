/**
 * 选择相关业绩: what the employer approved, section by section, achievements first. Achievements from before the present title stand
 * behind a switch; what cannot be pulled stays in sight with the reason.
 */
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { type ArchiveReview, reviewOf } from '@yejibu/shared/review/review'
import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { monthText } from '../archive/value-text.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import type { Draft } from './create-draft.ts'
import { ANCHORS, sectionAnchor } from './problem-line.ts'
import { PullRowLine } from './pull-row-line.tsx'
import type { PullRow } from './pull-rows.ts'
import './application.css'

export interface PullPartProps {
  readonly plan: Plan
  readonly review: ArchiveReview
  readonly rows: readonly PullRow[]
  readonly draft: Pick<Draft, 'pull' | 'drop'>
  readonly isLocked: boolean
}

export function PullPart(props: PullPartProps): JSX.Element {
  const t = useText(applicationWords)
  const { say } = useLanguage()
  const switchId = createUniqueId()
  const [showsOlder, setShowsOlder] = createSignal(false)
  const chosen = () => props.rows.filter(({ pull }) => pull !== null)
  const achievements = () => chosen().filter(({ isAchievement }) => isAchievement).length
  const older = () => props.rows.filter((row) => row.isBeforeTitle && row.state === 'pullable').length
  const titleObtained = () => reviewOf(props.review, PROFILE_ITEM).approved?.content.fields.titleObtainedYm ?? ''
  const rows = createMemo(() =>
    props.rows.filter(({ isBeforeTitle, pull }) => showsOlder() || !isBeforeTitle || pull !== null),
  )
  const byId = createMemo(() => new Map(rows().map((row) => [row.item, row])))
  const isAchievement = (section: string) => props.plan.pull.achievementSections.some((one) => one === section)
  const sections = (areAchievements: boolean) =>
    SECTION_KEYS.filter((key) => isAchievement(key) === areAchievements && rows().some(({ part }) => part === key))
  const groups = (areAchievements: boolean) => (
    <For each={sections(areAchievements)}>
      {(key) => {
        const own = createMemo(() => rows().filter(({ part }) => part === key))
        const ids = createMemo((): readonly ItemId[] => own().map(({ item }) => item))
        return (
          <div id={sectionAnchor(key)} class="pulls__group apply__anchor">
            <h3 class="pulls__title">
              {say(sectionByKey(key).label)}
              <span class="small muted">
                {t('pulls.count', { n: own().filter(({ pull }) => pull !== null).length, all: own().length })}
              </span>
            </h3>
            <ul class="pulls__rows">
              <For each={ids()}>
                {(id) => (
                  <Show when={byId().get(id)}>
                    {(row) => <PullRowLine row={row()} draft={props.draft} isLocked={props.isLocked} />}
                  </Show>
                )}
              </For>
            </ul>
          </div>
        )
      }}
    </For>
  )
  return (
    <div id={ANCHORS.pulls} class="stack apply__anchor">
      <p>{t('pulls.about')}</p>
      <p class="muted">{t('pulls.chosen', { n: achievements(), background: chosen().length - achievements() })}</p>
      <Show when={achievements() > props.plan.pull.manyAbove}>
        <Banner kind="warning">
          {t('pulls.many')}
          {t('pulls.manyCount', { n: achievements(), max: props.plan.pull.manyAbove })}
        </Banner>
      </Show>
      <Show when={older() > 0}>
        <div class="field">
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              checked={showsOlder()}
              aria-checked={showsOlder()}
              aria-describedby={switchId}
              onChange={(event) => setShowsOlder(event.currentTarget.checked)}
            />
            <span>{t('pulls.older')}</span>
          </label>
          <div id={switchId} class="field__hint">
            {t('pulls.olderHint', { at: say(monthText(titleObtained())), n: older() })}
          </div>
        </div>
      </Show>
      <Show when={props.rows.length === 0}>
        <p>{t('pulls.none')}</p>
      </Show>
      <Show when={sections(true).length > 0}>
        <h2 class="apply__heading">{t('pulls.achievements')}</h2>
        {groups(true)}
      </Show>
      <Show when={sections(false).length > 0}>
        <h2 class="apply__heading">{t('pulls.background')}</h2>
        {groups(false)}
      </Show>
    </div>
  )
}
