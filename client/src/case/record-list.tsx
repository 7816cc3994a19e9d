/** 我的申报记录: every application of all years, newest year first, with its state, what to do next and until when; what the employer has not opened can be taken back. */
import { A } from '@solidjs/router'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { TakingBack } from '../application/create-taking-back.ts'
import type { OwnApplication } from '../application/own-applications.ts'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { recordsWords } from '../language/records.ts'
import type { Plans } from '../plan/create-plans.ts'
import { planWindow } from '../plan/plan-window.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Badge, type Mark } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { type RecordTone, recordState } from './record-state.ts'
import '../application/application.css'

export interface RecordListProps {
  readonly applications: readonly OwnApplication[]
  readonly plans: Pick<Plans, 'latest' | 'version' | 'now'>
  readonly taking: TakingBack
  /** Where the relay says that it stands. */
  readonly told: (application: ApplicationId) => string | undefined
  readonly onForget: (application: OwnApplication) => void
}

interface Asked {
  readonly application: OwnApplication
  readonly digest: string
}

const REFUSALS = ['already-opened', 'submission-moved-on', 'not-in-this-state', 'unreachable'] as const

export function RecordList(props: RecordListProps): JSX.Element {
  const t = useText(applicationWords)
  const r = useText(recordsWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const years = createMemo(() => byYear(props.applications, (one) => yearOf(one, props.plans)))
  const idsIn = (year: number | null) =>
    years()
      .find(([one]) => one === year)?.[1]
      .map(({ id }) => id) ?? []
  const planOf = () => {
    const one = asked()
    return one ? props.plans.latest(one.application.plan) : undefined
  }
  const body = () => {
    const plan = planOf()
    if (!plan || planWindow(plan, props.plans.now()).kind !== 'open') return r('taking.closed')
    return r('taking.body', { at: momentText(plan.window.close, language()) })
  }
  const refusal = () => {
    const kind = props.taking.refusal()?.kind
    return kind === undefined ? null : r(`taking.refused.${REFUSALS.find((known) => known === kind) ?? 'other'}`)
  }
  const take = async () => {
    const one = asked()
    if (!one) return
    const isDone = await props.taking.ask(one.application.id, one.digest)
    setAsked(null)
    if (isDone) toasts.show(r('taking.done'))
  }
  return (
    <Show
      when={props.applications.length > 0}
      fallback={<EmptyState title={t('mine.none')}>{t('mine.noneBody')}</EmptyState>}
    >
      <Show when={refusal()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
      <For each={years().map(([year]) => year)}>
        {(year) => (
          <section class="stack stack--tight" aria-label={year === null ? r('otherYears') : r('year', { year })}>
            <h3>{year === null ? r('otherYears') : r('year', { year })}</h3>
            <ul class="applications">
              {/* By their ids: with each fact that comes they are read anew. */}
              <For each={idsIn(year)}>
                {(id) => (
                  <Show when={props.applications.find((one) => one.id === id)}>
                    {(application) => (
                      <Line
                        application={application()}
                        plans={props.plans}
                        told={props.told(id)}
                        isBusy={props.taking.busy() === id}
                        onForget={props.onForget}
                        onTakeBack={(digest) => setAsked({ application: application(), digest })}
                      />
                    )}
                  </Show>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
      <AlertDialog
        isOpen={asked() !== null}
        title={r('taking.title')}
        body={body()}
        confirm={r('taking.yes')}
        cancel={r('taking.no')}
        isBusy={props.taking.busy() !== null}
        onConfirm={() => void take()}
        onCancel={() => setAsked(null)}
      />
    </Show>
  )
}

interface LineProps {
  readonly application: OwnApplication
  readonly plans: RecordListProps['plans']
  readonly told: string | undefined
  readonly isBusy: boolean
  readonly onForget: RecordListProps['onForget']
  readonly onTakeBack: (digest: string) => void
}

const MARKS: Readonly<Record<RecordTone, Mark>> = {
  good: 'check',
  info: 'clock',
  warn: 'returned',
  bad: 'cross',
  plain: 'dot',
}

function Line(props: LineProps): JSX.Element {
  const t = useText(applicationWords)
  const r = useText(recordsWords)
  const { language } = useLanguage()
  const state = createMemo(() =>
    recordState(props.application, props.plans.latest(props.application.plan), props.plans.now(), props.told),
  )
  const next = () => {
    const { values, next: word } = state()
    const moment = (at: string | undefined) => (at === undefined ? '' : momentText(at, language()))
    return r(`next.${word}`, { ...values, at: moment(values.closeAt), back: moment(values.backAt) })
  }
  const when = () => {
    const { application } = props
    return application.kind === 'submitted'
      ? t('mine.submittedAt', { at: momentText(application.fact.at, language()) })
      : t('mine.startedAt', { at: momentText(application.startedAt, language()) })
  }
  const mayForget = () => {
    const { application } = props
    return application.kind === 'draft' && application.asked?.state !== 'waiting' && application.takenBack === null
  }
  return (
    <li class="applications__line">
      <div class="row row--between">
        <A class="applications__title" href={`/application/${props.application.id}`}>
          {titleOf(props.application, props.plans) ?? t('mine.unknownPlan', { plan: props.application.plan })}
        </A>
        <Badge tone={state().tone} mark={MARKS[state().tone]}>
          {r(`state.${state().word}`)}
        </Badge>
      </div>
      <p>{next()}</p>
      <div class="row row--between">
        <span class="small muted">
          {when()}
          <Show when={state().round > 1}>{` · ${r('rounds', { n: state().round })}`}</Show>
        </span>
        <Show when={state().mayTakeBack}>
          {(digest) => (
            <Button size="small" isBusy={props.isBusy} onPress={() => props.onTakeBack(digest())}>
              {r('takeBack')}
            </Button>
          )}
        </Show>
        <Show when={mayForget()}>
          <Button look="quiet" size="small" onPress={() => props.onForget(props.application)}>
            {t('mine.forget')}
          </Button>
        </Show>
      </div>
    </li>
  )
}

/** As the submission says it, else the plan. */
export function titleOf(application: OwnApplication, plans: Pick<Plans, 'latest'>): string | undefined {
  const submitted = application.kind === 'submitted' ? application.fact : application.takenBack?.fact
  return submitted?.data.submission.plan.title ?? plans.latest(application.plan)?.title
}

function yearOf(application: OwnApplication, plans: Pick<Plans, 'latest'>): number | null {
  const submitted = application.kind === 'submitted' ? application.fact : application.takenBack?.fact
  return submitted?.data.submission.plan.year ?? plans.latest(application.plan)?.year ?? null
}

/** The newest year first; within a year as they come. */
function byYear<One>(
  all: readonly One[],
  yearOfOne: (one: One) => number | null,
): readonly (readonly [year: number | null, ofYear: readonly One[]])[] {
  const years = new Map<number | null, One[]>()
  for (const one of all) years.set(yearOfOne(one), [...(years.get(yearOfOne(one)) ?? []), one])
  return [...years].sort(([a], [b]) => (b ?? 0) - (a ?? 0))
}
