/**
 * An archive's file before it is restored: what was verified, and each entry with what would become of it. An entry that does not fit
 * its digest is shown with the reason and cannot be chosen.
 */
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { EntryRefusal } from '@yejibu/shared/archive/transfer/archive-file'
import type { RestorePlan, RestoreRow } from '@yejibu/shared/archive/transfer/restore-plan'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { titleOf } from '../item-line.ts'
import { momentText } from '../today.ts'
import { FieldsOf, shortened } from './fields-of.tsx'
import type { OpenedFile } from './read-archive-file.ts'

export interface RestorePreviewProps {
  readonly name: string
  readonly file: OpenedFile
  readonly plan: RestorePlan
  /** The archive that is restored into. */
  readonly archive: AccountId
  readonly isRelayRead: boolean
  /** What to say above the entries instead of how the file was verified. */
  readonly head?: JSX.Element | undefined
  readonly onConfirm: (chosen: ReadonlySet<number>) => void
  readonly onCancel: () => void
}

const AT_ONCE = 50

export function RestorePreview(props: RestorePreviewProps): JSX.Element {
  const t = useText(transferWords)
  const { language } = useLanguage()
  const [left, setLeft] = createSignal<ReadonlySet<number>>(new Set())
  const wanted = createMemo(
    () => new Set(props.plan.rows.flatMap((row) => (mayRestore(row) && !left().has(row.row) ? [row.row] : []))),
  )
  const isOwn = () => props.file.verified.archive === props.archive
  const report = (): readonly string[] => {
    const { verified, evidence, facts } = props.file
    const bad = props.plan.rows.filter((row) => 'refusal' in row).length
    const missing = props.plan.rows.reduce((sum, row) => sum + ('missing' in row ? row.missing : 0), 0)
    const { profile } = props.plan
    return [
      isOwn() ? t('restore.own') : t('restore.other', { id: verified.archive }),
      t('restore.madeAt', { at: momentText(verified.madeAt, language()) }),
      t('restore.entries', { good: props.plan.rows.length - bad, bad }),
      t('restore.evidence', { ...evidence, missing }),
      facts === null
        ? t('restore.noFacts')
        : t(facts.areIntact ? 'restore.facts' : 'restore.factsBroken', { n: facts.count }),
      t(`restore.profile.${typeof profile === 'string' ? profile : 'refused'}`),
    ]
  }
  const whyNot = () => (wanted().size === 0 && props.plan.profile !== 'fill' ? t('restore.nothing') : undefined)
  const choose = (row: number, isChosen: boolean) =>
    setLeft((all) => {
      const next = new Set(all)
      if (isChosen) next.delete(row)
      else next.add(row)
      return next
    })
  const columns = (): readonly Column<RestoreRow>[] => [
    {
      key: 'row',
      label: t('preview.row'),
      cell: (row) => (
        <Show when={mayRestore(row)} fallback={row.row}>
          <Checkbox
            label={
              <>
                <span aria-hidden="true">{row.row}</span>
                <span class="for-ears">{t('restore.choose', { row: row.row })}</span>
              </>
            }
            isChecked={wanted().has(row.row)}
            onChange={(isChecked) => choose(row.row, isChecked)}
          />
        </Show>
      ),
    },
    { key: 'entry', label: t('preview.entry'), cell: (row) => <EntryCell row={row} /> },
    { key: 'state', label: t('preview.state'), cell: (row) => <StateCell row={row} /> },
  ]
  return (
    <div class="stack">
      <Show
        when={props.head}
        fallback={
          <Card title={t('restore.title', { name: props.name })}>
            <Banner kind={props.file.verified.isSealed ? 'success' : 'error'}>
              {t(props.file.verified.isSealed ? 'restore.sealed' : 'restore.notSealed')}
            </Banner>
            <h3>{t('restore.report')}</h3>
            <ul class="transfer__report">
              <For each={report()}>{(line) => <li>{line}</li>}</For>
            </ul>
            <Show when={isOwn() && !props.isRelayRead}>
              <Banner kind="info" isQuiet>
                {t('restore.relayAway')}
              </Banner>
            </Show>
          </Card>
        }
      >
        {props.head}
      </Show>
      <Card
        title={t('restore.table')}
        isFlush
        foot={
          <>
            <Button look="primary" whyNot={whyNot()} onPress={() => props.onConfirm(wanted())}>
              {wanted().size === 0 && props.plan.profile === 'fill'
                ? t('restore.confirmProfile')
                : t('restore.confirm', { n: wanted().size })}
            </Button>
            <Button onPress={() => props.onCancel()}>{t('preview.cancel')}</Button>
          </>
        }
      >
        <div class="transfer__rows">
          <Table caption={t('restore.table')} columns={columns()} rows={props.plan.rows} atOnce={AT_ONCE} />
        </div>
      </Card>
    </div>
  )
}

function mayRestore(row: RestoreRow): boolean {
  return 'entry' in row && row.how !== 'there'
}

function EntryCell(props: { readonly row: RestoreRow }): JSX.Element {
  const t = useText(transferWords)
  const { say } = useLanguage()
  return (
    <Show
      when={'entry' in props.row && props.row}
      fallback={
        <span class="transfer__entry transfer__title">
          {('label' in props.row && props.row.label) || t('restore.untitled')}
        </span>
      }
    >
      {(row) => (
        <div class="transfer__entry">
          <span class="transfer__title">{shortened(say(titleOf(row().entry)))}</span>
          <span class="muted small">{say(sectionByKey(row().entry.part).label)}</span>
          <FieldsOf part={row().entry.part} fields={row().entry.fields} />
        </div>
      )}
    </Show>
  )
}

function StateCell(props: { readonly row: RestoreRow }): JSX.Element {
  const t = useText(transferWords)
  return (
    <div class="transfer__state">
      <Show
        when={'entry' in props.row && props.row}
        fallback={
          <>
            <Badge tone="bad" mark="cross">
              {t('preview.refusedRow')}
            </Badge>
            <span class="small">{'refusal' in props.row && <WhyNot refusal={props.row.refusal} />}</span>
          </>
        }
      >
        {(row) => (
          <>
            <Badge tone={row().how === 'there' ? 'plain' : 'good'} mark={row().how === 'there' ? 'none' : 'check'}>
              {t(`restore.how.${row().how}`)}
            </Badge>
            <Show when={row().missing > 0}>
              <span class="small">{t('restore.missing', { n: row().missing })}</span>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

function WhyNot(props: { readonly refusal: EntryRefusal }): JSX.Element {
  const t = useText(transferWords)
  return (
    <>
      {props.refusal.kind === 'entry-evidence-altered'
        ? t('entryRefused.entry-evidence-altered', { name: shortened(props.refusal.name) })
        : t(`entryRefused.${props.refusal.kind}`)}
    </>
  )
}
