/** The rows of one tab, with whose turn each is; under 审查通过 those that this office may recommend are chosen, looked over once more, and sent on together. */
import { A, useNavigate } from '@solidjs/router'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CaseRow, CaseTab } from '@yejibu/shared/wire/cases'
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { casesWords } from '../../language/cases.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { createPageKeys } from '../../review/page-keys.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { CaseList } from '../create-case-list.ts'
import { stateTone, useStateWords } from '../state-words.ts'
import type { Batch } from './create-batch.ts'
import { MandateBatch } from './mandate-batch.tsx'
import { useStageNames } from './stage-name.ts'

export interface OfficeRowsProps {
  readonly list: CaseList
  readonly tab: CaseTab
  readonly isFiltered: boolean
  readonly plans: readonly Plan[]
  readonly now: Date
  /** Kept above the tabs, which are made anew when their counts change. */
  readonly batch: Batch
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

const DAY = 86_400_000

/** It passed here, and this office sends it on. */
export function mayRecommend(row: CaseRow): boolean {
  return row.isHere && row.state === 'stage-passed'
}

/** It stands here, or waits for this office to announce what another's meeting passed. */
function isHerTurn(row: CaseRow): boolean {
  return row.isHere || row.tab === 'pending'
}

export function OfficeRows(props: OfficeRowsProps): JSX.Element {
  const t = useText(casesWords)
  const o = useText(officeCasesWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const stateWord = useStateWords()
  const stageName = useStageNames()
  const [isAsked, setAsked] = createSignal(false)
  const [at, setAt] = createSignal(-1)
  const rows = () => props.list.page()?.rows ?? []
  const ready = createMemo(() => (props.tab === 'passed' ? rows().filter(mayRecommend) : []))
  const picked = createMemo(() => ready().filter(({ application }) => props.chosen.has(application)))
  const step = (by: 1 | -1) => {
    const next = Math.min(rows().length - 1, Math.max(0, at() + by))
    setAt(next)
    document.querySelector<HTMLElement>(`[data-case-row="${rows()[next]?.application ?? ''}"]`)?.focus()
  }
  createPageKeys({ j: () => step(1), k: () => step(-1) })
  const choose = (application: string, isOn: boolean) => {
    const next = new Set(props.chosen)
    if (isOn) next.add(application)
    else next.delete(application)
    props.onChoose(next)
  }
  const recommend = async () => {
    const wanted = picked()
    await props.batch.ask('recommend-case', wanted, (row) => ({ digest: row.digest, stage: row.stage }))
    setAsked(false)
    props.onChoose(new Set())
    await props.list.refresh()
  }
  const age = (row: CaseRow) => {
    const days = Math.floor((props.now.getTime() - Date.parse(row.movedAt)) / DAY)
    return days < 1 ? t('today') : t('days', { n: days })
  }
  const typeName = (row: CaseRow) =>
    props.plans.find(({ id }) => id === row.plan.id)?.applicationTypes.find(({ code }) => code === row.type)?.name ??
    row.type
  const columns = (): readonly Column<CaseRow>[] => [
    {
      key: 'person',
      label: t('column.person'),
      cell: (row) => (
        <span class="row">
          <Show when={ready().includes(row)}>
            <Checkbox
              label={<span class="for-ears">{o('batch.choose', { name: row.name })}</span>}
              isChecked={props.chosen.has(row.application)}
              onChange={(isOn) => choose(row.application, isOn)}
            />
          </Show>
          <A
            href={`/office/cases/${row.application}`}
            class="cases-person"
            data-case-row={row.application}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              navigate(`/office/cases/${row.application}`)
            }}
          >
            {row.name}
          </A>
        </span>
      ),
    },
    { key: 'employer', label: o('list.column.employer'), cell: (row) => row.employer.name },
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
    { key: 'type', label: t('column.type'), cell: typeName },
    { key: 'submitted', label: t('column.submitted'), cell: (row) => momentText(row.submittedAt, language()) },
    {
      key: 'state',
      label: t('column.state'),
      cell: (row) => (
        <span class="stack stack--tight">
          <Badge {...stateTone(row.state)}>{stateWord(row.state)}</Badge>
          <Show when={row.stage}>{(stage) => <span class="muted small">{stageName(stage())}</span>}</Show>
        </span>
      ),
    },
    {
      key: 'turn',
      label: o('list.column.turn'),
      cell: (row) => (
        <span class={isHerTurn(row) ? '' : 'muted'}>
          {o(isHerTurn(row) ? 'list.here' : 'list.elsewhere')} · {age(row)}
        </span>
      ),
    },
  ]
  return (
    <div class="stack">
      <Show when={ready().length > 0}>
        <div class="office-batch">
          <Checkbox
            label={o('batch.all', { n: ready().length })}
            isChecked={picked().length === ready().length}
            isPartly={picked().length > 0 && picked().length < ready().length}
            onChange={(isOn) => props.onChoose(new Set(isOn ? ready().map(({ application }) => application) : []))}
          />
          <Button look="primary" isDisabled={picked().length === 0} onPress={() => setAsked(true)}>
            {o('batch.do')}
          </Button>
          <MandateBatch
            picked={picked()}
            plans={props.plans}
            now={props.now}
            batch={props.batch}
            onDone={() => void props.list.refresh()}
          />
          <span class="muted" role="status">
            {o('batch.chosen', { n: picked().length })}
          </span>
        </div>
      </Show>
      <Switch>
        <Match when={props.list.page() === null && props.list.trouble() === null}>
          <Skeleton lines={5} />
        </Match>
        <Match when={rows().length > 0}>
          <div class="stack">
            <Card isFlush>
              <Table caption={t('caption')} columns={columns()} rows={rows()} />
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
          <EmptyState title={t(`empty.${props.tab}`)}>{o('list.emptyBody')}</EmptyState>
        </Match>
      </Switch>
      <AlertDialog
        isOpen={isAsked()}
        title={o('batch.title', { n: picked().length })}
        body={o('batch.body')}
        confirm={o('batch.do')}
        isBusy={props.batch.isBusy()}
        onConfirm={() => void recommend()}
        onCancel={() => setAsked(false)}
      >
        <ol class="office-names" aria-label={o('batch.names')}>
          <For each={picked()}>
            {(row) => (
              <li>
                {row.name}（{row.employer.name}）
              </li>
            )}
          </For>
        </ol>
      </AlertDialog>
    </div>
  )
}
