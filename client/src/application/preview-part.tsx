/** 预览与提交: what still stands in the way, each leading to its place, and exactly what will be frozen and what the reviewer will see. */
import type { AccountId, ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { type DraftCheck, type DraftProblem, isBlocking } from './check-draft.ts'
import type { EntriesHere } from './problem-line.ts'
import { ProblemLines } from './problem-lines.tsx'
import { SubmissionContent } from './submission-content.tsx'
import { WayAheadPanel } from './way-ahead-panel.tsx'
import './application.css'

export interface PreviewPartProps {
  readonly plan: Plan
  readonly application: ApplicationId
  readonly owner: AccountId
  readonly files: Pick<EvidenceStore, 'get'>
  readonly check: DraftCheck
  /** Her employer's name; null without one. */
  readonly employer: string | null
  readonly entries: EntriesHere
  /** Submitting was tried: what blocks is now told as what it is. */
  readonly wasTried: boolean
  readonly headingRef: (heading: HTMLHeadingElement) => void
}

export function PreviewPart(props: PreviewPartProps): JSX.Element {
  const t = useText(applicationWords)
  const blocking = () => props.check.problems.filter(isBlocking)
  const others = () => props.check.problems.filter((problem) => !isBlocking(problem))
  const lines = (problems: readonly DraftProblem[], isLoud: boolean) => (
    <ProblemLines
      plan={props.plan}
      application={props.application}
      problems={problems}
      entries={props.entries}
      isLoud={isLoud}
    />
  )
  return (
    <div class="stack">
      <Show
        when={blocking().length > 0}
        fallback={
          <p class="row">
            <CircleCheck size={16} aria-hidden="true" />
            {t('preview.ready')}
          </p>
        }
      >
        <h2 class="apply__heading" tabIndex={-1} ref={(heading) => props.headingRef(heading)}>
          {t('preview.problems', { n: blocking().length })}
        </h2>
        {lines(blocking(), props.wasTried)}
      </Show>
      <Show when={others().length > 0}>
        <h2 class="apply__heading">{t('preview.warnings', { n: others().length })}</h2>
        {lines(others(), false)}
      </Show>
      <WayAheadPanel plan={props.plan} acceptancePoint={props.check.form.acceptancePoint} employer={props.employer} />
      <p class="muted">{t('preview.about')}</p>
      <SubmissionContent
        plan={props.plan}
        form={props.check.form}
        filing={props.check.frozen}
        owner={props.owner}
        files={props.files}
        profile={
          props.check.profile && {
            item: props.check.profile.item,
            content: props.check.profile.content,
            note: null,
            employer: props.check.profile.employer.name,
            approvedAt: props.check.profile.at,
          }
        }
        items={props.check.items.map(({ approval, note }) => ({
          item: approval.item,
          content: approval.content,
          note,
          employer: approval.employer.name,
          approvedAt: approval.at,
        }))}
        isOpen={false}
      />
    </div>
  )
}
