import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { membershipSchema, type RegistrationView } from '@yejibu/shared/wire/membership'
import { afterEach, expect, it } from 'vitest'
import EmployerPage from './employer-page.tsx'
import { openSignedIn } from './testing/signed-in-page.tsx'

afterEach(cleanup)

const registration = (org: string, name: string, stage: RegistrationView['stage']) => ({
  ...{ org, lead: { account: 'jinrui', name: '金瑞' }, stage, sha256: null, reason: null, sameCode: [] },
  particulars: {
    ...{ name, creditCode: '12330600MB12345679', nature: 'institution', region: '浙江省绍兴市越城区' },
    ...{ department: '绍兴市生态环境局', contact: '金瑞', phone: '0575-88000000' },
  },
  at: '2022-05-10T08:00:00.000Z',
})

it('[CLIENT-544] a correction that is half typed stays when another registration is judged meanwhile', async () => {
  const path = '/api/membership'
  const says = (other: RegistrationView['stage']) => ({
    [path]: membershipSchema.parse({
      ...{ employer: null, joinings: [] },
      registrations: [registration('yuezhou', '越州中心', other), registration('jianhu', '鉴湖研究院', 'registered')],
    }),
  })
  const { comeBack } = await openSignedIn(() => <EmployerPage />, says('authorisation-pending'))
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '更正单位信息' }))
  const field = screen.getByRole('textbox', { name: /单位全称/ })
  await user.clear(field)
  await user.type(field, '绍兴市鉴湖')
  await comeBack(says('active'))
  await screen.findByRole('button', { name: /越州中心/ })
  expect(field).toHaveFocus()
  expect(field).toHaveValue('绍兴市鉴湖')
})
