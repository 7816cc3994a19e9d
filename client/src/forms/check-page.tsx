/** Whether the code on a printed form stands for a place in the ledger: for anybody, without a sign-in and without a name. */
import { useNavigate, useParams } from '@solidjs/router'
import { checkSchema } from '@yejibu/shared/wire/forms'
import { createResource, createSignal, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { formsWords } from '../language/forms.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { type Api, createApi } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextField } from '../ui/text-field.tsx'

export default function Page(): JSX.Element {
  return <CheckView api={createApi()} />
}

export function CheckView(props: { readonly api: Pick<Api, 'call'> }): JSX.Element {
  const t = useText(formsWords)
  const { language } = useLanguage()
  const params = useParams<{ code?: string }>()
  const navigate = useNavigate()
  const [code, setCode] = createSignal(params.code ?? '')
  const [answer] = createResource(
    () => params.code,
    (asked) => props.api.call('GET', `/api/check/${encodeURIComponent(asked)}`, checkSchema),
  )
  const found = () => {
    const known = answer.state === 'ready' ? answer() : undefined
    return known?.ok ? known.value : undefined
  }
  const hasTrouble = () => answer.state === 'ready' && answer()?.ok === false
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const tidy = code().normalize('NFKC').replace(/\s/g, '').toLowerCase()
    if (tidy !== '') navigate(`/check/${encodeURIComponent(tidy)}`)
  }
  return (
    <div class="page page--narrow stack">
      <PageHeader title={t('check.title')} about={t('check.about')} />
      <Card>
        <form class="stack" onSubmit={submit}>
          <TextField label={t('check.code')} value={code()} onInput={setCode} />
          <Button type="submit" look="primary" isBusy={answer.loading}>
            {t('check.submit')}
          </Button>
          <div aria-live="polite">
            <Show when={hasTrouble()}>
              <Banner kind="warning">{t('check.trouble')}</Banner>
            </Show>
            <Show when={found()}>
              {(known) => (
                <Banner
                  kind={known().isInLedger ? 'success' : 'error'}
                  title={t(known().isInLedger ? 'check.good' : 'check.bad')}
                >
                  <Show when={known().isInLedger} fallback={<p>{t('check.badBody')}</p>}>
                    <p>{t('check.goodBody', { at: momentText(known().at ?? '', language()) })}</p>
                    <Show when={known().certificate}>
                      {(certificate) => (
                        <p>
                          <strong>
                            {t(certificate().isValid ? 'check.certificate' : 'check.revoked', {
                              number: certificate().number,
                            })}
                          </strong>
                        </p>
                      )}
                    </Show>
                    <Show when={known().plan}>{(plan) => <p>{t('check.plan', { plan: plan() })}</p>}</Show>
                  </Show>
                </Banner>
              )}
            </Show>
          </div>
          <p class="muted">{t('check.limit')}</p>
        </form>
      </Card>
    </div>
  )
}
