/** The first person of a real office: the operator names herself once, by the link that the server printed. */
import { useNavigate, useParams } from '@solidjs/router'
import { sessionSchema } from '@yejibu/shared/wire/session'
import { createSignal, type JSX, onMount, Show } from 'solid-js'
import * as z from 'zod/mini'
import { accountWords } from '../language/account.ts'
import { useText } from '../language/language.tsx'
import { createApi } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MIN_PASSWORD_CHARS, passwordProblem } from './new-password.ts'
import { useSession } from './session-context.ts'
import { referenceOf } from './sign-in-refusal.ts'
import './account.css'

const KINDS = ['link-spent', 'weak-password', 'username-taken', 'malformed', 'unreachable'] as const
const USERNAME = /^[a-z0-9][a-z0-9-]{1,63}$/

const goodSchema = z.object({ isGood: z.boolean() })

export default function Page(): JSX.Element {
  const t = useText(accountWords)
  const params = useParams()
  const navigate = useNavigate()
  const session = useSession()
  const api = createApi()
  const [name, setName] = createSignal('')
  const [username, setUsername] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [repeat, setRepeat] = createSignal('')
  const [wasTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [isDone, setDone] = createSignal(false)
  const [refusal, setRefusal] = createSignal<string | null>(null)
  const problems = () => ({
    name: name().trim() === '' ? t('firstRun.problems.name') : undefined,
    username: USERNAME.test(username()) ? undefined : t('firstRun.problems.username'),
    password: passwordProblem(password(), repeat()) === 'short' ? t('firstRun.problems.password') : undefined,
    repeat: passwordProblem(password(), repeat()) === 'differs' ? t('firstRun.problems.repeat') : undefined,
  })
  const shown = () => (wasTried() ? problems() : undefined)
  const [isSpent, setSpent] = createSignal(false)
  const path = () => `/api/first-run/${encodeURIComponent(params.token ?? '')}`
  // A link that was used is told before a form is filled in for nothing.
  onMount(async () => {
    const answer = await api.call('GET', path(), goodSchema)
    if (!answer.ok && answer.refusal.kind === 'link-spent') setSpent(true)
  })
  const submit = async () => {
    setTried(true)
    setRefusal(null)
    if (Object.values(problems()).some((problem) => problem !== undefined)) return
    setBusy(true)
    const answer = await api.call('POST', path(), sessionSchema, {
      json: { name: name().trim(), username: username(), password: password() },
    })
    if (!answer.ok) {
      setBusy(false)
      const kind = KINDS.find((known) => known === answer.refusal.kind) ?? 'other'
      const values = { min: MIN_PASSWORD_CHARS, reference: referenceOf(answer.refusal) }
      setRefusal(t(`firstRun.refused.${kind}`, values))
      return
    }
    setDone(true)
    const signedIn = await session.signIn(username(), password())
    setBusy(false)
    if (signedIn.ok) navigate('/')
  }
  return (
    <div class="sign-in">
      <PageHeader title={t('firstRun.title')} about={t('firstRun.about')} />
      <Show when={isSpent()}>
        <Banner kind="error" actions={<LinkButton href="/sign-in">{t('firstRun.goSignIn')}</LinkButton>}>
          {t('firstRun.refused.link-spent')}
        </Banner>
      </Show>
      <Show
        when={!isDone() && !isSpent()}
        fallback={
          <Show when={isDone()}>
            <Banner kind="success" title={t('firstRun.done')}>
              <p>{t('firstRun.doneBody')}</p>
              <LinkButton href="/sign-in">{t('firstRun.goSignIn')}</LinkButton>
            </Banner>
          </Show>
        }
      >
        <Card>
          <form
            class="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void submit()
            }}
          >
            <Show when={refusal()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
            <TextField
              label={t('firstRun.name')}
              autocomplete="name"
              isRequired
              value={name()}
              onInput={setName}
              error={shown()?.name}
            />
            <TextField
              label={t('firstRun.username')}
              hint={t('firstRun.usernameHint')}
              name="username"
              autocomplete="username"
              isRequired
              value={username()}
              onInput={setUsername}
              error={shown()?.username}
            />
            <TextField
              label={t('firstRun.password')}
              hint={t('firstRun.passwordHint')}
              type="password"
              autocomplete="new-password"
              isRequired
              value={password()}
              onInput={setPassword}
              error={shown()?.password}
            />
            <TextField
              label={t('firstRun.repeat')}
              type="password"
              autocomplete="new-password"
              isRequired
              value={repeat()}
              onInput={setRepeat}
              error={shown()?.repeat}
            />
            <Button type="submit" look="primary" isBusy={isBusy()}>
              {t('firstRun.submit')}
            </Button>
          </form>
        </Card>
      </Show>
    </div>
  )
}
