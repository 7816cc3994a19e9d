/** `/statistics`: for HR, departments and committee offices, each over what its organisation may read. */

import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { JSX } from 'solid-js'
import { createOrgChoice } from '../../account/org-switch.tsx'
import type { SessionState } from '../../account/session.ts'
import { useSession } from '../../account/session-context.ts'
import { useText } from '../../language/language.tsx'
import { statisticsWords } from '../../language/statistics.ts'
import { reviewersIn } from '../../review/may-rule-on.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { DeskPage } from '../desk-page.tsx'
import { officesIn } from '../office/office-in.ts'
import { StatisticsView } from './statistics-view.tsx'

interface Desk {
  readonly id: OrgId
  readonly name: string
  /** Where its cases are opened. */
  readonly cases: string
}

function desksIn(state: SessionState): readonly Desk[] {
  if (state.kind !== 'signed-in') return []
  const employers = reviewersIn(state.session).map(({ employer }) => ({ ...employer, cases: '/cases' }))
  return [...employers, ...officesIn(state).map(({ id, name }) => ({ id, name, cases: '/office/cases' }))]
}

export default function Page(): JSX.Element {
  const t = useText(statisticsWords)
  const { state } = useSession()
  const { api, database } = useWorkplace()
  const role = officesIn(state()).length > 0 ? 'office' : 'employer'
  const choice = createOrgChoice(database, role, () => desksIn(state()))
  return (
    <DeskPage title={t('title')} about={t('about')} notYours={t('notYours')} ended={t('ended')} choice={choice}>
      {({ id, cases }) => (
        <StatisticsView api={api} database={database} org={id} pathOf={(application) => `${cases}/${application}`} />
      )}
    </DeskPage>
  )
}
