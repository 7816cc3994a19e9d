/** `/cases`: what the people of the employer submitted, under tabs with counts, who has waited longest first. */
import { A, useNavigate } from '@solidjs/router'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { CASE_TABS, type CaseRow, type CaseTab } from '@yejibu/shared/wire/cases'
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { createOrgChoice, OrgSwitch } from '../account/org-switch.tsx'
import { useSession } from '../account/session-context.ts'
import { momentText } from '../archive/today.ts'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { createPlans } from '../plan/create-plans.ts'
import { isSessionEnded, reviewersIn } from '../review/may-rule-on.ts'
import { createPageKeys } from '../review/page-keys.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNavCounts } from '../ui/nav-counts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type CaseList, createCaseList } from './create-case-list.ts'
import { forgetCasesWhenEnded } from './forget-cases.ts'
import { stateTone, useStateWords } from './state-words.ts'
import './cases.css'

export default function Page(): JSX.Element {
  const t = useText(casesWords)
  const { state } = useSession()
  const { database } = useWorkplace()
  forgetCasesWhenEnded()
  const choice = createOrgChoice(database, 'employer', () => {
    const now = state()
    return now.kind === 'signed-in' ? reviewersIn(now.session).map(({ employer }) => employer) : []
  })
  return (
    <div class="page page--wide">
      <PageHeader title={t('title')} about={t('about')} actions={<OrgSwitch choice={choice} />} />
      <Switch fallback={<Banner kind="warning">{t('notHr')}</Banner>}>
        <Match when={isSessionEnded(state())}>
          {/* Perhaps she is no longer HR: other people's names go from the page. */}
          <Banner kind="warning">{t('ended')}</Banner>
        </Match>
        <Match when={choice.orgs().length > 0}>
          <Show when={choice.chosen()?.id} keyed>
            {(org) => <Cases org={org} />}
          </Show>
        </Match>
      </Switch>
    </div>
  )
}

function Cases(props: { readonly org: OrgId }): JSX.Element {
  const t = useText(casesWords)
  const { api, database } = useWorkplace()
  const plans = createPlans({ api, database })
  const [tab, setTab] = createSignal<CaseTab>('pending')
  const [plan, setPlan] = createSignal('')
  const [type, setType] = createSignal('')
  const [text, setText] = createSignal('')
  const filter = createMemo(() => ({ tab: tab(), plan: plan(), type: type(), text: text() }))
  const list = createCaseList({ api, database, org: props.org, filter })
  const isFiltered = () => plan() !== '' || type() !== '' || text().trim() !== ''
  // Counts go by the filters, not by the tab, so they stay while another tab is being read.
  const counts = createMemo<Readonly<Record<CaseTab, number>> | undefined>((before) => list.page()?.counts ?? before)
  useNavCounts().report('/cases', () => (isFiltered() ? 0 : (counts()?.pending ?? 0)))
  const known = () => plans.current() ?? []
  const types = createMemo(() => {
    const named = known()
      .filter(({ id }) => plan() === '' || id === plan())
      .flatMap(({ applicationTypes }) => applicationTypes.map(({ code, name }) => [code, name] as const))
    return [...new Map(named)].map(([value, label]) => ({ value, label }))
  })
  const typeName = (row: CaseRow) =>
    known()
      .find(({ id }) => id === row.plan.id)
      ?.applicationTypes.find(({ code }) => code === row.type)?.name ?? row.type
  const tabs = () =>
    CASE_TABS.map((key) => ({
      key,
      label: t(`tabs.${key}`),
      count: counts()?.[key] ?? 0,
      content: () => <Rows list={list} tab={key} isFiltered={isFiltered()} typeName={typeName} now={plans.now()} />,
    }))
  return (
    <div class="stack">
      <Trouble list={list} />
      <div class="cases-filter">
        <ChoiceField
          label={t('filter.plan')}
          form="select"
          options={[
            { value: '', label: t('filter.anyPlan') },
            ...known().map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={plan()}
          onChoose={setPlan}
        />
        <ChoiceField
          label={t('filter.type')}
          form="select"
          options={[{ value: '', label: t('filter.anyType') }, ...types()]}
          value={type()}
          onChoose={setType}
        />
        <TextField
          label={t('filter.text')}
          placeholder={t('filter.textHint')}
          type="search"
          value={text()}
          onInput={setText}
        />
      </div>
      <Tabs
        label={t('tabs.label')}
        tabs={tabs()}
        chosen={tab()}
        onChoose={(key) => setTab(CASE_TABS.find((one) => one === key) ?? 'pending')}
      />
    </div>
  )
}

interface RowsProps {
  readonly list: CaseList
  readonly tab: CaseTab
  readonly isFiltered: boolean
  readonly typeName: (row: CaseRow) => string
  readonly now: Date
}

const DAY = 86_400_000

function Rows(props: RowsProps): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const stateWord = useStateWords()
  const [at, setAt] = createSignal(-1)
  const rows = () => props.list.page()?.rows ?? []
  const step = (by: 1 | -1) => {
    const next = Math.min(rows().length - 1, Math.max(0, at() + by))
    setAt(next)
    document.querySelector<HTMLElement>(`[data-case-row="${rows()[next]?.application ?? ''}"]`)?.focus()
  }
  createPageKeys({ j: () => step(1), k: () => step(-1) })
  const age = (row: CaseRow) => {
    const days = Math.floor((props.now.getTime() - Date.parse(row.movedAt)) / DAY)
    return days < 1 ? t('today') : t('days', { n: days })
  }
  const columns: readonly Column<CaseRow>[] = [
    {
      key: 'person',
      label: t('column.person'),
      cell: (row) => (
        <A
          href={`/cases/${row.application}`}
          class="cases-person"
          data-case-row={row.application}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            navigate(`/cases/${row.application}`)
          }}
        >
          {row.name}
        </A>
      ),
    },
    {
      key: 'plan',
      label: t('column.plan'),
      cell: (row) => (
        <span>
          {row.plan.title}
          <Show when={row.round > 1}>
            <span class="muted small"> · {t('round', { n: row.round })}</span>
          </Show>
        </span>
      ),
    },
    { key: 'type', label: t('column.type'), cell: (row) => props.typeName(row) },
    { key: 'submitted', label: t('column.submitted'), cell: (row) => momentText(row.submittedAt, language()) },
    {
      key: 'state',
      label: t('column.state'),
      cell: (row) => <Badge {...stateTone(row.state)}>{stateWord(row.state)}</Badge>,
    },
    { key: 'age', label: t('column.age'), cell: (row) => <span class="nowrap">{age(row)}</span> },
  ]
  return (
    <Switch>
      <Match when={props.list.page() === null && props.list.trouble() === null}>
        <Skeleton lines={5} />
      </Match>
      <Match when={rows().length > 0}>
        <div class="stack">
          <Card isFlush>
            <Table caption={t('caption')} columns={columns} rows={rows()} />
          </Card>
          <Show when={props.tab === 'all'}>
            <p class="muted small">{t('allAbout')}</p>
          </Show>
          <Show when={props.list.page()?.next}>
            <Button isBusy={props.list.isAsking()} onPress={() => void props.list.more()}>
              {t('more')}
            </Button>
          </Show>
        </div>
      </Match>
      <Match when={props.list.page() !== null && props.isFiltered}>
        <EmptyState title={t('empty.filtered')}>{t('empty.filteredBody')}</EmptyState>
      </Match>
      <Match when={props.list.page() !== null}>
        <EmptyState title={t(`empty.${props.tab}`)}>{t('empty.body')}</EmptyState>
      </Match>
    </Switch>
  )
}

function Trouble(props: { readonly list: CaseList }): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  return (
    <For each={props.list.trouble() ? [props.list.trouble()] : []}>
      {(refusal) => (
        <Banner
          kind={refusal?.kind === 'unreachable' ? 'info' : 'warning'}
          actions={
            <Button size="small" isBusy={props.list.isAsking()} onPress={() => void props.list.refresh()}>
              {t('retry')}
            </Button>
          }
        >
          <Switch fallback={t('failed', { reference: String(refusal?.reference ?? refusal?.kind ?? '') })}>
            <Match when={refusal?.kind === 'unreachable' && props.list.page() !== null}>
              {t('asOf', { at: momentText(props.list.keptAt() ?? new Date().toISOString(), language()) })}
            </Match>
            <Match when={refusal?.kind === 'unreachable'}>{t('never')}</Match>
          </Switch>
        </Banner>
      )}
    </For>
  )
}
