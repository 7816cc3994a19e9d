/**
 * Signing in. In the sample office, which knows no secrets, one button per made-up person; everywhere else username and password.
 * Who signed in on this device before needs no network to go on; who never did is told so.
 */
import { A } from '@solidjs/router'
import { createResource, type JSX, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { employerWords } from '../language/employer.ts'
import { LANGUAGES, useLanguage, useText } from '../language/language.tsx'
import { shellWords } from '../language/shell.ts'
import { createApi } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SamplePeople } from './sample-people.tsx'
import { samplePeopleFrom } from './sample-people-from.ts'
import { useSession } from './session-context.ts'
import { SignInForm } from './sign-in-form.tsx'
import './account.css'

export default function Page(): JSX.Element {
  const t = useText(accountWords)
  const shell = useText(shellWords)
  const say = useText(employerWords)
  const { language, choose } = useLanguage()
  const session = useSession()
  const api = createApi()
  const [people] = createResource(() => samplePeopleFrom(api))
  const isRenewing = () => session.state().kind === 'signed-in'
  const other = () => LANGUAGES.find((one) => one !== language()) ?? 'zh'
  const sample = () => (people.state === 'ready' && people().length > 0 ? people() : undefined)
  return (
    <div class="sign-in">
      <div class="sign-in__top">
        <span class="sign-in__product">{shell('product')}</span>
        <button type="button" class="button button--quiet button--small" onClick={() => choose(other())}>
          {other() === 'zh' ? '中文' : 'English'}
        </button>
      </div>
      <PageHeader title={t('signIn.title')} about={t('signIn.about')} />
      <div class="stack stack--loose">
        <Show when={isRenewing()}>
          <Banner kind="info">{t('signIn.renew')}</Banner>
        </Show>
        <Show when={sample()}>{(known) => <SamplePeople people={known()} session={session} />}</Show>
        {/* While nobody knows whether this is a sample office, the form waits: it would move under the pointer. */}
        <Show when={!people.loading && !sample()}>
          <SignInForm session={session} />
        </Show>
        <Show when={!isRenewing()}>
          <p class="row">
            <A href="/register">{say('register.title')}</A>
            <A href="/register/person">{say('register.own')}</A>
          </p>
        </Show>
      </div>
    </div>
  )
}
