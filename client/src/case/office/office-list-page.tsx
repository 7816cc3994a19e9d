/** `/office/cases`: what has reached a department's or committee's office or passed through it, under tabs with counts; what passed is recommended together. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { OrgSwitch } from '../../account/org-switch.tsx'
import { useSession } from '../../account/session-context.ts'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { isSessionEnded } from '../../review/may-rule-on.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CaseDeskView } from '../case-desk-view.tsx'
import { createCaseDesk } from '../create-case-desk.ts'
import { forgetCasesWhenEnded } from '../forget-cases.ts'
import { BatchResults } from './batch-results.tsx'
import { createBatch } from './create-batch.ts'
import { useOfficeChoice } from './office-in.ts'
import { OfficeRows } from './office-rows.tsx'
import '../cases.css'
import './office.css'

export default function Page(): JSX.Element {
  const t = useText(officeCasesWords)
  const { state } = useSession()
  const choice = useOfficeChoice()
  forgetCasesWhenEnded()
  return (
    <div class="page page--wide">
      <PageHeader title={t('list.title')} about={t('list.about')} actions={<OrgSwitch choice={choice} />} />
      <Switch fallback={<Banner kind="warning">{t('list.notOffice')}</Banner>}>
        <Match when={isSessionEnded(state())}>
          {/* Other people's names go from the page. */}
          <Banner kind="warning">{t('list.ended')}</Banner>
        </Match>
        <Match when={choice.orgs().length > 0}>
          <Show when={choice.chosen()?.id} keyed>
            {(org) => <Cases org={org} />}
          </Show>
        </Match>
      </Switch>
    </div>
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
