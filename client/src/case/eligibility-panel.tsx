/** 资格审查 as a whole: pass with an opinion, return with what is wrong line by line, or end it. What cannot be taken back is asked once more. */
import { isReason, REASON_CHARS } from '@yejibu/shared/review/reason'
import { createSignal, type JSX, Show } from 'solid-js'
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { countCharacters } from '../ui/count-characters.ts'
import { ProseField } from '../ui/prose-field.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { LineRoom } from './create-line-room.ts'
import type { OpenCase } from './create-open-case.ts'
import { useLineTitle } from './line-list.tsx'

type Verdict = 'pass' | 'return' | 'reject'

export function EligibilityPanel(props: { readonly room: LineRoom; readonly open: OpenCase }): JSX.Element {
  const t = useText(casesWords)
  const toasts = useToasts()
  const titleOf = useLineTitle()
  const [asked, setAsked] = createSignal<Verdict | null>(null)
  const [words, setWords] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const wrong = () => props.room.wrong()
  const names = () =>
    wrong()
      .map(({ title }) => titleOf(title))
      .join('、')
  const whyNotPass = () => {
    if (wrong().length > 0) return t('decide.hasWrong', { n: wrong().length })
    const left = props.room.unchecked().length
    return left > 0 ? t('decide.notYetPass', { n: left }) : undefined
  }
  const whyNotReturn = () => (wrong().length === 0 ? t('decide.notYetReturn') : undefined)
  const begin = (verdict: Verdict) => {
    setTried(false)
    setWords('')
    props.open.dismiss()
    setAsked(verdict)
  }
  const decide = async () => {
    const [verdict, digest] = [asked(), props.open.kase()?.filed?.digest]
    setTried(true)
    if (verdict === null || digest === undefined || !isReason(words().trim())) return
    const text = words().trim()
    const isDone =
      verdict === 'pass'
        ? await props.open.ask('pass-eligibility', { digest, opinion: text })
        : await props.open.ask(verdict === 'return' ? 'return-submission' : 'reject-submission', {
            digest,
            reason: text,
          })
    setAsked(null)
    if (isDone) toasts.show(t(`decide.done.${verdict}`))
  }
  const title = () => (asked() === null ? '' : t(`decide.${asked() ?? 'pass'}Title`))
  const body = () => (asked() === null ? '' : t(`decide.${asked() ?? 'pass'}Body`))
  const isPass = () => asked() === 'pass'
  return (
    <section class="stack stack--tight" aria-label={t('decide.title')}>
      <h2 class="review-side__title">{t('decide.title')}</h2>
      <div class="row">
        <Button look="primary" whyNot={whyNotPass()} onPress={() => begin('pass')}>
          {t('decide.pass')}
        </Button>
        <Button whyNot={whyNotReturn()} onPress={() => begin('return')}>
          {t('decide.return')}
        </Button>
        <Button look="quiet" onPress={() => begin('reject')}>
          {t('decide.reject')}
        </Button>
      </div>
      <Show when={whyNotPass()}>{(text) => <p class="muted small">{text()}</p>}</Show>
      <AlertDialog
        isOpen={asked() !== null}
        title={title()}
        body={body()}
        confirm={asked() === null ? '' : t(`decide.${asked() ?? 'pass'}`)}
        isDangerous={asked() === 'reject'}
        isBusy={props.open.busy() !== null}
        onConfirm={() => void decide()}
        onCancel={() => setAsked(null)}
      >
        <div class="stack stack--tight">
          <Show when={asked() === 'return'}>
            <p>{t('decide.returned', { n: wrong().length, names: names() })}</p>
          </Show>
          <ProseField
            label={t(isPass() ? 'decide.opinion' : 'decide.reason')}
            hint={t(isPass() ? 'decide.opinionHint' : 'decide.reasonHint')}
            isRequired
            value={words()}
            onInput={setWords}
            maxChars={REASON_CHARS.max}
            count={countCharacters(words().trim())}
            error={
              isTried() && !isReason(words().trim())
                ? t(isPass() ? 'decide.opinionMissing' : 'decide.reasonMissing')
                : undefined
            }
          />
          <Show when={isPass()}>
            <Button size="small" look="quiet" onPress={() => setWords(t('decide.usual'))}>
              {t('decide.useUsual')}
            </Button>
          </Show>
        </div>
      </AlertDialog>
    </section>
  )
}
