/**
 * Registering: an employer by the head of its HR, with her account where she has none yet, or just an account of one's own. The account is
 * opened first; when the employer is then refused, the account stays and only the employer is sent again.
 */
import { A, useLocation, useNavigate } from '@solidjs/router'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { sessionSchema } from '@yejibu/shared/wire/session'
import { createSignal, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { type ApiRefusal, createApi } from '../platform/api.ts'
import { newId } from '../platform/new-id.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AccountFields, createAccountDraft } from './employer-account-fields.tsx'
import { createEmployerAsking, refusalWords } from './employer-asking.ts'
import { createEmployerDraft, EmployerFields } from './employer-form.tsx'
import { useSession } from './session-context.ts'
import './account.css'
import './employer.css'

export default function Page(): JSX.Element {
  const t = useText(employerWords)
  const location = useLocation()
  const navigate = useNavigate()
  const session = useSession()
  const api = createApi()
  const asking = createEmployerAsking(api)
  const account = createAccountDraft()
  const employer = createEmployerDraft()
  const org = newId<'org'>() as OrgId
  const [isBusy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const isOwn = () => location.pathname === '/register/person'
  const isSignedIn = () => session.state().kind === 'signed-in'
  /** The account was opened in this visit, and the employer is still to be registered. */
  const [isHalf, setHalf] = createSignal(false)

  const openAccount = async (): Promise<boolean> => {
    if (isSignedIn()) return true
    const draft = account.take()
    if (!draft) return false
    const opened = await api.call('POST', '/api/accounts', sessionSchema, { json: draft })
    if (!opened.ok) {
      setRefusal(opened.refusal)
      return false
    }
    const signedIn = await session.signIn(draft.username, draft.password)
    if (!signedIn.ok) setRefusal(signedIn.refusal)
    else setHalf(true)
    return signedIn.ok
  }
  const submit = async () => {
    if (isBusy()) return
    setRefusal(null)
    // Both halves are checked before anything is sent.
    const particulars = isOwn() ? null : employer.take()
    if (!isSignedIn() && account.take() === null) return
    if (!isOwn() && !particulars) return
    setBusy(true)
    const isOpen = await openAccount()
    const answer = isOpen && particulars ? await asking.ask('register-employer', { org, particulars }) : null
    setBusy(false)
    if (answer && !answer.ok) setRefusal(answer.refusal)
    else if (isOpen) navigate('/employer')
  }
  const why = () => {
    const found = refusal()
    if (!found) return undefined
    const { key, values } = refusalWords(found)
    return t(key, values)
  }
  return (
    <div class="sign-in employer-register">
      <PageHeader
        title={t(isOwn() ? 'register.own' : 'register.title')}
        about={t(isOwn() ? 'register.ownAbout' : 'register.about')}
      />
      <form
        class="stack stack--loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Show when={!isOwn()}>
          <Card title={t('register.employerPart')}>
            <EmployerFields form={employer} />
          </Card>
        </Show>
        <Show when={!isSignedIn()}>
          <Card title={isOwn() ? undefined : t('register.accountPart')}>
            <div class="stack">
              <Show when={!isOwn()}>
                <p class="muted">{t('register.accountAbout')}</p>
              </Show>
              <AccountFields form={account} />
            </div>
          </Card>
        </Show>
        <Show when={why()}>
          {(text) => (
            <Banner kind="error" title={isHalf() && !isOwn() ? t('register.accountMade') : undefined}>
              {text()}
            </Banner>
          )}
        </Show>
        <div class="row">
          <Button type="submit" look="primary" isBusy={isBusy()}>
            {t(isOwn() ? 'register.submitOwn' : 'register.submit')}
          </Button>
        </div>
      </form>
      <Show when={!isSignedIn()}>
        <p class="row employer-register__ways">
          <A href={isOwn() ? '/register' : '/register/person'}>
            {t(isOwn() ? 'register.toEmployer' : 'register.toOwn')}
          </A>
          <A href="/sign-in">{t('register.haveAccount')}</A>
        </p>
      </Show>
    </div>
  )
}
