/** A desk's list of cases: what is wrong with the connection, the filters, and the tabs with their counts. What stands in the rows is the desk's own. */
import { CASE_TABS, type CaseTab } from '@yejibu/shared/wire/cases'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { CaseDesk } from './create-case-desk.ts'
import type { CaseList } from './create-case-list.ts'
import './cases.css'

export interface CaseDeskViewProps {
  readonly desk: CaseDesk
  /** Of the field for a part of a name. */
  readonly textLabel: string
  readonly textHint: string
  readonly rowsOf: (tab: CaseTab) => JSX.Element
  /** Above the filters, such as what became of a batch. */
  readonly children?: JSX.Element
}

export function CaseDeskView(props: CaseDeskViewProps): JSX.Element {
  const t = useText(casesWords)
  // The same objects for good: counts change under people's hands, and a tab that is made anew loses its open dialog, the words in it, and the focus.
  const tabs = CASE_TABS.map((key) => ({
    key,
    get label() {
      return t(`tabs.${key}`)
    },
    get count() {
      return props.desk.counts()?.[key] ?? 0
    },
    content: () => props.rowsOf(key),
  }))
  return (
    <div class="stack">
      <Trouble list={props.desk.list} />
      {props.children}
      <div class="cases-filter">
        <ChoiceField
          label={t('filter.plan')}
          form="select"
          options={[
            { value: '', label: t('filter.anyPlan') },
            ...props.desk.plans().map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={props.desk.plan()}
          onChoose={(plan) => props.desk.choose({ plan })}
        />
        <ChoiceField
          label={t('filter.type')}
          form="select"
          options={[{ value: '', label: t('filter.anyType') }, ...props.desk.types()]}
          value={props.desk.type()}
          onChoose={(type) => props.desk.choose({ type })}
        />
        <TextField
          label={props.textLabel}
          placeholder={props.textHint}
          type="search"
          value={props.desk.text()}
          onInput={(text) => props.desk.choose({ text })}
        />
      </div>
      <Tabs
        label={t('tabs.label')}
        tabs={tabs}
        chosen={props.desk.tab()}
        onChoose={(key) => props.desk.choose({ tab: CASE_TABS.find((one) => one === key) ?? 'pending' })}
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

export interface RowsFrameProps {
  readonly list: CaseList
  readonly tab: CaseTab
  readonly isFiltered: boolean
  /** What to do where a tab is empty. */
  readonly emptyBody: string
  /** The table of the rows. */
  readonly children: JSX.Element
}

/** Loading, the table with the way to more of it, or why there is nothing. */
export function RowsFrame(props: RowsFrameProps): JSX.Element {
  const t = useText(casesWords)
  return (
    <Switch>
      <Match when={props.list.page() === null && props.list.trouble() === null}>
        <Skeleton lines={5} />
      </Match>
      <Match when={(props.list.page()?.rows ?? []).length > 0}>
        <div class="stack">
          <Card isFlush>{props.children}</Card>
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
        <EmptyState title={t(`empty.${props.tab}`)}>{props.emptyBody}</EmptyState>
      </Match>
    </Switch>
  )
}
