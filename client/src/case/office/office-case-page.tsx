/** `/office/cases/:application`: one submission at an office, as the employer saw it, with what was said of it before, and the steps that are this officer's now. */
import { A, useParams } from '@solidjs/router'
import { stageOf } from '@yejibu/shared/case/case-state'
import { orgAt } from '@yejibu/shared/case/chain'
import { tabFor } from '@yejibu/shared/case/decisions'
import { mayInCase } from '@yejibu/shared/case/visible-facts'
import { type ApplicationId, applicationIdSchema } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { useSession } from '../../account/session-context.ts'
import { casesWords } from '../../language/cases.ts'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { isSessionEnded } from '../../review/may-rule-on.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseHeader, CaseRefused } from '../case-header.tsx'
import { CaseTrouble } from '../case-trouble.tsx'
import { createCaseRoom } from '../create-case-room.ts'
import { FalsificationCard } from '../falsification-card.tsx'
import { forgetCasesWhenEnded } from '../forget-cases.ts'
import { LineDesk } from '../line-desk.tsx'
import { CaseSoFar } from './case-so-far.tsx'
import { actorIn, officesIn } from './office-in.ts'
import { stepsFor } from './office-steps.ts'
import { useStageNames } from './stage-name.ts'
import { StepPanel } from './step-panel.tsx'
import '../../review/review.css'
import '../cases.css'
import './office.css'

/** What belongs on the page and comes from slices to the right of this one: filled in where the route names the page. */
export interface OfficeCasePageProps {
  readonly papers?: ((application: ApplicationId) => JSX.Element) | undefined
}

export default function Page(props: OfficeCasePageProps): JSX.Element {
  const t = useText(officeCasesWords)
  const params = useParams()
  const { state } = useSession()
  const application = createMemo(() => applicationIdSchema.safeParse(params.application).data ?? null)
  forgetCasesWhenEnded()
  const session = createMemo(
    () => {
      const now = state()
      return now.kind === 'signed-in' && officesIn(now).length > 0 ? now.session : null
    },
    null,
    { equals: (a, b) => JSON.stringify(a?.memberships) === JSON.stringify(b?.memberships) },
  )
  return (
    <Switch fallback={<Refused text={t('list.notOffice')} />}>
      <Match when={isSessionEnded(state())}>
        <Refused text={t('list.ended')} />
      </Match>
      <Match when={session() && application() === null}>
        <Refused text={t('page.absentBody')} />
      </Match>
      <Match when={session() && application()} keyed>
        {(id) => (
          <Show when={session()}>
            {(known) => <CaseAtOffice application={id} session={known()} papers={props.papers} />}
          </Show>
        )}
      </Match>
    </Switch>
  )
}

function Refused(props: { readonly text: string }): JSX.Element {
  const t = useText(officeCasesWords)
  return (
    <CaseRefused title={t('list.title')} back={{ href: '/office/cases', label: t('page.back') }} text={props.text} />
  )
}

interface CaseAtOfficeProps extends OfficeCasePageProps {
  readonly application: ApplicationId
  readonly session: Session
}

function CaseAtOffice(props: CaseAtOfficeProps): JSX.Element {
  const t = useText(officeCasesWords)
  const c = useText(casesWords)
  const stageName = useStageNames()
  const inRoom = createCaseRoom(props.application)
  const { open, files, room, plans } = inRoom
  const nameOf = (account: string) => open.nameOf(account) ?? account
  const state = () => open.kase()?.state
  const steps = createMemo(() => {
    const kase = open.kase()
    const plan = open.plan()
    if (!kase?.filed || !plan) return []
    return stepsFor({ ...kase, filed: kase.filed }, { actor: actorIn(props.session), plan, now: plans.now() })
  })
  /** Falsification is always an authority's to establish; it is no turn of hers. */
  const isHerTurn = () =>
    steps().some(({ kind, isAside }) => kind !== 'void-application' && kind !== 'refund-payment' && !isAside)
  const title = () => {
    const name = inRoom.name()
    return name ? t('page.title', { name }) : t('list.title')
  }
  const standing = () => {
    const kase = open.kase()
    const stage = kase && stageOf(kase.state)
    const org = stage && kase.route && orgAt(kase.route, stage)
    return stage ? t('page.at', { stage: stageName(stage), org: (org && open.orgName(org)) ?? '—' }) : undefined
  }
  /** Of her offices the one where it stands, else one through which it has passed. */
  const own = () => {
    const kase = open.kase()
    const offices = officesIn({ kind: 'signed-in', session: props.session, standing: 'confirmed' })
    const stage = kase && stageOf(kase.state)
    const here = stage && kase.route ? orgAt(kase.route, stage) : null
    const found = offices.find(({ id }) => id === here) ?? offices.find(({ id }) => kase && tabFor(kase, id) !== null)
    return (found ?? offices[0])?.name ?? ''
  }
  const isReady = () =>
    state()?.kind === 'form-delivered' || state()?.kind === 'awaiting-meeting' || state()?.kind === 'interview-done'
  return (
    <div class="page page--wide review-page">
      <CaseHeader of={inRoom} title={title()} back={{ href: '/office/cases', label: t('page.back') }} />
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={open.kase() === null && open.trouble()}>
          {(trouble) => (
            <EmptyState
              title={t('page.absent')}
              action={<Button onPress={() => void open.refresh()}>{t('page.retry')}</Button>}
            >
              {t(trouble().kind === 'unreachable' ? 'page.unreachable' : 'page.absentBody')}
            </EmptyState>
          )}
        </Match>
        <Match when={open.kase()}>
          <CaseTrouble open={open} />
          <p class="muted small">
            {t('page.role', { org: own() })} {standing()}
          </p>
          <LineDesk room={room} open={open} files={files} mayCheck={false} nameOf={nameOf}>
            <h2 class="review-side__title">{t('page.side')}</h2>
            <Show when={open.keptAt() === null} fallback={<p class="muted">{c('page.readOnly')}</p>}>
              <Show when={!isHerTurn()}>
                <p class="muted">{t('page.notHere')}</p>
              </Show>
              <Show when={isReady()}>
                <A href="/office/meetings">{t('page.toMeetings')}</A>
              </Show>
              <StepPanel steps={steps()} open={open} now={() => plans.now()} />
            </Show>
          </LineDesk>
          <FalsificationCard
            facts={open.facts()}
            files={mayInCase(open.reader(), 'open-grounds') && open.keptAt() === null ? files : undefined}
          />
          <CaseSoFar open={open} />
          {/* An expert of the meeting prints nothing of a case. */}
          <Show when={own() !== '' && open.keptAt() === null}>{props.papers?.(props.application)}</Show>
        </Match>
      </Switch>
    </div>
  )
}
