/** The owner herself, first on the overview: name, present title, how her information stands. */
import { isError, type Problem } from '@yejibu/shared/archive/problem'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { isBlank } from './item-line.ts'
import { type OwnArchive, whereIs } from './own-archive.tsx'
import { SavedMark } from './saved-mark.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { monthText } from './value-text.ts'

export interface ProfileCardProps {
  readonly archive: OwnArchive
  readonly problems: readonly Problem[]
}

export function ProfileCard(props: ProfileCardProps): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const profile = () => props.archive.view.profile()
  const errors = () => props.problems.filter(isError).length
  const title = () => {
    const { currentTitleName: name, titleObtainedYm: since } = profile().fields
    if (!name) return t('profile.noTitle')
    return since ? `${name}（${say(monthText(since))}）` : name
  }
  return (
    <Card title={say(PROFILE.label)} aside={<StandingBadge kind={props.archive.view.standing(PROFILE_ITEM).kind} />}>
      <div class="row row--between">
        <div>
          <p class="profile-card__name">{profile().fields.fullName ?? t('profile.unnamed')}</p>
          <p class="muted">
            {t('profile.title')}：{title()}
          </p>
          <p class="row small">
            <Show when={!isBlank(profile())}>
              <SavedMark where={whereIs(props.archive, profile())} />
            </Show>
            <Show when={errors() > 0}>
              <span class="muted">{t('profile.problems', { n: errors() })}</span>
            </Show>
          </p>
        </div>
        <LinkButton href="/archive/profile">{t(isBlank(profile()) ? 'profile.open' : 'profile.edit')}</LinkButton>
      </div>
    </Card>
  )
}
