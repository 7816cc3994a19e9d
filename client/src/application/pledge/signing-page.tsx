/**
 * The signing page of a phone: opened by a link with a one-time token in its fragment, without a sign-in. It knows whose pledge it is for which plan, takes the
 * signature, and leaves nothing behind: the token goes out of the address as soon as it was read.
 */
import { type SigningPage, signingPageSchema } from '@yejibu/shared/wire/pledge-link'
import { createResource, createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { photoPledgeWords } from '../../language/photo-pledge.ts'
import { type ApiRefusal, createApi, nothingSchema } from '../../platform/api.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PledgeText } from './pledge-part.tsx'
import { SignHere } from './sign-here.tsx'

export default function Page(): JSX.Element {
  const t = useText(photoPledgeWords)
  const { language } = useLanguage()
  const api = createApi()
  const token = location.hash.slice(1)
  const [way, setWay] = createSignal<'pad' | 'picture'>('pad')
  const [isBusy, setBusy] = createSignal(false)
  const [isDone, setDone] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  // Neither history nor a shared screenshot of the address holds it.
  onMount(() => history.replaceState(history.state, '', location.pathname))
  const [page] = createResource(() => api.call('POST', '/api/signing/page', signingPageSchema, { json: { token } }))
  const shown = (): SigningPage | undefined => {
    const answer = page()
    return answer?.ok ? answer.value : undefined
  }
  const sign = async (picture: Blob) => {
    setBusy(true)
    setRefusal(null)
    const json = { token, picture: await base64Of(picture) }
    const answer = await api.call('POST', '/api/signing', nothingSchema, { json })
    setBusy(false)
    if (answer.ok) setDone(true)
    else setRefusal(answer.refusal)
  }
  const problem = (now: ApiRefusal) => {
    const { retryAfterSeconds: seconds } = now
    return now.kind === 'too-many-requests' && typeof seconds === 'number'
      ? t('signing.wait', { seconds })
      : t('signing.failed')
  }
  const isSpent = () => {
    const answer = page()
    return (answer && !answer.ok && answer.refusal.kind !== 'unreachable') || refusal()?.kind === 'link-spent'
  }
  return (
    <div class="page page--narrow stack stack--loose">
      <PageHeader title={t('signing.title')} about={t('signing.about')} />
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={isDone()}>
          <Banner kind="success" title={t('signing.done')}>
            {t('signing.doneBody')}
          </Banner>
        </Match>
        <Match when={isSpent()}>
          <EmptyState title={t('signing.spent')} action={<LinkButton href="/">{t('signing.home')}</LinkButton>}>
            {t('signing.spentBody')}
          </EmptyState>
        </Match>
        <Match when={page() && !page()?.ok}>
          <Banner kind="error">{t('signing.failed')}</Banner>
        </Match>
        <Match when={shown()}>
          {(known) => (
            <>
              <PledgeText plan={known().plan} name={known().name} title={known().title} text={known().text} />
              <p class="small muted">
                {t('signing.notYou')} {t('signing.ends', { at: momentText(known().endsAt, language()) })}
              </p>
              <ChoiceField
                isRequired
                label={t('pledge.how')}
                value={way()}
                options={[
                  { value: 'pad', label: t('pledge.here') },
                  { value: 'picture', label: t('pledge.picture') },
                ]}
                onChoose={(chosen) => setWay(chosen === 'picture' ? 'picture' : 'pad')}
              />
              <SignHere way={way()} isBusy={isBusy()} onSigned={(picture) => void sign(picture)} />
              <Show when={refusal()}>{(now) => <Banner kind="error">{problem(now())}</Banner>}</Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

async function base64Of(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
