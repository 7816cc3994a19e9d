/** Signing out. What has not reached the relay is named and asked about first; clearing the device says what would be lost. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { useText } from '../language/language.tsx'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import type { SessionControl, Unsent } from './session.ts'

type Question = { readonly kind: 'leave' | 'forget'; readonly unsent: Unsent | null }

export function SignOut(props: { readonly session: Pick<SessionControl, 'unsent' | 'signOut'> }): JSX.Element {
  const t = useText(accountWords)
  const [question, setQuestion] = createSignal<Question | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  /** Losing work for good is said twice: in this box, and on the button. */
  const [hasAgreed, setAgreed] = createSignal(false)
  const leave = async (forget: boolean) => {
    setBusy(true)
    await props.session.signOut({ forget })
    setBusy(false)
    setQuestion(null)
  }
  const askToLeave = async () => {
    const unsent = await props.session.unsent()
    if (unsent === null) await leave(false)
    else setQuestion({ kind: 'leave', unsent })
  }
  const askToForget = async () => {
    setAgreed(false)
    setQuestion({ kind: 'forget', unsent: await props.session.unsent({ forget: true }) })
  }
  const wouldLose = () => isForgetting() && question()?.unsent != null
  const isForgetting = () => question()?.kind === 'forget'
  return (
    <div id="sign-out">
      <Card title={t('settings.signOut')}>
        <p>{t('settings.signOutAbout')}</p>
        <div>
          <Button onPress={() => void askToLeave()}>{t('settings.signOut')}</Button>
        </div>
        <p class="muted small">{t('settings.forgetAbout')}</p>
        <div>
          <Button look="danger" onPress={() => void askToForget()}>
            {t('settings.forget')}
          </Button>
        </div>
      </Card>
      <AlertDialog
        isOpen={question() !== null}
        title={t(isForgetting() ? 'settings.forgetTitle' : 'settings.unsentTitle')}
        body={t(isForgetting() ? 'settings.forgetBody' : 'settings.unsentBody')}
        confirm={t(isForgetting() ? 'settings.forgetConfirm' : 'settings.signOutAnyway')}
        cancel={t('settings.stay')}
        isDangerous={isForgetting()}
        isBusy={isBusy()}
        whyNot={wouldLose() && !hasAgreed() ? t('settings.forgetAgreeFirst') : undefined}
        onConfirm={() => void leave(isForgetting())}
        onCancel={() => setQuestion(null)}
      >
        <Show when={question()?.unsent}>
          {(unsent) => (
            <>
              <Show when={isForgetting()}>
                <p>{t('settings.forgetUnsent')}</p>
              </Show>
              <UnsentList unsent={unsent()} />
              <Show when={isForgetting()}>
                <Checkbox label={t('settings.forgetAgree')} isChecked={hasAgreed()} onChange={setAgreed} />
              </Show>
            </>
          )}
        </Show>
      </AlertDialog>
    </div>
  )
}

function UnsentList(props: { readonly unsent: Unsent }): JSX.Element {
  const t = useText(accountWords)
  const lines = () => {
    const { documents, files, commands, aside } = props.unsent
    return [
      ...(documents.length > 0 ? [t('settings.unsentDocuments', { n: documents.length })] : []),
      ...(files > 0 ? [t('settings.unsentFiles', { n: files })] : []),
      ...(commands > 0 ? [t('settings.unsentCommands', { n: commands })] : []),
      ...(aside > 0 ? [t('settings.unsentAside', { n: aside })] : []),
    ]
  }
  return (
    <ul class="unsent">
      <For each={lines()}>{(line) => <li>{line}</li>}</For>
    </ul>
  )
}
