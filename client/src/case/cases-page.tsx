/** `/cases`: what the people of the employer submitted, under tabs with counts, who has waited longest first. */

import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { CaseRow, CaseTab } from '@yejibu/shared/wire/cases'
import type { JSX } from 'solid-js'
import { createOrgChoice } from '../account/org-switch.tsx'
import { useSession } from '../account/session-context.ts'
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import { reviewersIn } from '../review/may-rule-on.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Badge } from '../ui/badge.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { createCaseRowKeys, keyOfCase, PersonLink, useAge, useCaseColumns } from './case-columns.tsx'
import { CaseDeskView, RowsFrame } from './case-desk-view.tsx'
import { type CaseDesk, createCaseDesk } from './create-case-desk.ts'
import { DeskPage } from './desk-page.tsx'
import { stateTone, useStateWords } from './state-words.ts'
import './cases.css'

export default function Page(): JSX.Element {
  const t = useText(casesWords)
  const { state } = useSession()
  const { database } = useWorkplace()
  const choice = createOrgChoice(database, 'employer', () => {
    const now = state()
    return now.kind === 'signed-in' ? reviewersIn(now.session).map(({ employer }) => employer) : []
  })
  return (
    <DeskPage title={t('title')} about={t('about')} notYours={t('notHr')} ended={t('ended')} choice={choice}>
      {({ id }) => <Cases org={id} />}
    </DeskPage>
  )
}

function Cases(props: { readonly org: OrgId }): JSX.Element {
  const t = useText(casesWords)
  const desk = createCaseDesk(props.org, '/cases')
  return (
    <CaseDeskView
      desk={desk}
      textLabel={t('filter.text')}
      textHint={t('filter.textHint')}
      rowsOf={(tab) => <Rows desk={desk} tab={tab} />}
    />
  )
}

function Rows(props: { readonly desk: CaseDesk; readonly tab: CaseTab }): JSX.Element {
  const t = useText(casesWords)
  const stateWord = useStateWords()
  const age = useAge()
  const rows = () => props.desk.list.page()?.rows ?? []
  createCaseRowKeys(rows)
  const columns: readonly Column<CaseRow>[] = [
    {
      key: 'person',
      label: t('column.person'),
      cell: (row) => <PersonLink row={row} href={`/cases/${row.application}`} />,
    },
    ...useCaseColumns(props.desk),
    {
      key: 'state',
      label: t('column.state'),
      cell: (row) => <Badge {...stateTone(row.state)}>{stateWord(row.state)}</Badge>,
    },
    {
      key: 'age',
      label: t('column.age'),
      cell: (row) => <span class="nowrap">{age(row, props.desk.now())}</span>,
    },
  ]
  return (
    <RowsFrame list={props.desk.list} tab={props.tab} isFiltered={props.desk.isFiltered()} emptyBody={t('empty.body')}>
      <Table caption={t('caption')} columns={columns} rows={rows()} rowKey={keyOfCase} />
    </RowsFrame>
  )
}
