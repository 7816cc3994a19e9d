/** `/office/cases`: what has reached a department's or committee's office or passed through it, under tabs with counts; what passed is recommended together. */

import type { OrgId } from '@yejibu/shared/kernel/ids'
import { createSignal, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { CaseDeskView } from '../case-desk-view.tsx'
import { createCaseDesk } from '../create-case-desk.ts'
import { DeskPage } from '../desk-page.tsx'
import { BatchResults } from './batch-results.tsx'
import { createBatch } from './create-batch.ts'
import { useOfficeChoice } from './office-in.ts'
import { OfficeRows } from './office-rows.tsx'
import '../cases.css'
import './office.css'

export default function Page(): JSX.Element {
  const t = useText(officeCasesWords)
  const choice = useOfficeChoice()
  return (
    <DeskPage
      title={t('list.title')}
      about={t('list.about')}
      notYours={t('list.notOffice')}
      ended={t('list.ended')}
      choice={choice}
    >
      {({ id }) => <Cases org={id} />}
    </DeskPage>
  )
}

function Cases(props: { readonly org: OrgId }): JSX.Element {
  const o = useText(officeCasesWords)
  const { api } = useWorkplace()
  const desk = createCaseDesk(props.org, '/office/cases')
  const batch = createBatch(api)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  return (
    <CaseDeskView
      desk={desk}
      textLabel={o('list.employer')}
      textHint={o('list.employerHint')}
      rowsOf={(tab) => <OfficeRows desk={desk} tab={tab} batch={batch} chosen={chosen()} onChoose={setChosen} />}
    >
      <Show when={batch.results()}>
        {(results) => <BatchResults results={results()} onClose={() => batch.close()} />}
      </Show>
    </CaseDeskView>
  )
}
