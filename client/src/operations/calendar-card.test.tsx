import { render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { enterYears } from '@yejibu/shared/kernel/known-years'
import { inventedYear } from '@yejibu/shared/testing/invented-year'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { afterEach, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { createApi } from '../platform/api.ts'
import { ToastProvider } from '../ui/toasts.tsx'
import { CalendarCard } from './calendar-card.tsx'

afterEach(() => enterYears([]))

const TEXT = `国务院办公厅关于2027年部分节假日安排的通知（虚构）
一、元旦：1月1日（周五）放假1天，不调休。
二、春节：2月6日（周六）至12日（周五）放假调休，共7天。2月13日（周六）上班。
三、清明节：4月4日至5日放假，共2天。
四、劳动节：5月1日至5日放假调休，共5天。
五、端午节：6月9日放假1天。
六、中秋节：9月15日放假1天。
七、国庆节：10月1日至7日放假调休，共7天。`

function show(answer: () => Response) {
  const asked: unknown[] = []
  let refreshed = 0
  const api = createApi({
    fetch: async (_, init) => {
      asked.push(JSON.parse(String(init?.body)))
      return answer()
    },
  })
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>
        <CalendarCard api={api} facts={{ factsOf: () => [], refresh: async () => void refreshed++ }} />
      </ToastProvider>
    </LanguageProvider>
  ))
  return { user: userEvent.setup(), asked, refreshed: () => refreshed }
}
const publish = () => screen.getByRole('button', { name: '发布' })
const content = () => screen.getByLabelText(/^放假通知的内容/)

it('[CLIENT-511] shows the pasted notice as a list, asks for its number and source, and publishes what was shown', async () => {
  const { user, asked, refreshed } = show(() => Response.json({ facts: [] }))
  await user.click(publish())
  expect(screen.getByText('请粘贴通知全文或选择文件。')).toBeVisible()
  await user.click(content())
  await user.paste(TEXT)
  const preview = screen.getByRole('region', { name: '2027 年安排预览' })
  expect(within(preview).getByText('2027-02-06 至 2027-02-12')).toBeVisible()
  expect(within(preview).getByText('2027-02-13')).toBeVisible()
  await user.click(publish())
  expect(screen.getByText('请填写通知文号。')).toBeVisible()
  expect(asked).toEqual([])
  await user.click(screen.getByLabelText(/^通知文号/))
  await user.paste('国办发明电〔2026〕1号')
  await user.click(screen.getByLabelText(/^出处/))
  await user.paste('https://www.gov.cn/')
  await user.click(publish())
  await expect.poll(refreshed).toBe(1)
  const { off } = inventedYear(2027)
  expect(asked).toMatchObject([
    {
      content: {
        year: 2027,
        notice: '国办发明电〔2026〕1号',
        source: 'https://www.gov.cn/',
        off,
        worked: ['2027-02-13'],
      },
    },
  ])
  expect(content()).toHaveValue('')
})

it('[CLIENT-511] names every fault before anything is sent, and the relay’s refusal in words', async () => {
  const refusal = { kind: 'calendar-built-in', year: 2026 }
  const said = { type: `https://yejibu.invalid/problem/${refusal.kind}`, status: 409, refusal }
  const { user, asked } = show(
    () => new Response(JSON.stringify(said), { status: 409, headers: { 'content-type': PROBLEM_MEDIA_TYPE } }),
  )
  await user.click(content())
  await user.paste(
    JSON.stringify({ ...inventedYear(2027), worked: ['2027-02-17'], off: inventedYear(2027).off.slice(1) }),
  )
  expect(screen.getByRole('alert')).toHaveTextContent('2027-02-17 不是周末')
  expect(screen.getByRole('alert')).toHaveTextContent('缺少元旦的放假日期')
  await user.click(publish())
  expect(asked).toEqual([])
  await user.clear(content())
  await user.click(content())
  await user.paste('什么也没有')
  expect(screen.getByText(/没有读出放假安排/)).toBeVisible()
  await user.clear(content())
  await user.click(content())
  await user.paste(JSON.stringify(inventedYear(2026)))
  await user.click(publish())
  expect(await screen.findByText('2026 年的安排已随程序提供，不能另行录入。')).toBeVisible()
})

it('[CLIENT-511] takes the year’s file as well', async () => {
  const { user } = show(() => Response.json({ facts: [] }))
  const file = new File([JSON.stringify(inventedYear(2027))], '2027.json', { type: 'application/json' })
  await user.upload(screen.getByLabelText(/^或选择文件/), file)
  expect(await screen.findByRole('region', { name: '2027 年安排预览' })).toBeVisible()
})
