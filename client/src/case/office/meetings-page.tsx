/** `/office/meetings`: who may go before the meeting is put on the roster in the plan's order, with the panel; who is before it or passed is listed with the next step. */
import { A } from '@solidjs/router'
import type { OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CaseRow } from '@yejibu/shared/wire/cases'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { OrgSwitch } from '../../account/org-switch.tsx'
import { momentText } from '../../archive/today.ts'
import { casesWords } from '../../language/cases.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { officeStepsWords } from '../../language/office-steps.ts'
import { createPlans } from '../../plan/create-plans.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { keyOfCase } from '../case-columns.tsx'
import { createCaseList } from '../create-case-list.ts'
import { stateTone, useStateWords } from '../state-words.ts'
import { BatchResults } from './batch-results.tsx'
import { createBatch } from './create-batch.ts'
import { useOfficeChoice } from './office-in.ts'
import { RosterCard } from './roster-card.tsx'
import { isReadyToMeet } from './roster-draft.ts'
import '../cases.css'
import './office.css'

const MET: readonly string[] = ['meeting-pending', 'meeting-passed', 'result-notice-running', 'result-notice-objected']

/** What belongs on the page and comes from slices to the right of this one: filled in where the route names the page. */
export interface MeetingsPageProps {
  readonly minutes?: ((plan: PlanId, org: OrgId) => JSX.Element) | undefined
}

export default function Page(props: MeetingsPageProps): JSX.Element {
  const t = useText(officeCasesWords)
  const { api, database } = useWorkplace()
  const plans = createPlans({ api, database })
  const choice = useOfficeChoice()
  const office = () => choice.chosen()?.id
  const [chosen, setChosen] = createSignal('')
  const plan = createMemo(() => plans.current()?.find(({ id }) => id === chosen()) ?? plans.current()?.[0], undefined, {
    equals: (a, b) => a?.id === b?.id && a?.version === b?.version,
  })
  return (
    <div class="page page--wide stack">
      <PageHeader title={t('meetings.title')} about={t('meetings.about')} actions={<OrgSwitch choice={choice} />} />
      <Show when={choice.orgs().length === 0}>
        <Banner kind="warning">{t('list.notOffice')}</Banner>
      </Show>
      <Show when={office()} keyed>
        {(org) => (
          <Show when={plan()} fallback={<EmptyState title={t('settings.none')} />} keyed>
            {(shown) => (
              <>
                <ChoiceField
                  label={t('settings.plan')}
                  form="select"
                  isRequired
                  options={(plans.current() ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                  value={shown.id}
                  onChoose={setChosen}
                />
                <Meetings org={org} plan={shown} />
                {props.minutes?.(shown.id, org)}
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  )
}

function Meetings(props: { readonly org: OrgId; readonly plan: Plan }): JSX.Element {
  const t = useText(officeCasesWords)
  const { api, database } = useWorkplace()
  const s = useText(officeStepsWords)
  const c = useText(casesWords)
  const { language } = useLanguage()
  const stateWord = useStateWords()
  const list = createCaseList({
    api,
    database,
    org: props.org,
    isWhole: true,
    filter: () => ({ tab: 'all', plan: props.plan.id, type: '', text: '' }),
  })
  const batch = createBatch(api)
  const [isAsked, setAsked] = createSignal(false)
  const rows = () => list.page()?.rows ?? []
  const ready = createMemo(() => rows().filter(isReadyToMeet))
  const met = createMemo(() => rows().filter((row) => row.isHere && MET.includes(row.state)))
  const passed = createMemo(() => met().filter(({ state }) => state === 'meeting-passed'))
  const upward = async () => {
    await batch.ask('submit-upward', passed(), ({ digest }) => ({ digest }))
    setAsked(false)
    await list.refresh()
  }
  return (
    <>
      <Show when={list.trouble()?.kind === 'unreachable'}>
        <Banner kind="info">
          {list.page() === null
            ? c('never')
            : c('asOf', { at: momentText(list.keptAt() ?? new Date().toISOString(), language()) })}
        </Banner>
      </Show>
      <Show when={batch.results()}>
        {(results) => <BatchResults results={results()} onClose={() => batch.close()} />}
      </Show>
      <Show
        when={ready().length > 0}
        fallback={
          <Show when={list.page()}>
            <EmptyState title={t('meetings.nobody')}>{t('meetings.nobodyBody')}</EmptyState>
          </Show>
        }
      >
        <RosterCard
          org={props.org}
          plan={props.plan}
          rows={ready()}
          isBusy={batch.isBusy()}
          onAsk={async (places, meeting) => {
            const roster = places.map(({ application, special }) => ({ application, special }))
            const numbers = new Map(places.map(({ application, number }) => [application, number]))
            await batch.ask(
              'put-on-roster',
              places.map(({ row }) => row),
              ({ application }) => ({ number: numbers.get(application) ?? 1, meeting, roster }),
            )
            await list.refresh()
          }}
        />
      </Show>
      <Card title={t('meetings.held')}>
        <div class="stack">
          <p class="muted">{t('meetings.heldAbout')}</p>
          <Show
            when={met().length > 0}
            fallback={
              <Show when={list.page()}>
                <p>{t('meetings.heldNone')}</p>
              </Show>
            }
          >
            <Table
              caption={t('meetings.held')}
              columns={[
                {
                  key: 'name',
                  label: t('meetings.column.name'),
                  cell: (row: CaseRow) => (
                    <A class="cases-person" href={`/office/cases/${row.application}`}>
                      {row.name}
                    </A>
                  ),
                },
                { key: 'employer', label: t('meetings.column.employer'), cell: (row) => row.employer.name },
                {
                  key: 'state',
                  label: t('meetings.column.state'),
                  cell: (row) => <Badge {...stateTone(row.state)}>{stateWord(row.state)}</Badge>,
                },
              ]}
              rows={met()}
              rowKey={keyOfCase}
            />
          </Show>
          <Show when={passed().length > 0}>
            <div>
              <Button isBusy={batch.isBusy()} onPress={() => setAsked(true)}>
                {t('meetings.upward')}
              </Button>
            </div>
          </Show>
        </div>
        <AlertDialog
          isOpen={isAsked()}
          title={t('meetings.upwardTitle', { n: passed().length })}
          body={s('step.submit-upward.body')}
          confirm={s('step.submit-upward.do')}
          isBusy={batch.isBusy()}
          onConfirm={() => void upward()}
          onCancel={() => setAsked(false)}
        />
      </Card>
    </>
  )
}
