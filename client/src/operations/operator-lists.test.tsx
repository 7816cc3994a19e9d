import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import { operatorAccountsSchema, operatorEmployersSchema } from '@yejibu/shared/wire/membership'
import type { Session } from '@yejibu/shared/wire/session'
import { afterEach, describe, expect, it } from 'vitest'
import { openSignedIn } from '../account/testing/signed-in-page.tsx'
import AccountsPage from './accounts-page.tsx'
import OrgsPage from './orgs-page.tsx'

const OPERATOR: Session['memberships'] = [
  { orgId: orgIdSchema.parse('relay'), orgName: '运维', orgKind: 'relay', role: 'operator' },
]
const AT = '2022-05-10T08:00:00.000Z'

afterEach(cleanup)

describe('the operator’s lists', () => {
  it('[CLIENT-541] of accounts keeps the focus on a row’s button when an account was issued meanwhile', async () => {
    const row = (account: string, name: string) => ({ account, name, username: account, memberships: [], usedAt: null })
    const accounts = [row('xumingchuan', '许明川'), row('luqinghe', '陆青禾')]
    const path = '/api/operator/accounts'
    const { comeBack } = await openSignedIn(
      () => <AccountsPage />,
      { [path]: operatorAccountsSchema.parse({ accounts }) },
      OPERATOR,
    )
    const revoke = await screen.findByRole('button', { name: '停用陆青禾的登录' })
    revoke.focus()
    await comeBack({ [path]: { accounts: [row('fangyuan', '方圆'), ...accounts] } })
    await screen.findByText('方圆')
    expect(revoke).toHaveFocus()
  })

  it('[CLIENT-542] of employers keeps the focus while another registers, and approves the letter that was read', async () => {
    const waiting = (org: string, name: string, letter: string) => ({
      ...{ org, lead: { account: 'jinrui', name: '金瑞' }, stage: 'authorisation-pending' },
      particulars: {
        ...{ name, creditCode: '12330600MB12345679', nature: 'institution', region: '浙江省绍兴市越城区' },
        ...{ department: '绍兴市生态环境局', contact: '金瑞', phone: '0575-88000000' },
      },
      ...{ sha256: letter.repeat(64), reason: null, at: AT, sameCode: [] },
    })
    const path = '/api/operator/employers'
    const says = (...registrations: readonly object[]) => ({
      [path]: operatorEmployersSchema.parse({ registrations, orgs: [] }),
    })
    const jianhu = waiting('jianhu', '鉴湖研究院', 'a')
    const { comeBack, sent } = await openSignedIn(() => <OrgsPage />, says(jianhu), OPERATOR)
    const approve = await screen.findByRole('button', { name: '通过鉴湖研究院' })
    approve.focus()
    await comeBack(says(waiting('yuezhou', '越州中心', 'c'), jianhu))
    await screen.findByText('越州中心')
    expect(approve).toHaveFocus()

    // A new letter comes while the operator is being asked about the one she has read.
    const user = userEvent.setup()
    await user.click(approve)
    await comeBack(says(waiting('jianhu', '鉴湖研究院', 'b')))
    await expect.poll(() => screen.queryByText('越州中心')).toBeNull()
    await user.click(screen.getByRole('button', { name: '通过' }))
    await expect.poll(() => sent).toEqual([expect.objectContaining({ org: 'jianhu', sha256: 'a'.repeat(64) })])
  })
})
