/**
 * An import before it happens: every row of the file with what would become of it, to be decided otherwise by its owner.
 * Always true: the four numbers above the rows are those of the very plan that is carried out, and add up to the rows.
 */
import { problemsOf } from '@yejibu/shared/archive/field-rules'
import { isError } from '@yejibu/shared/archive/problem'
import { fieldsOf } from '@yejibu/shared/archive/revision'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { Draft } from '@yejibu/shared/archive/transfer/draft'
import type { RowRefusal } from '@yejibu/shared/archive/transfer/foreign-record'
import {
  type Decision,
  filledBy,
  type Import,
  importOf,
  type PlannedRow,
  usualDecision,
} from '@yejibu/shared/archive/transfer/import-plan'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { titleOf } from '../item-line.ts'
import { FieldsOf, shortened } from './fields-of.tsx'
import type { ReadRows } from './read-file.ts'

export interface RowPreviewProps {
  readonly name: string
  readonly read: ReadRows
  readonly plan: readonly PlannedRow[]
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly onConfirm: (decided: Import) => void
  readonly onCancel: () => void
}

const AT_ONCE = 50

export function RowPreview(props: RowPreviewProps): JSX.Element {
  const t = useText(transferWords)
  const [decisions, setDecisions] = createSignal<ReadonlyMap<number, Decision>>(new Map())
  const decided = createMemo(() => importOf(props.plan, decisions()))
  const writes = () => decided().added.length + decided().merged.length
  const decisionOf = (row: PlannedRow) => decisions().get(row.row) ?? usualDecision(row)
  const columns = (): readonly Column<PlannedRow>[] => [
    { key: 'row', label: t('preview.row'), cell: (row) => row.row },
    {
      key: 'entry',
      label: t('preview.entry'),
      cell: (row) => ('draft' in row ? <DraftCell draft={row.draft} /> : <RefusedText refusal={row.refusal} />),
    },
    { key: 'state', label: t('preview.state'), cell: (row) => <StateCell row={row} today={props.today} /> },
    {
      key: 'decision',
      label: t('preview.decision'),
      cell: (row) => (
        <Show when={'draft' in row}>
          <div class="transfer__decision">
            <ChoiceField
              label={t('preview.decisionOf', { row: row.row })}
              isLabelHidden
              form="select"
              value={decisionOf(row)}
              options={optionsFor(row).map((value) => ({
                value,
                label: value === 'add' && 'twin' in row && row.twin ? t('preview.addAnyway') : t(`preview.${value}`),
              }))}
              onChoose={(value) => {
                const decision = optionsFor(row).find((one) => one === value)
                if (decision) setDecisions((all) => new Map(all).set(row.row, decision))
              }}
            />
          </div>
        </Show>
      ),
    },
  ]
  return (
    <div class="stack">
      <Card title={t('preview.title', { name: props.name })}>
        <p role="status">
          {t('preview.total', {
            rows: props.plan.length,
            added: decided().added.length,
            merged: decided().merged.length,
            skipped: decided().skipped.length,
            refused: decided().refused.length,
          })}
        </p>
        <p class="muted small">
          {t('preview.format', { format: t(`format.${props.read.format}`) })}
          <Show when={props.read.encoding}>
            {(encoding) => <> · {t('preview.encoding', { encoding: encoding() })}</>}
          </Show>
        </p>
        <Show when={props.read.ignored.length > 0}>
          <Banner kind="warning" isQuiet>
            {t('preview.ignored', { names: shortened(props.read.ignored.join('、')) })}
          </Banner>
        </Show>
        <Show when={props.plan.length === 0}>
          <p>{t('preview.none')}</p>
        </Show>
      </Card>
      <Card
        title={t('preview.table')}
        isFlush
        foot={
          <>
            <Button
              look="primary"
              whyNot={writes() === 0 ? t('preview.nothing') : undefined}
              onPress={() => props.onConfirm(decided())}
            >
              {t('preview.confirm', { n: writes() })}
            </Button>
            <Button onPress={() => props.onCancel()}>{t('preview.cancel')}</Button>
          </>
        }
      >
        <div class="transfer__rows">
          <Table caption={t('preview.table')} columns={columns()} rows={props.plan} atOnce={AT_ONCE} />
        </div>
      </Card>
    </div>
  )
}

function optionsFor(row: PlannedRow): readonly Decision[] {
  if (!('draft' in row)) return []
  return row.twin?.kind === 'item' ? ['merge', 'skip', 'add'] : row.twin ? ['skip', 'add'] : ['add', 'skip']
}

function DraftCell(props: { readonly draft: Draft }): JSX.Element {
  const { say } = useLanguage()
  return (
    <div class="transfer__entry">
      <span class="transfer__title">{shortened(say(titleOf(props.draft)))}</span>
      <span class="muted small">{say(sectionByKey(props.draft.part).label)}</span>
      <FieldsOf part={props.draft.part} fields={props.draft.fields} />
    </div>
  )
}

function StateCell(props: { readonly row: PlannedRow; readonly today: string }): JSX.Element {
  const t = useText(transferWords)
  return (
    <div class="transfer__state">
      <Show
        when={'draft' in props.row && props.row}
        fallback={
          <Badge tone="bad" mark="cross">
            {t('preview.refusedRow')}
          </Badge>
        }
      >
        {(row) => <DraftState row={row()} today={props.today} />}
      </Show>
    </div>
  )
}

type DraftRow = Extract<PlannedRow, { readonly draft: unknown }>

function DraftState(props: { readonly row: DraftRow; readonly today: string }): JSX.Element {
  const t = useText(transferWords)
  const { say } = useLanguage()
  const twinItem = () => (props.row.twin?.kind === 'item' ? props.row.twin.item : undefined)
  const fills = () => {
    const item = twinItem()
    if (!item) return ''
    const names = Object.keys(filledBy(item.fields, props.row.draft.fields))
    const labels = fieldsOf(props.row.draft.part).flatMap((field) =>
      names.includes(field.name) ? [say(field.label)] : [],
    )
    return labels.length === 0 ? t('preview.fillsNothing') : t('preview.fills', { fields: labels.join('、') })
  }
  // Evidence is uploaded afterwards in any case: it is not counted.
  const todo = () =>
    problemsOf({ ...props.row.draft, evidence: [] }, props.today).filter(
      (problem) => isError(problem) && problem.code !== 'V-EVIDENCE-REQ',
    ).length
  return (
    <>
      <Show
        when={props.row.twin}
        fallback={
          <Badge tone="good" mark="check">
            {t('preview.isNew')}
          </Badge>
        }
      >
        {(twin) => (
          <>
            <Badge tone="warn" mark="changed">
              {twinItem() ? t('preview.isThere') : t('preview.isThereRow', { row: rowOf(twin()) })}
            </Badge>
            <span class="small muted">{t(`preview.by.${twin().by}`)}</span>
          </>
        )}
      </Show>
      <Show when={twinItem()}>
        {(item) => (
          <span class="small">
            {t('preview.existing', { title: shortened(say(titleOf(item()))) })}
            <br />
            {fills()}
          </span>
        )}
      </Show>
      <Show when={!twinItem() && todo() > 0}>
        <span class="small muted">{t('preview.todo', { n: todo() })}</span>
      </Show>
    </>
  )
}

function rowOf(twin: NonNullable<DraftRow['twin']>): number {
  return twin.kind === 'row' ? twin.row : 0
}

export function RefusedText(props: { readonly refusal: RowRefusal }): JSX.Element {
  const t = useText(transferWords)
  const { say } = useLanguage()
  const text = () => {
    const { refusal } = props
    switch (refusal.kind) {
      case 'row-unreadable':
        return t('rowRefused.row-unreadable', { text: refusal.text })
      case 'row-without-title':
        return t('rowRefused.row-without-title')
      case 'row-without-section':
        return refusal.name === ''
          ? t('rowRefused.row-without-section-unnamed', { title: shortened(refusal.title) })
          : t('rowRefused.row-without-section', { name: shortened(refusal.name), title: shortened(refusal.title) })
      case 'row-too-long':
        return t('rowRefused.row-too-long', {
          field: say(refusal.label),
          chars: refusal.chars,
          maxChars: refusal.maxChars,
        })
    }
  }
  return <span class="transfer__entry transfer__title">{text()}</span>
}
