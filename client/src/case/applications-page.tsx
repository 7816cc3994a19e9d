/** 我的申报: the plans one can apply under, what each needs first, and what one has applied for. */

import { useNavigate } from '@solidjs/router'
import { documentName } from '@yejibu/shared/account/access'
import { readApplication } from '@yejibu/shared/application/application-doc'
import { type CopiedFrom, copiedFromSubmission, copyDraft } from '@yejibu/shared/application/copy-draft'
import { banOn } from '@yejibu/shared/case/ban'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { PlanId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { createTakingBack } from '../application/create-taking-back.ts'
import { createOwnApplications, type OwnApplication } from '../application/own-applications.ts'
import { PlanCard } from '../application/plan-card.tsx'
import { PlanCatalogue } from '../application/plan-catalogue.tsx'
import { startDraft } from '../application/start-draft.ts'
import { newApplicationId } from '../application/started-applications.ts'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { recordsWords } from '../language/records.ts'
import { createPlans } from '../plan/create-plans.ts'
import { newId, twentyBytes } from '../platform/new-id.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { createToldStates } from './create-told.ts'
import { RecordList, titleOf } from './record-list.tsx'
import '../application/application.css'

export default function Page(): JSX.Element {
  const t = useText(applicationWords)
  const r = useText(recordsWords)
  const workplace = useWorkplace()
  const navigate = useNavigate()
  const toasts = useToasts()
  const { account, facts } = workplace
  const plans = createPlans(workplace)
  const own = createOwnApplications(workplace)
  const submittedFacts = () =>
    own.all()?.reduce((sum, one) => sum + (one.kind === 'submitted' ? one.facts.length : 0), 0) ?? 0
  const ownFacts = () =>
    own
      .all()
      ?.flatMap((one) => (one.kind === 'submitted' ? one.facts : []))
      .filter(isCaseFact) ?? []
  const told = createToldStates({ api: workplace.api, database: workplace.database, facts: submittedFacts })
  const taking = createTakingBack({ api: workplace.api, facts, randomBytes: twentyBytes })
  const [starting, setStarting] = createSignal<PlanId | null>(null)
  const [hasFailed, setFailed] = createSignal(false)
  const held: (() => void)[] = []
  onCleanup(() => {
    for (const giveBack of held) giveBack()
  })
  const review = () => facts.reviewOfArchive(account)
  const isReady = () => facts.isLoaded(`archive/${account}`) && own.all() !== undefined

  /** Another year's application, to begin with: the newest of which this device knows the content's place. */
  const earlier = (plan: Plan) => own.all()?.find((one) => one.plan !== plan.id)
  const contentOf = async (application: OwnApplication): Promise<CopiedFrom | null> => {
    if (application.kind === 'submitted') return copiedFromSubmission(application.fact.data.submission)
    const name = documentName({ kind: 'application', owner: account, applicationId: application.id })
    const { document, giveBack } = workplace.borrow(name)
    held.push(giveBack)
    await document.whenLoaded
    const draft = readApplication(document.doc)
    return draft.plan === null ? null : draft
  }
  const start = async (plan: Plan, from?: OwnApplication) => {
    setStarting(plan.id)
    setFailed(false)
    const id = newApplicationId(account, twentyBytes())
    // Held until this page goes: the draft's own page borrows the same document while it is still open.
    const borrowed = workplace.borrow(documentName({ kind: 'application', owner: account, applicationId: id }))
    held.push(borrowed.giveBack)
    try {
      await borrowed.document.whenLoaded
      const content = from && (await contentOf(from))
      if (content === null) {
        toasts.show(r('copy.absent'))
        return
      }
      const { doc } = borrowed.document
      startDraft(doc, plan, review(), plans.now())
      if (content) {
        const left = copyDraft(doc, content, plan, review(), newId<'item'>)
        const [pulls, renewed] = [left.pulls.length, left.renewed.length]
        const values = { plan: titleOf(from, plans) ?? from.plan, pulls, renewed, choices: left.choices }
        toasts.show(r(pulls + renewed + left.choices > 0 ? 'copy.left' : 'copy.done', values))
      }
      own.note({ id, plan: plan.id, startedAt: plans.now().toISOString() })
      navigate(`/application/${id}`)
    } catch {
      setFailed(true)
    } finally {
      setStarting(null)
    }
  }
  const copyOf = (plan: Plan) => {
    const from = earlier(plan)
    const title = from && titleOf(from, plans)
    return from && title
      ? { label: r('copy.button', { plan: title }), onPress: () => void start(plan, from) }
      : undefined
  }
  const forget = (application: OwnApplication) => {
    if (application.kind !== 'draft') return
    const { id, plan, startedAt } = application
    own.forget(id)
    toasts.offerUndo(t('mine.forgot'), () => own.note({ id, plan, startedAt }))
  }
  const retry = () => (
    <Button size="small" onPress={() => void plans.refresh()}>
      {t('plans.retry')}
    </Button>
  )
  return (
    <div class="page stack stack--loose">
      <PageHeader title={t('title')} about={t('about')} />
      <section class="stack">
        <h2>{t('plans.title')}</h2>
        <Show when={hasFailed()}>
          <Banner kind="error">{t('plans.startFailed')}</Banner>
        </Show>
        <Show when={plans.refusal() && plans.current()}>
          <Banner kind="info" isQuiet actions={retry()}>
            {t('plans.kept')}
          </Banner>
        </Show>
        <Switch fallback={<Skeleton lines={6} />}>
          <Match when={plans.current() === null && plans.refusal()}>
            <EmptyState title={t('plans.unreachable')} action={retry()}>
              {t('plans.unreachableBody')}
            </EmptyState>
          </Match>
          <Match when={plans.current()?.length === 0}>
            <EmptyState title={t('plans.none')}>{t('plans.noneBody')}</EmptyState>
          </Match>
          <Match when={isReady() && plans.current()}>
            {(current) => (
              <PlanCatalogue plans={current()} now={plans.now()}>
                {(id) => (
                  <Show when={plans.latest(id)}>
                    {(plan) => (
                      <PlanCard
                        plan={plan()}
                        review={review()}
                        now={plans.now()}
                        own={own.all()?.find((one) => one.plan === id)}
                        ban={banOn(plan(), ownFacts())}
                        isStarting={starting() === id}
                        onStart={() => void start(plan())}
                        copy={copyOf(plan())}
                      />
                    )}
                  </Show>
                )}
              </PlanCatalogue>
            )}
          </Match>
        </Switch>
      </section>
      <section class="stack">
        <h2>{t('mine.title')}</h2>
        <Show when={own.all()} fallback={<Skeleton lines={2} />}>
          {(all) => <RecordList applications={all()} plans={plans} taking={taking} told={told} onForget={forget} />}
        </Show>
      </section>
    </div>
  )
}
