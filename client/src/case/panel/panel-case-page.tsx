/** `/panel/:application`: one submission before a member of the panel, with her view and the way to stand aside. */
import { useNavigate, useParams } from '@solidjs/router'
import { type ApplicationId, applicationIdSchema } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { useSession } from '../../account/session-context.ts'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { createCaseRoom } from '../create-case-room.ts'
import { LineDesk } from '../line-desk.tsx'
import { actorIn } from '../office/office-in.ts'
import { useOptionWords } from '../office/step-fields.tsx'
import { StepPanel } from '../office/step-panel.tsx'
import { expertSteps } from './expert-steps.ts'
import '../../review/review.css'
import '../cases.css'
import '../office/office.css'

export default function Page(): JSX.Element {
  const params = useParams()
  const { state } = useSession()
  const application = createMemo(() => applicationIdSchema.safeParse(params.application).data ?? null)
  const session = createMemo(
    () => {
      const now = state()
      return now.kind === 'signed-in' ? now.session : null
    },
    null,
    { equals: (a, b) => a?.account.id === b?.account.id },
  )
  return (
    <Show when={session() && application()} fallback={<Absent />} keyed>
      {(id) => <Show when={session()}>{(known) => <CaseAtPanel application={id} session={known()} />}</Show>}
    </Show>
  )
}

function Absent(props: { readonly onRetry?: () => void }): JSX.Element {
  const t = useText(officeCasesWords)
  return (
    <div class="page stack">
      <PageHeader title={t('panel.title')} back={{ href: '/panel', label: t('panel.back') }} />
      <EmptyState
        title={t('page.absent')}
        action={
          <Show when={props.onRetry}>{(retry) => <Button onPress={() => retry()()}>{t('page.retry')}</Button>}</Show>
        }
      >
        {t('page.absentBody')}
      </EmptyState>
    </div>
  )
}

function CaseAtPanel(props: { readonly application: ApplicationId; readonly session: Session }): JSX.Element {
  const t = useText(officeCasesWords)
  const navigate = useNavigate()
  const optionWord = useOptionWords()
  const inRoom = createCaseRoom(props.application)
  const { open, files, room, plans } = inRoom
  const steps = createMemo(() => {
    const kase = open.kase()
    const plan = open.plan()
    if (!kase?.filed || !plan) return []
    return expertSteps({ ...kase, filed: kase.filed }, { actor: actorIn(props.session), plan, now: plans.now() })
  })
  const view = () => {
    const state = open.kase()?.state
    return state?.kind === 'meeting-pending' ? state.views[props.session.account.id] : undefined
  }
  const title = () => {
    const name = inRoom.name()
    return name ? t('page.title', { name }) : t('panel.title')
  }
  return (
    <Switch
      fallback={
        <div class="page">
          <Skeleton lines={8} />
        </div>
      }
    >
      <Match when={open.kase()}>
        <div class="page page--wide review-page">
          <PageHeader
            title={title()}
            about={room.submission()?.plan.title}
            back={{ href: '/panel', label: t('panel.back') }}
          />
          <p class="muted small">{t('panel.role')}</p>
          <LineDesk room={room} open={open} files={files} mayCheck={false} nameOf={(account) => account}>
            <h2 class="review-side__title">{t('panel.side')}</h2>
            <Show when={view()}>
              {(given) => (
                <p role="status">
                  {t('panel.yours', {
                    recommendation: optionWord(given().recommendation),
                    conformity: optionWord(given().conformity),
                    comment: given().comment,
                  })}
                </p>
              )}
            </Show>
            <StepPanel
              steps={steps()}
              open={open}
              now={() => plans.now()}
              onDone={(kind) => {
                if (kind === 'recuse') navigate('/panel')
              }}
            />
          </LineDesk>
        </div>
      </Match>
      <Match when={open.trouble()}>
        <Absent onRetry={() => void open.refresh()} />
      </Match>
    </Switch>
  )
}
