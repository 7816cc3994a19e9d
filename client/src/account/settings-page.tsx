/** One person's settings: how it looks, her password, what this device keeps, what was refused, and the way out. */
import { useLocation } from '@solidjs/router'
import { type JSX, onMount } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { LANGUAGES, useLanguage, useText } from '../language/language.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { chooseTheme, THEME_CHOICES, themeChoice } from '../ui/theme.ts'
import { ChangePassword } from './change-password.tsx'
import { RefusedCommands } from './refused-commands.tsx'
import { useSession } from './session-context.ts'
import { SignOut } from './sign-out.tsx'
import { StorageCard } from './storage-card.tsx'
import './account.css'

export default function Page(): JSX.Element {
  const t = useText(accountWords)
  const { language, choose } = useLanguage()
  const workplace = useWorkplace()
  const session = useSession()
  const location = useLocation()
  onMount(() => {
    // A notice elsewhere led to one part of this page.
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView()
  })
  const who = () => {
    const state = session.state()
    if (state.kind !== 'signed-in') return undefined
    const { name, username } = state.session.account
    return t('settings.signedInAs', { name, username })
  }
  return (
    <div class="page page--narrow">
      <PageHeader title={t('settings.title')} about={who()} />
      <div class="stack stack--loose">
        <RefusedCommands outbox={workplace.outbox} />
        <Card title={t('settings.look')}>
          <div class="settings__look">
            <ChoiceField
              label={t('settings.language')}
              form="radio"
              isRequired
              value={language()}
              options={LANGUAGES.map((one) => ({ value: one, label: one === 'zh' ? '中文' : 'English' }))}
              onChoose={(value) => choose(LANGUAGES.find((one) => one === value) ?? 'zh')}
            />
            <ChoiceField
              label={t('settings.theme')}
              form="radio"
              isRequired
              value={themeChoice()}
              options={THEME_CHOICES.map((one) => ({ value: one, label: t(`settings.themes.${one}`) }))}
              onChoose={(value) => chooseTheme(THEME_CHOICES.find((one) => one === value) ?? 'system')}
            />
          </div>
        </Card>
        <StorageCard storage={workplace.storage} href="/storage" />
        <ChangePassword api={workplace.api} />
        <SignOut session={session} />
      </div>
    </div>
  )
}
