/**
 * A draft application, as its task list or as one of its steps: what is chosen, written, signed, pulled and attached, and what of it will be
 * frozen. Everything written is in the draft's document at once. While a submission is under way nothing can be changed, because what was
 * sent is what counts.
 */
import type { HeldFile } from '@yejibu/shared/application/filing-problems'
import { slotsFor } from '@yejibu/shared/application/filing-problems'
import type { FormProblem } from '@yejibu/shared/application/submission'
import type { AccountId, ApplicationId, ItemId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { AskedPaper, PaperOf } from './attachments/slot-paper.ts'
import { checkDraft, type DraftSituation, isBlocking } from './check-draft.ts'
import type { Draft } from './create-draft.ts'
import type { Submitting } from './create-submitting.ts'
import { DraftBanners } from './draft-banners.tsx'
import { DraftStep } from './draft-step.tsx'
import { entryTitle } from './entry-title.ts'
import { PreviewPart } from './preview-part.tsx'
import { type EntriesHere, useProblemWords } from './problem-line.ts'
import { ProblemLines } from './problem-lines.tsx'
import { type ArchiveNow, pullRows } from './pull-rows.ts'
import { type Step, stateOf, stepOf, stepsFor } from './steps/step.ts'
import type { ShownState } from './steps/step-badge.tsx'
import { StepFrame } from './steps/step-frame.tsx'
import { TaskList } from './steps/task-list.tsx'
import './application.css'

export interface DraftFormProps {
  readonly application: ApplicationId
  readonly owner: AccountId
  /** The step at this address; null on the task list. */
  readonly step: Step | null
  readonly draft: Draft
  /** The version the draft names, or the newest where that one was never seen here. */
  readonly plan: Plan
  readonly latest: Plan | undefined
  readonly review: ArchiveReview
  readonly archive: ArchiveNow
  readonly store: EvidenceStore
  /** What this browser knows of the files that the draft names. */
  readonly files: ReadonlyMap<string, HeldFile>
  /** Null without one. */
  readonly employer: { readonly id: NonNullable<DraftSituation['employer']>; readonly name: string } | null
  readonly other: DraftSituation['other']
  readonly bans: DraftSituation['bans']
  readonly now: Date
  readonly submitting: Submitting
  readonly isReadOnly: boolean
  readonly saved: JSX.Element
  /** Prints the papers that slots want back signed. */
  readonly paperOf?: PaperOf | undefined
}

export function DraftForm(props: DraftFormProps): JSX.Element {
  const t = useText(applicationWords)
  const f = useText(filingWords)
  const { say } = useLanguage()
  const [wasTried, setTried] = createSignal(false)
  const [isAsking, setAsking] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  let problemsHeading: HTMLHeadingElement | undefined

  const rows = createMemo(() => pullRows(props.plan, props.review, props.archive, props.draft.pulls()))
  const rowsById = createMemo(() => new Map(rows().map((row) => [row.item, row])))
  const check = createMemo(() =>
    checkDraft(props.draft.value(), {
      owner: props.owner,
      plan: props.plan,
      latest: props.latest,
      review: props.review,
      employer: props.employer?.id ?? null,
      files: props.files,
      other: props.other,
      bans: props.bans,
      now: props.now,
      isShown: (item) => rowsById().has(item),
    }),
  )
  const steps = createMemo(() => stepsFor(props.plan))
  const isLocked = () => {
    const { kind } = props.submitting.state()
    return props.isReadOnly || kind === 'waiting' || kind === 'accepted'
  }
  const title = (item: ItemId) => {
    const row = rowsById().get(item)
    return row ? say(entryTitle(row.content)) : item
  }
  const entries: EntriesHere = {
    titleOf: title,
    mayPull: (section) =>
      rows().some(({ part, pull, state }) => part === section && pull === null && state === 'pullable'),
  }
  const paperOf = (slot: () => AskedPaper['slot']) =>
    props.paperOf?.({
      application: props.application,
      get plan() {
        return props.plan
      },
      planVersion: () => props.draft.value().planVersion,
      get slot() {
        return slot()
      },
      check,
      entries,
    })
  const words = useProblemWords(
    () => props.plan,
    () => props.application,
    entries,
  )
  const shownState = (step: Step): ShownState => {
    if (step === 'preview') return { kind: check().problems.some(isBlocking) ? 'waits' : 'ready' }
    return stateOf(step, props.plan, props.draft.value(), check())
  }
  /** A field that was not filled in yet is no mistake until submitting was tried. */
  const errorAt = (field: FormProblem['field']) => {
    for (const one of check().problems) {
      if (one.about !== 'form' || one.problem.field !== field) continue
      if (wasTried() || one.problem.code === 'unknown') return words.formText(one.problem, props.plan)
    }
    return undefined
  }
  const ask = () => {
    setTried(true)
    setFailed(false)
    if (check().problems.some(isBlocking)) problemsHeading?.focus()
    else setAsking(true)
  }
  const submit = async () => {
    setBusy(true)
    try {
      await props.submitting.submit({ id: props.plan.id, version: props.draft.value().planVersion }, check())
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  const takePlan = () => {
    if (props.latest) props.draft.takePlan(props.latest)
  }
  /** Of this step, what is wrong, and once submitting was tried what is missing, too; on the task list what no step mends. */
  const toDealWith = createMemo(() =>
    check().problems.filter((problem) => {
      const step = stepOf(problem)
      if (step !== props.step || problem.about === 'plan' || problem.about === 'other') return false
      return wasTried() || step === null || problem.about === 'eligibility'
    }),
  )
  const problems = () => (
    <Show when={props.step !== 'preview' && toDealWith().length > 0}>
      <Banner kind="warning" isQuiet title={props.step === null ? f('tasks.elsewhere') : f('tasks.problems')}>
        <ProblemLines
          plan={props.plan}
          application={props.application}
          problems={toDealWith()}
          entries={entries}
          isLoud={wasTried()}
        />
      </Banner>
    </Show>
  )
  return (
    <div class="stack">
      <DraftBanners
        plan={props.plan}
        check={check()}
        submitting={props.submitting}
        isReadOnly={props.isReadOnly}
        onTakePlan={takePlan}
      />
      <Switch>
        <Match when={props.step === null}>
          {problems()}
          <TaskList
            plan={props.plan}
            application={props.application}
            steps={steps()}
            stateOf={shownState}
            slots={slotsFor(props.plan, check().candidate).length}
          />
          {props.saved}
        </Match>
        <Match when={props.step}>
          {(step) => (
            <StepFrame
              application={props.application}
              step={step()}
              steps={steps()}
              stateOf={shownState}
              saved={props.saved}
              problems={problems()}
              foot={
                <Button look="primary" isDisabled={isLocked()} onPress={ask}>
                  {t('preview.submit')}
                </Button>
              }
            >
              <Show
                when={step() === 'preview'}
                fallback={
                  <DraftStep
                    {...props}
                    step={step()}
                    check={check()}
                    rows={rows()}
                    isLocked={isLocked()}
                    errorAt={errorAt}
                    wasTried={wasTried()}
                    titleOf={title}
                    paperOf={paperOf}
                  />
                }
              >
                <PreviewPart
                  plan={props.plan}
                  application={props.application}
                  owner={props.owner}
                  files={props.store}
                  check={check()}
                  employer={props.employer?.name ?? null}
                  entries={entries}
                  wasTried={wasTried()}
                  headingRef={(heading) => {
                    problemsHeading = heading
                  }}
                />
                <Show when={hasFailed()}>
                  <Banner kind="error">{t('confirm.failed')}</Banner>
                </Show>
              </Show>
            </StepFrame>
          )}
        </Match>
      </Switch>
      <AlertDialog
        isOpen={isAsking()}
        title={t('confirm.title')}
        body={t('confirm.body', { employer: props.employer?.name ?? t('confirm.employer') })}
        confirm={t('confirm.yes')}
        cancel={t('confirm.no')}
        isBusy={isBusy()}
        onConfirm={() => void submit()}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
