/** The statistics of one organisation: what closes soon first, then how far the cases have come, how long they wait and why they were sent back. */
import { A } from '@solidjs/router'
import { csvOf } from '@yejibu/shared/archive/transfer/csv'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { StatisticsAnswer } from '@yejibu/shared/wire/statistics'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { saveBlob } from '../../archive/transfer/save-blob.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { statisticsWords } from '../../language/statistics.ts'
import type { Api } from '../../platform/api.ts'
import type { AccountDatabase } from '../../platform/database.ts'
import { type BarLook, Bars } from '../../ui/bars.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RetryBanner } from '../../ui/retry-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { createStatistics } from './create-statistics.ts'
import { type DataTable, useStatisticsTables } from './tables.ts'
import './statistics.css'

export interface StatisticsViewProps {
  readonly api: Pick<Api, 'call'>
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly org: OrgId
  /** Where a case is opened at this desk. */
  readonly pathOf: (application: string) => string
}

export function StatisticsView(props: StatisticsViewProps): JSX.Element {
  const t = useText(statisticsWords)
  const { language } = useLanguage()
  const tables = useStatisticsTables()
  const state = createStatistics(props)
  const [isSaving, setSaving] = createSignal(false)
  const trouble = () => {
    const refusal = state.trouble()
    if (!refusal) return undefined
    const shown = state.answer()
    if (refusal.kind === 'unreachable')
      return shown ? t('kept', { at: momentText(shown.asOf, language()) }) : t('never')
    return t('failed', { reference: 'reference' in refusal ? String(refusal.reference) : refusal.kind })
  }
  const saveAll = async (answer: StatisticsAnswer) => {
    setSaving(true)
    const { statisticsWorkbook } = await import('./statistics-file.ts')
    saveBlob(
      await statisticsWorkbook(tables.all(answer, props.pathOf)),
      `${t('title')}-${answer.asOf.slice(0, 10)}.xlsx`,
    )
    setSaving(false)
  }
  return (
    <div class="stack">
      <RetryBanner
        trouble={trouble()}
        retry={t('again')}
        isBusy={state.isAsking()}
        onRetry={() => void state.refresh()}
      />
      <Show when={state.answer()} fallback={<Show when={state.isAsking()}>{<Skeleton lines={6} />}</Show>}>
        {(answer) => (
          <>
            <div class="statistics-bar">
              <p class="muted" role="status">
                {t('asOf', { at: momentText(answer().asOf, language()) })}
              </p>
              <Button size="small" isBusy={state.isAsking()} onPress={() => void state.refresh()}>
                {t('again')}
              </Button>
              <Button size="small" isBusy={isSaving()} onPress={() => void saveAll(answer())}>
                {t('xlsx')}
              </Button>
            </div>
            <Sections answer={answer()} pathOf={props.pathOf} />
          </>
        )}
      </Show>
    </div>
  )
}

const AGE_LOOKS: readonly BarLook[] = ['depth-1', 'depth-2', 'depth-3', 'depth-4', 'depth-5']
const FUNNEL_LOOKS: readonly BarLook[] = ['done', 'now', 'back', 'ended']

function Sections(props: {
  readonly answer: StatisticsAnswer
  readonly pathOf: StatisticsViewProps['pathOf']
}): JSX.Element {
  const t = useText(statisticsWords)
  const tables = useStatisticsTables()
  const [chosen, setChosen] = createSignal('')
  const plan = createMemo(() => props.answer.plans.find(({ plan: { id } }) => id === chosen()) ?? props.answer.plans[0])
  const closing = () => tables.closing(props.answer, props.pathOf)
  const waiting = () => tables.waiting(props.answer, props.pathOf)
  const reasons = () => tables.reasons(props.answer)
  return (
    <>
      <Section table={closing()} none={t('closing.none')} />
      <Show when={plan()} fallback={<EmptyState title={t('noCases')}>{t('noCasesBody')}</EmptyState>}>
        {(counted) => (
          <>
            <Section
              table={tables.funnel(counted())}
              about={t('funnel.about')}
              choice={
                <ChoiceField
                  label={t('plan')}
                  form="select"
                  options={props.answer.plans.map(({ plan: { id, title }, cases }) => ({
                    value: id,
                    label: `${title}（${cases}）`,
                  }))}
                  value={counted().plan.id}
                  onChoose={setChosen}
                />
              }
              bars={(table) => (
                <Bars
                  legend={legendOf(table, 2, FUNNEL_LOOKS)}
                  rows={table.rows.map((row) => ({ label: String(row[0]), parts: numbersIn(row, 2, 6) }))}
                />
              )}
            />
            <Section table={tables.results(counted())} bars={(table) => <OneBar table={table} />} />
          </>
        )}
      </Show>
      <Section
        table={waiting()}
        about={t('waiting.about')}
        none={t('waiting.none')}
        isWide
        bars={(table) => (
          <Bars
            legend={legendOf(table, 3, AGE_LOOKS)}
            rows={table.rows.map((row) => ({ label: `${row[0]} · ${row[1]}`, parts: numbersIn(row, 3, 8) }))}
          />
        )}
      />
      <Show when={props.answer.archives}>
        {(archives) => (
          <Section
            table={tables.archives(archives())}
            about={t('archives.about')}
            isWide
            bars={(table) => (
              <Bars
                legend={legendOf(table, 5, AGE_LOOKS)}
                rows={table.rows.map((row) => ({ label: table.head[4] ?? '', parts: numbersIn(row, 5, 10) }))}
              />
            )}
          />
        )}
      </Show>
      <Section
        table={reasons()}
        about={t('reasons.about')}
        none={t('reasons.none')}
        bars={(table) => <OneBar table={table} />}
      />
    </>
  )
}

function OneBar(props: { readonly table: DataTable }): JSX.Element {
  return (
    <Bars
      legend={[{ label: props.table.head[1] ?? '', look: 'done' }]}
      rows={props.table.rows.map((row) => ({ label: String(row[0]), parts: numbersIn(row, 1, 2) }))}
    />
  )
}

interface SectionProps {
  readonly table: DataTable
  readonly about?: string
  /** Said instead when there is no row. */
  readonly none?: string
  readonly choice?: JSX.Element
  readonly bars?: (table: DataTable) => JSX.Element
  /** The table takes the whole width, below the bars. */
  readonly isWide?: boolean
}

function Section(props: SectionProps): JSX.Element {
  const t = useText(statisticsWords)
  // Headings that are the same stay when it is counted anew, and with them the cells.
  const headings = createMemo(
    () =>
      props.table.head.map((label, at) => ({
        label,
        isNumber: props.table.rows.length > 0 && props.table.rows.every((row) => typeof row[at] === 'number'),
      })),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const columns = createMemo((): readonly Column<Row>[] =>
    headings().map((heading, at, all) => ({
      ...heading,
      key: String(at),
      cell: (row) => <Cell value={row.cells[at] ?? ''} path={at === all.length - 1 ? row.path : null} />,
    })),
  )
  const rows = () =>
    props.table.rows.map((cells, at) => ({
      key: props.table.keys?.[at] ?? String(cells[0]),
      cells,
      path: props.table.paths?.[at] ?? null,
    }))
  const save = () => {
    const blob = new Blob([csvOf([props.table.head, ...props.table.rows])], { type: 'text/csv;charset=utf-8' })
    saveBlob(blob, `${t('title')}-${props.table.title}.csv`)
  }
  const isEmpty = () => props.table.rows.length === 0
  return (
    <Card
      title={props.table.title}
      aside={
        <Show when={!isEmpty()}>
          <Button size="small" look="quiet" label={t('csvOf', { title: props.table.title })} onPress={save}>
            CSV
          </Button>
        </Show>
      }
    >
      <Show when={props.about && !isEmpty()}>
        <p class="muted">{props.about}</p>
      </Show>
      {props.choice}
      <Show when={!isEmpty()} fallback={<p class="muted">{props.none}</p>}>
        <div class="statistics-pair" classList={{ 'statistics-pair--wide': props.isWide === true || !props.bars }}>
          {props.bars?.(props.table)}
          <Table caption={props.table.title} columns={columns()} rows={rows()} rowKey={({ key }) => key} />
        </div>
      </Show>
    </Card>
  )
}

interface Row {
  readonly key: string
  readonly cells: DataTable['rows'][number]
  readonly path: string | null
}

function Cell(props: { readonly value: string | number; readonly path: string | null }): JSX.Element {
  return (
    <Show when={props.path} fallback={props.value}>
      {(href) => <A href={href()}>{props.value}</A>}
    </Show>
  )
}

function legendOf(table: DataTable, from: number, looks: readonly BarLook[]) {
  return looks.map((look, i) => ({ label: table.head[from + i] ?? '', look }))
}

function numbersIn(row: readonly (string | number)[], from: number, to: number): readonly number[] {
  return row.slice(from, to).map(Number)
}
