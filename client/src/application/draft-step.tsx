/** What is in each step of a draft, the last one (preview) apart. */
import type { FormProblem } from '@yejibu/shared/application/submission'
import type { AccountId, ApplicationId, ItemId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { type JSX, Match, Switch } from 'solid-js'
import { useSession } from '../account/session-context.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AttachmentsPart } from './attachments/attachments-part.tsx'
import type { SlotCardProps } from './attachments/slot-card.tsx'
import type { DraftCheck } from './check-draft.ts'
import type { Draft } from './create-draft.ts'
import { HoursTable } from './hours-table.tsx'
import { InfoPart } from './info-part.tsx'
import { PhotoPart } from './photo/photo-part.tsx'
import { PledgePart } from './pledge/pledge-part.tsx'
import { ANCHORS } from './problem-line.ts'
import { PullPart } from './pull-part.tsx'
import type { PullRow } from './pull-rows.ts'
import { QuestionsPart } from './questions-part.tsx'
import { ScorePart } from './score/score-part.tsx'
import { StatementPart } from './statement-part.tsx'
import { type Step, stepPath } from './steps/step.ts'
import { TenureSum } from './tenure-sum.tsx'

export interface DraftStepProps {
  readonly application: ApplicationId
  readonly owner: AccountId
  readonly draft: Draft
  readonly plan: Plan
  readonly review: ArchiveReview
  readonly store: EvidenceStore
  readonly now: Date
  readonly step: Step
  readonly check: DraftCheck
  readonly employer: { readonly name: string } | null
  readonly rows: readonly PullRow[]
  readonly isLocked: boolean
  /** What to say at a field now, or undefined. */
  readonly errorAt: (field: FormProblem['field']) => string | undefined
  readonly wasTried: boolean
  readonly titleOf: (item: ItemId) => string
  readonly paperOf?: SlotCardProps['paperOf']
}

export function DraftStep(props: DraftStepProps): JSX.Element {
  const contents = () => props.check.items.map(({ approval }) => approval.content)
  return (
    <Switch>
      <Match when={props.step === 'photo'}>
        <div id={ANCHORS.photo} class="apply__anchor">
          <PhotoPart
            plan={props.plan}
            owner={props.owner}
            photo={props.draft.value().filing.photo}
            files={props.store}
            onChange={(photo) => props.draft.setPhoto(photo)}
            isReadOnly={props.isLocked}
          />
        </div>
      </Match>
      <Match when={props.step === 'pledge'}>
        <div id={ANCHORS.pledge} class="apply__anchor">
          <PledgeStep {...props} />
        </div>
      </Match>
      <Match when={props.step === 'info'}>
        <div class="stack stack--loose">
          <InfoPart
            plan={props.plan}
            scorePath={stepPath(props.application, 'score')}
            form={props.draft.value().form}
            person={props.check.candidate.profile}
            employer={props.employer?.name ?? null}
            draft={props.draft}
            isLocked={props.isLocked}
            errorAt={props.errorAt}
          />
          <TenureSum plan={props.plan} candidate={props.check.candidate} />
          <QuestionsPart
            plan={props.plan}
            candidate={props.check.candidate}
            answers={props.draft.value().filing.answers}
            problems={props.check.problems}
            draft={props.draft}
            isLocked={props.isLocked}
            wasTried={props.wasTried}
          />
          <StatementPart
            plan={props.plan}
            draft={props.draft}
            isLocked={props.isLocked}
            error={props.errorAt('statement')}
          />
        </div>
      </Match>
      <Match when={props.step === 'score'}>
        <ScorePart {...props} />
      </Match>
      <Match when={props.step === 'pulls'}>
        <PullPart
          plan={props.plan}
          review={props.review}
          rows={props.rows}
          draft={props.draft}
          isLocked={props.isLocked}
        />
        <HoursTable plan={props.plan} contents={contents()} />
      </Match>
      <Match when={props.step === 'attachments'}>
        <AttachmentsPart {...props} />
        <HoursTable plan={props.plan} contents={contents()} />
      </Match>
    </Switch>
  )
}

function PledgeStep(props: DraftStepProps): JSX.Element {
  const { api } = useWorkplace()
  const session = useSession()
  const name = () => {
    const state = session.state()
    return state.kind === 'signed-in' ? state.session.account.name : ''
  }
  return (
    <PledgePart
      plan={props.plan}
      application={props.application}
      owner={props.owner}
      ownerName={name()}
      pledge={props.draft.value().filing.pledge}
      startedAt={props.draft.value().filing.startedAt}
      files={props.store}
      api={api}
      now={() => props.now}
      onChange={(pledge) => props.draft.setPledge(pledge)}
      isReadOnly={props.isLocked}
    />
  )
}
