/**
 * One application: a draft to fill in, step by step, or a submission to read. Which of the two, the facts say; and nobody but its owner has either.
 */
import { useParams } from '@solidjs/router'
import { isReturned, standingSubmission } from '@yejibu/shared/application/standing-submission'
import { type ApplicationId, applicationIdSchema, ownerOfApplication } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { createNames } from '../account/create-names.ts'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { createPlans } from '../plan/create-plans.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PaperOf } from './attachments/slot-paper.ts'
import { type BansIn, DraftView } from './draft-view.tsx'
import { FrozenView } from './frozen-view.tsx'
import { isStep, type Step } from './steps/step.ts'

export interface ApplicationPageProps {
  /** Shown with a submission: what belongs to it and is made elsewhere. */
  readonly papers?: ((application: ApplicationId) => JSX.Element) | undefined
  /** Shown above the draft of what was returned: what is to be mended. */
  readonly returned?: ((application: ApplicationId, plan: () => Plan | undefined) => JSX.Element) | undefined
  /** Shown before a submission: how far its case has come. */
  readonly course?: ((application: ApplicationId, plan: () => Plan | undefined) => JSX.Element) | undefined
  readonly bansIn?: BansIn | undefined
  /** In a slot of a draft: prints the paper that is to come back signed. */
  readonly paperOf?: PaperOf | undefined
}

export default function Page(props: ApplicationPageProps): JSX.Element {
  const t = useText(applicationWords)
  const workplace = useWorkplace()
  const params = useParams()
  const own = createMemo(() => {
    const id = applicationIdSchema.safeParse(params.id)
    return id.success && ownerOfApplication(id.data) === workplace.account ? id.data : null
  })
  const step = () => (isStep(params.step) ? params.step : null)
  return (
    <Show
      when={own()}
      keyed
      fallback={
        <div class="page">
          <PageHeader title={t('draft.notYours')} back={{ href: '/application', label: t('draft.back') }} />
          <p>{t('draft.notYoursBody')}</p>
        </div>
      }
    >
      {(id) => (
        <OwnApplicationView
          id={id}
          step={step()}
          papers={props.papers}
          course={props.course}
          returned={props.returned}
          bansIn={props.bansIn}
          paperOf={props.paperOf}
        />
      )}
    </Show>
  )
}

function OwnApplicationView(
  props: { readonly id: ApplicationId; readonly step: Step | null } & ApplicationPageProps,
): JSX.Element {
  const { account, facts, database, api, evidence } = useWorkplace()
  const names = createNames({ api, database })
  const plans = createPlans({ database, api })
  const stream = () => `application/${props.id}` as const
  const submitted = createMemo(() => standingSubmission(facts.factsOf(stream())))
  const version = () => {
    const plan = submitted()?.data.submission.plan
    return plan && plans.version(plan.id, plan.version)
  }
  return (
    <Switch fallback={<Waiting />}>
      <Match when={isReturned(facts.factsOf(stream()))}>
        <DraftView
          id={props.id}
          plans={plans}
          step={props.step}
          above={props.returned?.(props.id, version)}
          bansIn={props.bansIn}
          paperOf={props.paperOf}
        />
      </Match>
      <Match when={submitted()}>
        {(fact) => (
          <FrozenView
            fact={fact()}
            isNews={facts.factsOf(stream()).at(-1)?.id === fact().id}
            review={facts.reviewOfArchive(account)}
            names={names}
            files={evidence}
            papers={props.papers?.(props.id)}
            course={props.course?.(props.id, version)}
            plan={version()}
          />
        )}
      </Match>
      <Match when={facts.isLoaded(stream())}>
        <DraftView id={props.id} plans={plans} step={props.step} bansIn={props.bansIn} paperOf={props.paperOf} />
      </Match>
    </Switch>
  )
}

function Waiting(): JSX.Element {
  return (
    <div class="page">
      <Skeleton lines={8} />
    </div>
  )
}
