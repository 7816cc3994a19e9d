import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import { documentName } from '@yejibu/shared/account/access'
import { putPlanDraft, setInDraft } from '@yejibu/shared/plan/plan-drafts-doc'
import { MID } from '@yejibu/shared/testing/case-rows'
import { SX_ECO_OFFICE } from '@yejibu/shared/testing/people'
import { afterEach, expect, it } from 'vitest'
import { openSignedIn } from '../../account/testing/signed-in-page.tsx'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { createOfficePlans } from './create-office-plans.ts'
import { OfficeSection } from './office-section.tsx'

afterEach(cleanup)

it('[CLIENT-548] the focus stays on a plan in preparation while a colleague writes in it', async () => {
  const office = SX_ECO_OFFICE.id
  const Section = () => <OfficeSection office={office} name="评委会办公室" plans={createOfficePlans(useWorkplace())} />
  const { workplace } = await openSignedIn(() => <Section />, { '/api/plans': { plans: [] } })
  const { document, giveBack } = workplace.borrow(documentName({ kind: 'plan-drafts', office }))
  putPlanDraft(document.doc, { id: MID.id, value: { ...MID }, from: null })
  const goOn = await screen.findByRole('link', { name: '继续编辑' })
  goOn.focus()
  setInDraft(document.doc, MID.id, ['title'], '同事写的')
  expect(screen.getByText('同事写的')).toBeInTheDocument()
  expect(goOn).toHaveFocus()
  giveBack()
})
