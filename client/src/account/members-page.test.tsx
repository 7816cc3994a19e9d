import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { accountIdSchema, orgIdSchema } from '@yejibu/shared/kernel/ids'
import type { JoiningView, MemberView } from '@yejibu/shared/wire/membership'
import { afterEach, describe, expect, it } from 'vitest'
import MembersPage from './members-page.tsx'
import { openSignedIn } from './testing/signed-in-page.tsx'

const ORG = orgIdSchema.parse('yuezhou')
const ORG_NAME = '绍兴市越州生态环境监测中心'
const member = (username: string, name: string): MemberView => ({
  account: accountIdSchema.parse(username),
  username,
  name,
  roles: ['applicant'],
})
const joining = (username: string, name: string): JoiningView => ({
  ...{ org: ORG, orgName: ORG_NAME, account: accountIdSchema.parse(username), username, name },
  ...{ by: 'person', at: '2022-05-10T08:00:00.000Z', declined: null },
})
const AT = `/api/orgs/${ORG}/members`
const before = {
  members: [member('xumingchuan', '许明川'), member('luqinghe', '陆青禾')],
  joinings: [joining('sunli', '孙立'), joining('wuwei', '吴炜')],
}
const after = {
  members: [member('fangyuan', '方圆'), ...before.members],
  joinings: [joining('hanmei', '韩梅'), ...before.joinings],
}

afterEach(cleanup)

describe('the people of an employer', () => {
  const open = () =>
    openSignedIn(() => <MembersPage />, { [AT]: before }, [
      { orgId: ORG, orgName: ORG_NAME, orgKind: 'employer', role: 'hr-lead' },
    ])

  it('[CLIENT-541] the focus stays on a person’s button, of the list and of the requests, when somebody else comes in', async () => {
    const { comeBack } = await open()
    const remove = await screen.findByRole('button', { name: '移出本单位 陆青禾' })
    remove.focus()
    await comeBack({ [AT]: after })
    await screen.findByText('方圆')
    expect(remove).toHaveFocus()

    const accept = screen.getByRole('button', { name: '同意 吴炜' })
    accept.focus()
    await comeBack({ [AT]: { ...after, joinings: before.joinings } })
    await expect.poll(() => screen.queryByText('韩梅')).toBeNull()
    expect(accept).toHaveFocus()
  })

  it('[CLIENT-541] what is asked of a row is asked of the person in it', async () => {
    const { comeBack } = await open()
    await screen.findByText('陆青禾')
    await comeBack({ [AT]: after })
    await screen.findByText('方圆')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '移出本单位 许明川' }))
    expect(await screen.findByRole('alertdialog')).toHaveAccessibleName(/许明川/)
  })
})
