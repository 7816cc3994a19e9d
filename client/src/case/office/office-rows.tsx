/** The rows of one tab, with whose turn each is; under 审查通过 those that this office may recommend are chosen, looked over once more, and sent on together. */
import type { CaseRow, CaseTab } from '@yejibu/shared/wire/cases'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { casesWords } from '../../language/cases.ts'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { createCaseRowKeys, keyOfCase, PersonLink, useAge, useCaseColumns } from '../case-columns.tsx'
import { RowsFrame } from '../case-desk-view.tsx'
import type { CaseDesk } from '../create-case-desk.ts'
import { stateTone, useStateWords } from '../state-words.ts'
import { CaseNames } from './case-names.tsx'
import type { Batch } from './create-batch.ts'
import { MandateBatch } from './mandate-batch.tsx'
import { useStageNames } from './stage-name.ts'

export interface OfficeRowsProps {
  readonly desk: CaseDesk
  readonly tab: CaseTab
  /** Kept above the tabs, which are made anew when their counts change. */
  readonly batch: Batch
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

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
  const age = useAge()
  const stateWord = useStateWords()
  const stageName = useStageNames()
  const [isAsked, setAsked] = createSignal(false)
  const rows = () => props.desk.list.page()?.rows ?? []
  const isReady = (row: CaseRow) => props.tab === 'passed' && mayRecommend(row)
  const ready = createMemo(() => rows().filter(isReady))
  const picked = createMemo(() => ready().filter(({ application }) => props.chosen.has(application)))
  createCaseRowKeys(rows)
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
    await props.desk.list.refresh()
  }
  const shared = useCaseColumns(props.desk)
  const columns = (): readonly Column<CaseRow>[] => [
    {
      key: 'person',
      label: t('column.person'),
      cell: (row) => (
        <span class="row">
          <Show when={isReady(row)}>
            <Checkbox
              label={<span class="for-ears">{o('batch.choose', { name: row.name })}</span>}
              isChecked={props.chosen.has(row.application)}
              onChange={(isOn) => choose(row.application, isOn)}
            />
          </Show>
          <PersonLink row={row} href={`/office/cases/${row.application}`} />
        </span>
      ),
    },
    { key: 'employer', label: o('list.column.employer'), cell: (row) => row.employer.name },
    ...shared,
    {
      key: 'state',
      label: t('column.state'),
      cell: (row) => (
        <span class="stack stack--tight">
          <Badge {...stateTone(row.state)}>{stateWord(row.state)}</Badge>
          <Show when={row.stage}>{(stage) => <span class="muted small nowrap">{stageName(stage())}</span>}</Show>
        </span>
      ),
    },
    {
      key: 'turn',
      label: o('list.column.turn'),
      cell: (row) => (
        <span class={isHerTurn(row) ? '' : 'muted'}>
          {o(isHerTurn(row) ? 'list.here' : 'list.elsewhere')} · {age(row, props.desk.now())}
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
            plans={props.desk.plans()}
            now={props.desk.now()}
            batch={props.batch}
            onDone={() => void props.desk.list.refresh()}
          />
          <span class="muted" role="status">
            {o('batch.chosen', { n: picked().length })}
          </span>
        </div>
      </Show>
      <RowsFrame
        list={props.desk.list}
        tab={props.tab}
        isFiltered={props.desk.isFiltered()}
        emptyBody={o('list.emptyBody')}
      >
        <Table caption={t('caption')} columns={columns()} rows={rows()} rowKey={keyOfCase} />
      </RowsFrame>
      <AlertDialog
        isOpen={isAsked()}
        title={o('batch.title', { n: picked().length })}
        body={o('batch.body')}
        confirm={o('batch.do')}
        isBusy={props.batch.isBusy()}
        onConfirm={() => void recommend()}
        onCancel={() => setAsked(false)}
      >
        <CaseNames label={o('batch.names')} rows={picked()} />
      </AlertDialog>
    </div>
  )
}
