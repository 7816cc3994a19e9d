/** A draft on its pages: its document and its plan are opened once for all steps, everything that is needed is read, then it is shown. */

import { type DocumentName, documentName } from '@yejibu/shared/account/access'
import { restoreDraft } from '@yejibu/shared/application/restore-draft'
import { takenBack } from '@yejibu/shared/application/standing-submission'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { ApplicationId, PlanId } from '@yejibu/shared/kernel/ids'
import { createEffect, createMemo, createResource, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { useSession } from '../account/session-context.ts'
import { ArchiveProblems } from '../archive/archive-problems.tsx'
import { applicationWords } from '../language/application.ts'
import { filingWords } from '../language/filing.ts'
import { useText } from '../language/language.tsx'
import type { Plans } from '../plan/create-plans.ts'
import { PlanWindowBadge } from '../plan/plan-window-badge.tsx'
import { newId } from '../platform/new-id.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PaperOf } from './attachments/slot-paper.ts'
import { createDraft } from './create-draft.ts'
import { createSubmitting } from './create-submitting.ts'
import { DraftForm, type DraftFormProps } from './draft-form.tsx'
import { createFiledFiles } from './filed-files.ts'
import { createOwnApplications } from './own-applications.ts'
import type { Step } from './steps/step.ts'

export interface DraftViewProps {
  readonly id: ApplicationId
  readonly plans: Plans
  /** The step at this address; null on the task list. */
  readonly step: Step | null
  /** Before everything else: what is to be mended of what was returned. */
  readonly above?: JSX.Element | undefined
  readonly bansIn?: BansIn | undefined
  readonly paperOf?: PaperOf | undefined
}

/** Reads what was spoken against a person for falsification out of the facts of her applications: known further down the way of a value. */
export type BansIn = (facts: readonly Fact[]) => DraftFormProps['bans']

export function DraftView(props: DraftViewProps): JSX.Element {
  const t = useText(applicationWords)
  const f = useText(filingWords)
  const workplace = useWorkplace()
  const session = useSession()
  const { account, facts } = workplace
  const { id } = props
  const name: DocumentName = documentName({ kind: 'application', owner: account, applicationId: id })
  const { document, giveBack } = workplace.borrow(name)
  const borrowedArchive = workplace.borrowArchive(account)
  onCleanup(() => {
    giveBack()
    borrowedArchive.giveBack()
  })
  const { plans } = props
  const own = createOwnApplications(workplace)
  const draft = createDraft(document.doc)
  const submitting = createSubmitting(workplace.outbox, id)
  const [isLoaded] = createResource(() =>
    Promise.all([document.whenLoaded, borrowedArchive.document.whenLoaded]).then(() => true),
  )
  const employer = () => {
    const state = session.state()
    const held =
      state.kind === 'signed-in' ? state.session.memberships.find(({ role }) => role === 'applicant') : undefined
    return held ? { id: held.orgId, name: held.orgName } : null
  }
  const planId = createMemo(() => draft.value().plan)
  const planOf = (plan: PlanId) => plans.version(plan, draft.value().planVersion) ?? plans.latest(plan)
  const plan = createMemo(() => {
    const wanted = planId()
    return wanted === null ? undefined : planOf(wanted)
  })
  const files = createFiledFiles(workplace.evidence, account, plan, () => draft.value().filing)
  const other = createMemo(
    () => own.all()?.find((one) => one.kind === 'submitted' && one.plan === planId() && one.id !== id)?.id ?? null,
  )
  const bans = createMemo(
    () => props.bansIn?.(own.all()?.flatMap((one) => (one.kind === 'submitted' ? one.facts : [])) ?? []) ?? [],
  )
  /** Taken back, and the relay has no draft of it either: what was submitted is all there is. */
  const lost = () => {
    const before = takenBack(facts.factsOf(`application/${id}`))
    return planId() === null && document.connection().kind === 'live' && document.right() === 'write' ? before : null
  }
  const restore = (fact: NonNullable<ReturnType<typeof lost>>['fact']) => {
    const { submission } = fact.data
    const table = plans.version(submission.plan.id, submission.plan.version)?.selfEvaluation?.table ?? null
    restoreDraft(document.doc, submission, fact.at, newId<'item'>, table)
  }
  const isReadOnly = () => document.right() === 'read'
  // The relay's answer or another device's submission shows first here: the fact is what the page waits for. A refusal may be about a fact that
  // has not come yet, an approval taken back for one.
  createEffect(() => {
    const { kind } = submitting.state()
    if (isReadOnly() || kind === 'accepted' || kind === 'refused') void facts.refresh()
  })
  const isReady = () =>
    isLoaded.state === 'ready' &&
    document.local().kind !== 'opening' &&
    facts.isLoaded(`archive/${account}`) &&
    plans.current() !== undefined
  const saved = () => {
    const { kind } = document.local()
    if (kind === 'broken') return t('draft.savedBroken')
    if (kind === 'saving') return t('draft.saving')
    return document.inRelay() ? t('draft.savedRelay') : t('draft.saved')
  }
  const title = () => plan()?.title ?? t('title')
  const back = () =>
    props.step === null
      ? { href: '/application', label: t('draft.back') }
      : { href: `/application/${id}`, label: f('tasks.back') }
  return (
    <div class="page">
      <PageHeader
        title={props.step === null ? title() : f(`steps.${props.step}`)}
        about={props.step === null ? undefined : title()}
        back={back()}
        aside={
          <Show when={plan()}>
            {(known) => <PlanWindowBadge plan={plans.latest(known().id) ?? known()} now={plans.now()} />}
          </Show>
        }
      />
      <ArchiveProblems document={document} />
      {props.above}
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={isReady() && lost()}>
          {(before) => (
            <EmptyState
              title={t('draft.restore')}
              action={
                <Button look="primary" onPress={() => restore(before().fact)}>
                  {t('draft.restoreYes')}
                </Button>
              }
            >
              {t('draft.restoreBody')}
            </EmptyState>
          )}
        </Match>
        <Match when={isReady() && planId() === null}>
          <EmptyState title={t('draft.absent')}>{t('draft.absentBody')}</EmptyState>
        </Match>
        <Match when={isReady() && plan() === undefined}>
          <EmptyState
            title={t('draft.noPlan')}
            action={<Button onPress={() => void plans.refresh()}>{t('plans.retry')}</Button>}
          >
            {t('draft.noPlanBody')}
          </EmptyState>
        </Match>
        <Match when={isReady() && plan()}>
          {(known) => (
            <DraftForm
              application={id}
              owner={account}
              step={props.step}
              store={workplace.evidence}
              files={files()}
              draft={draft}
              plan={known()}
              latest={plans.latest(known().id)}
              review={facts.reviewOfArchive(account)}
              archive={{
                items: borrowedArchive.archive.items(),
                digest: (item) => borrowedArchive.archive.digestOf(item),
              }}
              employer={employer()}
              other={other()}
              bans={bans()}
              now={plans.now()}
              submitting={submitting}
              isReadOnly={isReadOnly()}
              paperOf={props.paperOf}
              saved={
                <span class="small muted" role="status">
                  {saved()}
                </span>
              }
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}
