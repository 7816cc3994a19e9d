/** Username and password. A refusal is said above the fields; what was typed stays, but for the password that was wrong. */
import { createSignal, type JSX, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { SessionControl } from './session.ts'
import { type SignInRefusal, signInRefusalOf } from './sign-in-refusal.ts'

export function SignInForm(props: { readonly session: Pick<SessionControl, 'signIn'> }): JSX.Element {
  const t = useText(accountWords)
  const [username, setUsername] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [isIncomplete, setIncomplete] = createSignal(false)
  const [refusal, setRefusal] = createSignal<SignInRefusal | null>(null)
  let passwordControl: HTMLInputElement | undefined
  const submit = async () => {
    setRefusal(null)
    const isMissing = username().trim() === '' || password() === ''
    setIncomplete(isMissing)
    if (isMissing || isBusy()) return
    setBusy(true)
    const answer = await props.session.signIn(username().trim(), password())
    setBusy(false)
    if (answer.ok) return
    setRefusal(signInRefusalOf(answer.refusal))
    if (answer.refusal.kind === 'wrong-password') {
      setPassword('')
      passwordControl?.focus()
    }
  }
  return (
    <Card>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Show when={refusal()}>
          {(said) => <Banner kind="error">{t(`signIn.refused.${said().kind}`, said().values)}</Banner>}
        </Show>
        <Show when={isIncomplete()}>
          <Banner kind="error">{t('signIn.missing')}</Banner>
        </Show>
        <TextField
          label={t('signIn.username')}
          name="username"
          autocomplete="username"
          value={username()}
          onInput={setUsername}
          hasFocusFirst
        />
        <TextField
          label={t('signIn.password')}
          name="password"
          type="password"
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
          ref={(control) => {
            passwordControl = control
          }}
        />
        <Button type="submit" look="primary" isWide isBusy={isBusy()}>
          {t('signIn.submit')}
        </Button>
        <p class="muted small">{t('signIn.forgotten')}</p>
      </form>
    </Card>
  )
}
