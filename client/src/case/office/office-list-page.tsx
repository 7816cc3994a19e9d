/** `/office/cases`: what has reached a department's or committee's office or passed through it, under tabs with counts; what passed is recommended together. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { CASE_TABS, type CaseTab } from '@yejibu/shared/wire/cases'
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { OrgSwitch } from '../../account/org-switch.tsx'
import { useSession } from '../../account/session-context.ts'
import { momentText } from '../../archive/today.ts'
import { casesWords } from '../../language/cases.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { createPlans } from '../../plan/create-plans.ts'
import { isSessionEnded } from '../../review/may-rule-on.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useNavCounts } from '../../ui/nav-counts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type CaseList, createCaseList } from '../create-case-list.ts'
import { forgetCasesWhenEnded } from '../forget-cases.ts'
import { BatchResults } from './batch-results.tsx'
import { createBatch } from './create-batch.ts'
import { useOfficeChoice } from './office-in.ts'
import { OfficeRows } from './office-rows.tsx'
import '../cases.css'
import './office.css'

export default function Page(): JSX.Element {
  const t = useText(officeCasesWords)
  const { state } = useSession()
  const choice = useOfficeChoice()
  forgetCasesWhenEnded()
  return (
    <div class="page page--wide">
      <PageHeader title={t('list.title')} about={t('list.about')} actions={<OrgSwitch choice={choice} />} />
      <Switch fallback={<Banner kind="warning">{t('list.notOffice')}</Banner>}>
        <Match when={isSessionEnded(state())}>
          {/* Other people's names go from the page. */}
          <Banner kind="warning">{t('list.ended')}</Banner>
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
  const o = useText(officeCasesWords)
  const { api, database } = useWorkplace()
  const plans = createPlans({ api, database })
  const [tab, setTab] = createSignal<CaseTab>('pending')
  const [plan, setPlan] = createSignal('')
  const [type, setType] = createSignal('')
  const [text, setText] = createSignal('')
  const filter = createMemo(() => ({ tab: tab(), plan: plan(), type: type(), text: text() }))
  const list = createCaseList({ api, database, org: props.org, filter })
  const batch = createBatch(api)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const isFiltered = () => plan() !== '' || type() !== '' || text().trim() !== ''
  // Counts go by the filters, not by the tab, so they stay while another tab is being read.
  const counts = createMemo<Readonly<Record<CaseTab, number>> | undefined>((before) => list.page()?.counts ?? before)
  useNavCounts().report('/office/cases', () => (isFiltered() ? 0 : (counts()?.pending ?? 0)))
  const known = () => plans.current() ?? []
  const types = createMemo(() => {
    const named = known()
      .filter(({ id }) => plan() === '' || id === plan())
      .flatMap(({ applicationTypes }) => applicationTypes.map(({ code, name }) => [code, name] as const))
    return [...new Map(named)].map(([value, label]) => ({ value, label }))
  })
  const tabs = () =>
    CASE_TABS.map((key) => ({
      key,
      label: t(`tabs.${key}`),
      count: counts()?.[key] ?? 0,
      content: () => (
        <OfficeRows
          list={list}
          tab={key}
          isFiltered={isFiltered()}
          plans={known()}
          now={plans.now()}
          batch={batch}
          chosen={chosen()}
          onChoose={setChosen}
        />
      ),
    }))
  return (
    <div class="stack">
      <Trouble list={list} />
      <Show when={batch.results()}>
        {(results) => <BatchResults results={results()} onClose={() => batch.close()} />}
      </Show>
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
          label={o('list.employer')}
          placeholder={o('list.employerHint')}
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

function Trouble(props: { readonly list: CaseList }): JSX.Element {
  const t = useText(casesWords)
  const { language } = useLanguage()
  const isAway = () => props.list.trouble()?.kind === 'unreachable'
  return (
    <Show when={props.list.trouble()}>
      {(refusal) => (
        <Banner
          kind={isAway() ? 'info' : 'warning'}
          actions={
            <Button size="small" isBusy={props.list.isAsking()} onPress={() => void props.list.refresh()}>
              {t('retry')}
            </Button>
          }
        >
          <Switch fallback={t('failed', { reference: String(refusal().reference ?? refusal().kind) })}>
            <Match when={isAway() && props.list.page() !== null}>
              {t('asOf', { at: momentText(props.list.keptAt() ?? new Date().toISOString(), language()) })}
            </Match>
            <Match when={isAway()}>{t('never')}</Match>
          </Switch>
        </Banner>
      )}
    </Show>
  )
}
