/**
 * `/cases/:id`: one submission at the employer, from the first reading to the report. Opening it is a step of its own, written down, because the applicant can
 * no longer take it back; nobody reviews her own (domain §2.2-6).
 */
import { useParams } from '@solidjs/router'
import { type ApplicationId, applicationIdSchema, type OrgId, ownerOfApplication } from '@yejibu/shared/kernel/ids'
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { createNames } from '../account/create-names.ts'
import { useSession } from '../account/session-context.ts'
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import { isSessionEnded, type Reviewer, reviewerIn } from '../review/may-rule-on.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CaseHeader, CaseRefused } from './case-header.tsx'
import { CaseHistory } from './case-history.tsx'
import { useCaseRefusal } from './case-refusal.ts'
import { CaseSteps } from './case-steps.tsx'
import { CaseTrouble } from './case-trouble.tsx'
import { createCaseRoom } from './create-case-room.ts'
import type { createOpenCase } from './create-open-case.ts'
import { EligibilityPanel } from './eligibility-panel.tsx'
import { FalsificationCard } from './falsification-card.tsx'
import { forgetCasesWhenEnded } from './forget-cases.ts'
import { LineDesk } from './line-desk.tsx'
import '../review/review.css'
import './cases.css'

/** What belongs on the page and comes from slices to the right of this one: filled in where the route names the page. */
export interface CasePageProps {
  readonly papers?: ((application: ApplicationId) => JSX.Element) | undefined
}

export default function Page(props: CasePageProps): JSX.Element {
  const t = useText(casesWords)
  const params = useParams()
  const { state } = useSession()
  const application = createMemo(() => applicationIdSchema.safeParse(params.id).data ?? null)
  forgetCasesWhenEnded()
  const reviewer = createMemo(() => {
    const now = state()
    return now.kind === 'signed-in' ? reviewerIn(now.session) : null
  })
  const reviewerOf = (employer: OrgId) => {
    const now = state()
    return now.kind === 'signed-in' ? reviewerIn(now.session, employer) : null
  }
  const isOwn = () => {
    const id = application()
    return id !== null && ownerOfApplication(id) === reviewer()?.actor.accountId
  }
  return (
    <Switch fallback={<Refused text={t('notHr')} />}>
      <Match when={isSessionEnded(state())}>
        <Refused text={t('ended')} />
      </Match>
      <Match when={reviewer() && application() === null}>
        <Refused text={t('page.absentBody')} />
      </Match>
      <Match when={isOwn()}>
        <Refused text={t('page.own')} />
      </Match>
      <Match when={reviewer() ? application() : null} keyed>
        {(id) => (
          <Show when={reviewer()} keyed>
            {(known) => (
              <CaseAtEmployer application={id} reviewer={known} papers={props.papers} reviewerOf={reviewerOf} />
            )}
          </Show>
        )}
      </Match>
    </Switch>
  )
}

function Refused(props: { readonly text: string }): JSX.Element {
  const t = useText(casesWords)
  return <CaseRefused title={t('title')} back={{ href: '/cases', label: t('page.back') }} text={props.text} />
}

interface CaseAtEmployerProps extends CasePageProps {
  readonly application: ApplicationId
  readonly reviewer: Reviewer
  /** As whom she reviews what was submitted to this employer. */
  readonly reviewerOf: (employer: OrgId) => Reviewer | null
}

function CaseAtEmployer(props: CaseAtEmployerProps): JSX.Element {
  const t = useText(casesWords)
  const { api, database } = useWorkplace()
  const refusalText = useCaseRefusal()
  const inRoom = createCaseRoom(props.application)
  const { open, files, room, plans } = inRoom
  const names = createNames({ api, database })
  const nameOf = (account: string) =>
    open.nameOf(account) ?? names.colleagues().find((one) => one.account === account)?.name ?? account
  const state = () => open.kase()?.state
  /** As it was read some other time: nothing is done by it. */
  const isKept = () => open.keptAt() !== null
  const isUnopened = () => {
    const now = state()
    return now?.kind === 'emp-pending' && !now.isOpened && !isKept()
  }
  const mayCheck = () => {
    const now = state()
    return open.reader() === 'employer' && now?.kind === 'emp-pending' && now.isOpened && !isKept()
  }
  const title = () => {
    const name = inRoom.name()
    return name ? t('page.title', { name }) : t('title')
  }
  const reviewer = () => {
    const employer = open.kase()?.filed?.submission.employer.id
    return (employer && props.reviewerOf(employer)) || props.reviewer
  }
  const role = () => t(reviewer().isLead ? 'page.lead' : 'page.clerk')
  return (
    <div class="page page--wide review-page">
      <CaseHeader of={inRoom} title={title()} back={{ href: '/cases', label: t('page.back') }} />
      <Show when={open.refusal()}>
        {(refusal) => (
          <Banner kind="error" title={t('refusal.title')}>
            {refusalText(refusal())}
          </Banner>
        )}
      </Show>
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={open.kase() === null && open.trouble()}>
          {(trouble) => <Absent isAway={trouble().kind === 'unreachable'} onRetry={() => void open.refresh()} />}
        </Match>
        <Match when={open.kase()}>
          <CaseTrouble open={open} />
          <p class="muted small">{t('page.role', { org: reviewer().employer.name, role: role() })}</p>
          <Show when={isUnopened()}>
            <Opening
              onOpen={() => open.ask('open-submission', { digest: digestOf(open) })}
              isBusy={open.busy() !== null}
            />
          </Show>
          <Show when={!isKept()} fallback={<p class="muted">{t('page.readOnly')}</p>}>
            <CaseSteps open={open} room={room} isLead={reviewer().isLead} now={plans.now()} />
          </Show>
          <LineDesk room={room} open={open} files={files} mayCheck={mayCheck()} nameOf={nameOf}>
            <Show when={mayCheck()}>
              <EligibilityPanel room={room} open={open} />
            </Show>
          </LineDesk>
          <FalsificationCard facts={open.facts()} />
          <Show when={!isKept()}>{props.papers?.(props.application)}</Show>
          <CaseHistory facts={open.facts()} nameOf={nameOf} />
        </Match>
      </Switch>
    </div>
  )
}

function digestOf(open: ReturnType<typeof createOpenCase>) {
  const digest = open.kase()?.filed?.digest
  if (digest === undefined) throw new Error('a case that is shown has a submission')
  return digest
}

function Absent(props: { readonly isAway: boolean; readonly onRetry: () => void }): JSX.Element {
  const t = useText(casesWords)
  return (
    <EmptyState title={t('page.absent')} action={<Button onPress={() => props.onRetry()}>{t('retry')}</Button>}>
      {t(props.isAway ? 'page.unreachable' : 'page.absentBody')}
    </EmptyState>
  )
}

function Opening(props: { readonly onOpen: () => Promise<boolean>; readonly isBusy: boolean }): JSX.Element {
  const t = useText(casesWords)
  const [isAsked, setAsked] = createSignal(false)
  const confirm = async () => {
    await props.onOpen()
    setAsked(false)
  }
  return (
    <>
      <Banner
        kind="info"
        isQuiet
        actions={
          <Button look="primary" onPress={() => setAsked(true)}>
            {t('page.open')}
          </Button>
        }
      >
        {t('page.openFirst')}
        {t('page.opening')}
      </Banner>
      <AlertDialog
        isOpen={isAsked()}
        title={t('page.openTitle')}
        body={t('page.openBody')}
        confirm={t('page.open')}
        isBusy={props.isBusy}
        onConfirm={() => void confirm()}
        onCancel={() => setAsked(false)}
      />
    </>
  )
}
