/** 申报计划管理: what an office has published, in all versions, and what it is preparing. */

import { For, type JSX } from 'solid-js'
import { useSession } from '../../account/session-context.ts'
import { useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { createOfficePlans } from './create-office-plans.ts'
import { OfficeSection } from './office-section.tsx'
import './editor.css'

export default function Page(): JSX.Element {
  const t = useText(planWords)
  const session = useSession()
  const plans = createOfficePlans(useWorkplace())
  const offices = () => {
    const state = session.state()
    const memberships = state.kind === 'signed-in' ? state.session.memberships : []
    return memberships.filter(({ role }) => role === 'committee-office')
  }
  return (
    <div class="page stack stack--loose">
      <PageHeader title={t('list.title')} about={t('list.about')} />
      <For each={offices()} fallback={<EmptyState title={t('list.noOffice')}>{t('list.noOfficeBody')}</EmptyState>}>
        {(office) => <OfficeSection office={office.orgId} name={office.orgName} plans={plans} />}
      </For>
    </div>
  )
}
