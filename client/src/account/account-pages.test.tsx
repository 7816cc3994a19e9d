import { render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import type { JSX } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { createApi } from '../platform/api.ts'
import { ToastProvider } from '../ui/toasts.tsx'
import { ChangePassword } from './change-password.tsx'
import { SamplePeople } from './sample-people.tsx'
import { inGroups, samplePeopleFrom } from './sample-people-from.ts'
import type { Unsent } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignOut } from './sign-out.tsx'

function show(ui: () => JSX.Element) {
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>{ui()}</ToastProvider>
    </LanguageProvider>
  ))
  return userEvent.setup()
}

const PEOPLE = [
  { username: 'zhoumin', name: '周敏', role: 'hr-lead', about: '审核本单位人员的业绩档案' },
  { username: 'shenzhiyuan', name: '沈知远', role: 'applicant', about: '档案还是空的' },
]

describe('the sign-in page', () => {
  it('[CLIENT-40] has a button named by each person alone, and her line as its description', async () => {
    const entered: string[] = []
    const user = show(() => (
      <SamplePeople
        people={PEOPLE}
        session={{
          signInAsSample: async (username) => {
            entered.push(username)
            return { ok: false, refusal: { kind: 'unreachable' } }
          },
        }}
      />
    ))
    const button = screen.getByRole('button', { name: '沈知远' })
    expect(button).toHaveAccessibleDescription('档案还是空的')
    await user.click(button)
    expect(entered).toEqual(['shenzhiyuan'])
    expect(await screen.findByRole('alert')).toHaveTextContent('连不上单位服务器')
  })

  it('[CLIENT-40] groups people by what they do; a real office and a relay that is away have none', async () => {
    expect(inGroups(PEOPLE).map(({ group }) => group)).toEqual(['applicant', 'hr'])
    const real = createApi({ fetch: async () => new Response('', { status: 404 }) })
    const away = createApi({ fetch: () => Promise.reject(new TypeError('away')) })
    expect(await samplePeopleFrom(real)).toEqual([])
    expect(await samplePeopleFrom(away)).toEqual([])
  })

  it('[CLIENT-41] says how long a locked account waits, and keeps what was typed', async () => {
    const user = show(() => (
      <SignInForm
        session={{ signIn: async () => ({ ok: false, refusal: { kind: 'locked-out', retryAfterSeconds: 601 } }) }}
      />
    ))
    await user.type(screen.getByLabelText('用户名'), 'zhoumin')
    await user.type(screen.getByLabelText('密码'), 'not the password')
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('请在 11 分钟后再试')
    expect(screen.getByLabelText('用户名')).toHaveValue('zhoumin')
  })

  it('[CLIENT-41] empties a wrong password and puts the focus there', async () => {
    const user = show(() => (
      <SignInForm session={{ signIn: async () => ({ ok: false, refusal: { kind: 'wrong-password' } }) }} />
    ))
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(screen.getByRole('alert')).toHaveTextContent('请填写用户名和密码')
    await user.type(screen.getByLabelText('用户名'), 'zhoumin')
    await user.type(screen.getByLabelText('密码'), 'wrong')
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(await screen.findByText(/用户名或密码不正确/)).toBeInTheDocument()
    expect(screen.getByLabelText('密码')).toHaveValue('')
    expect(screen.getByLabelText('密码')).toHaveFocus()
  })
})

describe('leaving', () => {
  const unsent: Unsent = { commands: 1, files: 2, documents: ['archive/xu'], aside: 0 }

  it('[CLIENT-42] asks first when something is unsent, and names it', async () => {
    const left: unknown[] = []
    const user = show(() => (
      <SignOut
        session={{
          unsent: async () => unsent,
          signOut: async (options) => {
            left.push(options)
          },
        }}
      />
    ))
    await user.click(screen.getByRole('button', { name: '退出登录' }))
    const question = await screen.findByRole('alertdialog')
    expect(question).toHaveTextContent('1 份档案或申报有未同步的修改')
    expect(question).toHaveTextContent('2 个文件没有上传完')
    expect(question).toHaveTextContent('1 项操作等待发送')
    expect(left).toEqual([])
    await user.click(within(question).getByRole('button', { name: '先不退出' }))
    expect(left).toEqual([])
  })

  it('[CLIENT-42] just leaves with nothing unsent, and keeps what is on the device', async () => {
    const left: unknown[] = []
    const user = show(() => (
      <SignOut
        session={{
          unsent: async () => null,
          signOut: async (options) => {
            left.push(options)
          },
        }}
      />
    ))
    await user.click(screen.getByRole('button', { name: '退出登录' }))
    expect(left).toEqual([{ forget: false }])
  })

  it('[CLIENT-42] always asks before the device is cleared, and says what is lost for good', async () => {
    const left: unknown[] = []
    const user = show(() => (
      <SignOut
        session={{
          unsent: async () => unsent,
          signOut: async (options) => {
            left.push(options)
          },
        }}
      />
    ))
    await user.click(screen.getByRole('button', { name: '退出并清除本机内容' }))
    const question = await screen.findByRole('alertdialog')
    expect(question).toHaveTextContent('清除后将永久丢失')
    const clear = within(question).getByRole('button', { name: '退出并清除' })
    await user.click(clear)
    expect(left).toEqual([])
    await user.click(within(question).getByRole('checkbox', { name: /无法找回/ }))
    await user.click(clear)
    expect(left).toEqual([{ forget: true }])
  })
})

describe('a new password', () => {
  it('[CLIENT-43] is checked before it is sent; a refusal of the relay says what to do', async () => {
    const bodies: unknown[] = []
    const api = createApi({
      fetch: async (_path, init) => {
        bodies.push(JSON.parse(String(init?.body)))
        const problem = { type: 'x', status: 403, refusal: { kind: 'wrong-password' } }
        return new Response(JSON.stringify(problem), {
          status: 403,
          headers: { 'content-type': PROBLEM_MEDIA_TYPE },
        })
      },
    })
    const user = show(() => <ChangePassword api={api} />)
    await user.type(screen.getByLabelText('当前密码'), 'the old one')
    await user.type(screen.getByLabelText('新密码'), '短')
    await user.click(screen.getByRole('button', { name: '修改密码' }))
    expect(screen.getByLabelText('新密码')).toHaveAccessibleDescription(/至少10个字符/)
    expect(bodies).toEqual([])
    await user.type(screen.getByLabelText('新密码'), ' and then long enough')
    await user.type(screen.getByLabelText('再次输入新密码'), '短 and then long enough')
    await user.click(screen.getByRole('button', { name: '修改密码' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('当前密码不正确')
    expect(bodies).toEqual([{ old: 'the old one', next: '短 and then long enough' }])
  })
})
