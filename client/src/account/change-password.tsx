/** A new password for oneself. The relay decides, so this needs the network and says so when there is none. */
import { createSignal, type JSX, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { useText } from '../language/language.tsx'
import { type Api, nothingSchema } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MIN_PASSWORD_CHARS, passwordProblem } from './new-password.ts'
import { minutesOf, referenceOf } from './sign-in-refusal.ts'

const KINDS = ['wrong-password', 'weak-password', 'locked-out', 'not-signed-in', 'unreachable'] as const

export function ChangePassword(props: { readonly api: Pick<Api, 'call'> }): JSX.Element {
  const t = useText(accountWords)
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [repeat, setRepeat] = createSignal('')
  const [wasTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [answer, setAnswer] = createSignal<{ readonly isChanged: boolean; readonly text: string } | null>(null)
  const problem = () => (wasTried() ? passwordProblem(next(), repeat()) : null)
  const submit = async () => {
    setTried(true)
    setAnswer(null)
    if (current() === '' || passwordProblem(next(), repeat()) !== null) return
    setBusy(true)
    const given = await props.api.call('POST', '/api/session/password', nothingSchema, {
      json: { old: current(), next: next() },
    })
    setBusy(false)
    if (given.ok) {
      setTried(false)
      for (const clear of [setCurrent, setNext, setRepeat]) clear('')
      setAnswer({ isChanged: true, text: t('settings.changed') })
      return
    }
    const { refusal } = given
    const kind = KINDS.find((known) => known === refusal.kind) ?? 'other'
    const values = { min: MIN_PASSWORD_CHARS, minutes: minutesOf(refusal), reference: referenceOf(refusal) }
    setAnswer({ isChanged: false, text: t(`settings.refused.${kind}`, values) })
  }
  return (
    <Card title={t('settings.password')}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p class="muted small">{t('settings.passwordAbout')}</p>
        <Show when={answer()}>
          {(said) => <Banner kind={said().isChanged ? 'success' : 'error'}>{said().text}</Banner>}
        </Show>
        <TextField
          label={t('settings.current')}
          type="password"
          autocomplete="current-password"
          value={current()}
          onInput={setCurrent}
          error={wasTried() && current() === '' ? t('settings.refused.wrong-password') : undefined}
        />
        <TextField
          label={t('settings.next')}
          type="password"
          autocomplete="new-password"
          value={next()}
          onInput={setNext}
          error={problem() === 'short' ? t('settings.refused.weak-password', { min: MIN_PASSWORD_CHARS }) : undefined}
        />
        <TextField
          label={t('settings.repeat')}
          type="password"
          autocomplete="new-password"
          value={repeat()}
          onInput={setRepeat}
          error={problem() === 'differs' ? t('firstRun.problems.repeat') : undefined}
        />
        <div>
          <Button type="submit" isBusy={isBusy()}>
            {t('settings.change')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
