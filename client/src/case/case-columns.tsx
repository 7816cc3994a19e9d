/** What every desk's list shows of a case: the person as the way to her case, plan and round, how long it has stood; and the keys that go from row to row. */
import { A, useNavigate } from '@solidjs/router'
import type { CaseRow } from '@yejibu/shared/wire/cases'
import { type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { createRowKeys } from '../review/row-keys.ts'
import type { Column } from '../ui/table.tsx'
import type { CaseDesk } from './create-case-desk.ts'

const DAY = 86_400_000

/** Opens her case with Enter too, which some tables keep for themselves. */
export function PersonLink(props: { readonly row: CaseRow; readonly href: string }): JSX.Element {
  const navigate = useNavigate()
  return (
    <A
      href={props.href}
      class="cases-person"
      data-case-row={props.row.application}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing) return
        event.preventDefault()
        navigate(props.href)
      }}
    >
      {props.row.name}
    </A>
  )
}

/** Plan, type and when it was submitted. Called inside a component. */
export function useCaseColumns(desk: Pick<CaseDesk, 'typeName'>): readonly Column<CaseRow>[] {
  const t = useText(casesWords)
  const { language } = useLanguage()
  return [
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
    { key: 'type', label: t('column.type'), cell: (row) => <span class="cases-together">{desk.typeName(row)}</span> },
    { key: 'submitted', label: t('column.submitted'), cell: (row) => momentText(row.submittedAt, language()) },
  ]
}

/** How long it has stood as it stands. Called inside a component. */
export function useAge(): (row: CaseRow, now: Date) => string {
  const t = useText(casesWords)
  return (row, now) => {
    const days = Math.floor((now.getTime() - Date.parse(row.movedAt)) / DAY)
    return days < 1 ? t('today') : t('days', { n: days })
  }
}

/** From person to person. */
export function createCaseRowKeys(rows: () => readonly CaseRow[]): void {
  createRowKeys('data-case-row', () => rows().map(({ application }) => application))
}

export const keyOfCase = ({ application }: CaseRow): string => application
