/** 我的业绩档案: who one is, what waits, the sixteen sections with how their entries stand and where they are saved. */
import { isError } from '@yejibu/shared/archive/problem'
import { outlineOf, readinessOf } from '@yejibu/shared/archive/readiness'
import { isSalt } from '@yejibu/shared/archive/revision'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { transferWords } from '../language/archive-transfer.ts'
import { useText } from '../language/language.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { createWhereabouts } from './create-whereabouts.ts'
import { isBlank } from './item-line.ts'
import { ItemSearch } from './item-search.tsx'
import type { OwnArchive } from './own-archive.tsx'
import { ProfileCard } from './profile-card.tsx'
import { SectionTable } from './section-table.tsx'
import { SendAllDialog } from './send-all-dialog.tsx'
import { planSending, type SendPlan } from './send-plan.ts'
import { Timeline } from './timeline.tsx'
import { todosOf } from './todo.ts'
import { TodoList } from './todo-list.tsx'
import './overview.css'

export interface OverviewProps {
  readonly archive: OwnArchive
  /** What is missing for which plan; given from outside, since an archive knows of no plan. */
  readonly forPlans?: (() => JSX.Element) | undefined
}

export function Overview(props: OverviewProps): JSX.Element {
  const t = useText(archiveWords)
  const words = useText(transferWords)
  const [isAsking, setAsking] = createSignal(false)
  const [isByYear, setByYear] = createSignal(false)
  const { view, sending, employer, today } = props.archive
  const items = () => view.items()
  const profile = () => view.profile()
  const everything = createMemo(() => (isBlank(profile()) ? items() : [profile(), ...items()]))
  const isNew = () => everything().length === 0
  const outline = createMemo(() => outlineOf({ profile: profile(), items: items() }, { employerName: employer, today }))
  const todos = createMemo(() => todosOf(everything(), (id) => view.standing(id), outline()))
  const isUnderWay = (id: ItemId) => sending.underWay(id)?.kind === 'send-revision'
  const needsWork = createMemo(() =>
    everything().some(({ id }) => {
      const { kind } = view.standing(id)
      return kind !== 'waiting' && kind !== 'approved' && !isUnderWay(id)
    }),
  )
  /** Worked out when it is asked for: there may be thousands of entries to judge. */
  const plan = createMemo((): SendPlan => {
    if (!isAsking()) return { ready: [], leftOut: [] }
    const readiness = readinessOf({ profile: profile(), items: items() }, { employerName: employer, today })
    return planSending(everything(), {
      standing: (id) => view.standing(id),
      errors: (id) =>
        (id === profile().id ? readiness.profile : readiness.items.get(id))?.problems.filter(isError).length ?? 0,
      isPrivate: (id) => props.archive.privacy.isPrivate(id),
      hasDigest: ({ salt }) => isSalt(salt),
      isUnderWay,
    })
  })
  const whyNot = () => {
    if (employer === null) return t('panel.noEmployer')
    return needsWork() ? undefined : t('sendAll.nothing')
  }
  const whereabouts = createWhereabouts(props.archive, everything)
  const saved = createMemo(() => {
    const marks = everything().map((item) => whereabouts.of(item))
    const inRelay = marks.filter((mark) => mark === 'in-relay').length
    const unknown = marks.filter((mark) => mark === undefined).length
    return { inRelay, onDevice: marks.length - inRelay - unknown, isChecking: !whereabouts.isComplete() && unknown > 0 }
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        about={employer === null ? t('overview.noEmployer') : t('overview.employer', { employer })}
        actions={
          <>
            <LinkButton look="quiet" href="/archive/import">
              {words('import.link')}
            </LinkButton>
            <Show when={!isNew()}>
              <LinkButton look="quiet" href="/archive/export">
                {words('export.link')}
              </LinkButton>
              <Button look="primary" whyNot={whyNot()} onPress={() => setAsking(true)}>
                {t('sendAll.button')}
              </Button>
            </Show>
          </>
        }
      />
      <div class="overview">
        <div class="overview__main">
          <Show when={isNew()}>
            <Card>
              <EmptyState
                title={t('overview.welcome')}
                action={
                  <LinkButton look="primary" href="/archive/profile">
                    {t('profile.open')}
                  </LinkButton>
                }
              >
                {t('overview.welcomeBody')}
              </EmptyState>
            </Card>
          </Show>
          <Show when={!isNew()}>
            <ProfileCard archive={props.archive} problems={outline().profile.problems} />
          </Show>
          <Show when={!isNew()}>
            <div class="row no-print">
              <Button isPressed={!isByYear()} onPress={() => setByYear(false)}>
                {t('timeline.bySection')}
              </Button>
              <Button isPressed={isByYear()} onPress={() => setByYear(true)}>
                {t('timeline.byYear')}
              </Button>
            </div>
          </Show>
          <Show when={!isByYear()} fallback={<Timeline archive={props.archive} />}>
            <SectionTable archive={props.archive} whereabouts={whereabouts} />
          </Show>
        </div>
        <div class="overview__side">
          <Show when={!isNew()}>
            <TodoList todos={todos()} />
            {props.forPlans?.()}
            <Card title={t('overview.search')}>
              <ItemSearch items={items()} />
            </Card>
            <Card title={t('overview.savedTotal')}>
              <p>
                {t('overview.savedInRelay', { n: saved().inRelay })}
                <Show when={saved().onDevice > 0}> · {t('overview.savedOnDevice', { n: saved().onDevice })}</Show>
              </p>
              <p class="muted small">
                {t(
                  saved().isChecking
                    ? 'overview.savedChecking'
                    : saved().onDevice === 0
                      ? 'overview.savedAllIn'
                      : 'overview.savedSome',
                )}
              </p>
            </Card>
          </Show>
        </div>
      </div>
      <SendAllDialog
        isOpen={isAsking()}
        onClose={() => setAsking(false)}
        plan={plan()}
        employer={employer ?? ''}
        sending={sending}
      />
    </>
  )
}
