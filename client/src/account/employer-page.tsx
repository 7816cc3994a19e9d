/** A person's own affairs with employers: where she belongs, whom she asked, who invites her, and the employer she registers. */
import { useNavigate } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { ApiResult } from '../platform/api.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { RetryBanner } from '../ui/retry-banner.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { createEmployerAffairs } from './employer-affairs.ts'
import { createEmployerAsking, refusalWords } from './employer-asking.ts'
import { EmployerFinder } from './employer-finder.tsx'
import { EmployerJoinings } from './employer-joinings.tsx'
import { RegistrationCard } from './employer-registration-card.tsx'
import { useSession } from './session-context.ts'
import './employer.css'

export default function Page(): JSX.Element {
  const t = useText(employerWords)
  const workplace = useWorkplace()
  const session = useSession()
  const navigate = useNavigate()
  const toasts = useToasts()
  const affairs = createEmployerAffairs(workplace.api, session)
  const asking = createEmployerAsking(workplace.api)
  const [isLeaving, setLeaving] = createSignal(false)
  const [problem, setProblem] = createSignal<string | null>(null)

  /** Says how a step ended and reads again; what the session knows follows. */
  const settle = async (answer: ApiResult<true>, done: string): Promise<boolean> => {
    if (answer.ok) {
      setProblem(null)
      toasts.show(done)
    } else {
      const { key, values } = refusalWords(answer.refusal)
      setProblem(t(key, values))
    }
    await affairs.refresh()
    return answer.ok
  }
  const leave = async (org: NonNullable<ReturnType<typeof employer>>) => {
    const wish = { org: org.id, account: workplace.account, role: 'applicant' as const }
    await settle(await asking.ask('remove-member', wish), t('page.left', { name: org.name }))
    await session.confirm()
    setLeaving(false)
  }
  const employer = () => affairs.value()?.employer ?? null
  const registrations = createKeptRows(
    () => affairs.value()?.registrations ?? [],
    ({ org }) => org,
  )
  const trouble = () => {
    const refusal = affairs.trouble()
    if (!refusal) return undefined
    const { key, values } = refusalWords(refusal)
    return t(key, values)
  }
  return (
    <div class="page page--narrow">
      <PageHeader title={t('page.title')} about={t('page.about')} />
      <div class="stack stack--loose">
        <Show when={problem()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
        <RetryBanner trouble={trouble()} retry={t('retry')} onRetry={() => void affairs.refresh()} />
        <Show when={affairs.value()} fallback={<Show when={!trouble()}>{<Skeleton lines={5} />}</Show>}>
          {(known) => (
            <>
              <Card title={t('page.employerTitle')}>
                <Show when={employer()} fallback={<NoEmployer />}>
                  {(org) => (
                    <div class="stack">
                      <div class="row row--between">
                        <span class="employer-name">{org().name}</span>
                        <Button look="danger" size="small" onPress={() => setLeaving(true)}>
                          {t('page.leave')}
                        </Button>
                      </div>
                      <p class="muted">{t('page.readers')}</p>
                      <AlertDialog
                        isOpen={isLeaving()}
                        title={t('page.leaveTitle', { name: org().name })}
                        body={t('page.leaveBody')}
                        confirm={t('page.leaveConfirm')}
                        isDangerous
                        isBusy={asking.isBusy()}
                        onConfirm={() => void leave(org())}
                        onCancel={() => setLeaving(false)}
                      />
                    </div>
                  )}
                </Show>
              </Card>
              <Show when={known().joinings.length > 0}>
                <EmployerJoinings
                  joinings={known().joinings}
                  asking={asking}
                  onSettled={async (answer, done) => {
                    const isDone = await settle(answer, done)
                    if (isDone) await session.confirm()
                  }}
                />
              </Show>
              <EmployerFinder
                api={workplace.api}
                asking={asking}
                account={workplace.account}
                present={employer()}
                onSettled={(answer, done) => settle(answer, done)}
              />
              <Show
                when={registrations().length > 0}
                fallback={
                  <Card title={t('page.registrations')}>
                    <div class="row row--between">
                      <p class="muted">{t('page.registrationsAbout')}</p>
                      <Button onPress={() => navigate('/register')}>{t('page.registerNow')}</Button>
                    </div>
                  </Card>
                }
              >
                <For each={registrations()}>
                  {(registration) => (
                    <RegistrationCard
                      registration={registration}
                      api={workplace.api}
                      asking={asking}
                      onSettled={async (answer, done) => {
                        const isDone = await settle(answer, done)
                        if (isDone) await session.confirm()
                      }}
                    />
                  )}
                </For>
              </Show>
            </>
          )}
        </Show>
      </div>
    </div>
  )
}

function NoEmployer(): JSX.Element {
  const t = useText(employerWords)
  return (
    <div class="stack stack--tight">
      <strong>{t('page.none')}</strong>
      <p class="muted">{t('page.noneBody')}</p>
    </div>
  )
}
