/** An applicant follows her case, a citizen reads its public notice on a phone and objects, and the applicant sees who looked into what is hers. */
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { noticeContentOf, noticeDigest } from '@yejibu/shared/case/notice-content'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

/** Her HR, up to the notice: what the employer's own pages do is told elsewhere. */
async function publicise(url: string) {
  const owner = await HandMadeClient.signIn(url, 'qianrulan')
  const { rows } = (await owner.request('GET', '/api/cases/mine')).body as { rows: { application: string }[] }
  const application = rows[0]?.application ?? ''
  const hr = await HandMadeClient.signIn(url, 'zhoumin')
  const { facts } = (await hr.request('GET', `/api/cases/${application}`)).body as { facts: Fact[] }
  const { filed } = foldCase(facts.filter(isCaseFact))
  if (!filed) throw new Error('she has submitted')
  const { digest, lines, submission } = filed
  const does = async (kind: string, body: object) => {
    const answer = await hr.command(kind, { application, ...body })
    expect([kind, answer.status, answer.refusal]).toEqual([kind, 200, undefined])
  }
  await does('open-submission', { digest })
  const checks = Object.keys(lines).map((line) => ({ line, verdict: 'right', remark: null }))
  await does('check-lines', { digest, checks })
  await does('pass-eligibility', { digest, opinion: '材料真实完整，同意推荐。' })
  const content = noticeDigest(noticeContentOf(submission))
  await does('start-notice', { digest, content, workingDays: null, method: '在单位公告栏张贴' })
  const after = (await hr.request('GET', `/api/cases/${application}`)).body as { facts: Fact[] }
  const code = after.facts.find(({ kind }) => kind === 'notice-started')?.id ?? ''
  const dismiss = async (text: string) => {
    const now = (await hr.request('GET', `/api/cases/${application}`)).body as { facts: Fact[] }
    const raised = now.facts.find(({ kind }) => kind === 'objection-recorded')
    if (!raised) throw new Error('an objection was raised')
    const { objection } = raised.data as { objection: string }
    await does('dismiss-objection', { objection, investigation: '查阅了刊物原件。', answer: text })
  }
  return { application, code, dismiss, secrets: submission.profile.content.fields }
}

test('[CLIENT-345] [CLIENT-346] [CLIENT-352] [CLIENT-353] [CLIENT-354] [CLIENT-357] case-follow: the applicant, the public and the diary', async ({
  person,
  browser,
  relay,
}) => {
  const { application, code, dismiss, secrets } = await publicise(relay.url)
  const { page } = await person('qianrulan')

  await test.step('she sees where it stands and what was said', async () => {
    await page.goto(`/application/${application}`)
    const stations = page.getByRole('list', { name: '申报的各个环节' })
    await expect(stations.locator('[aria-current="step"]')).toContainText('单位公示')
    await expect(page.getByText('材料真实完整，同意推荐。')).toBeVisible()
  })

  const phone = await browser.newContext({ baseURL: relay.url, viewport: { width: 360, height: 740 } })
  const citizen = await phone.newPage()
  let receipt = ''
  await test.step('a citizen reads the notice on a phone and objects', async () => {
    await citizen.goto(`/notice/${code}`)
    await expect(citizen.getByText('在单位公告栏张贴')).toBeVisible()
    await expect(citizen.getByText('钱如兰')).toBeVisible()
    const text = (await citizen.locator('body').textContent()) ?? ''
    for (const secret of [secrets.idNumber, secrets.mobile, secrets.birthDate]) {
      expect(secret).toBeTruthy()
      expect(text).not.toContain(secret)
    }
    expect(await citizen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await citizen.getByRole('radio', { name: '匿名' }).check()
    await citizen.getByRole('combobox', { name: '针对' }).selectOption('0')
    await citizen.getByRole('textbox', { name: /异议内容/ }).fill('署名次序与刊物不符，请核查。')
    await citizen.getByRole('button', { name: '提出异议' }).click()
    await citizen.getByRole('alertdialog').getByRole('button', { name: '提出异议' }).click()
    await citizen.getByRole('link', { name: '查看处理情况' }).click()
    await expect(citizen.getByText('正在调查处理')).toBeVisible()
    receipt = citizen.url()
  })

  await test.step('the employer answers; the address tells the answer, and she is not told who objected', async () => {
    await dismiss('经核查，署名与刊物一致。')
    await citizen.goto(receipt)
    await expect(citizen.getByText('经核查，署名与刊物一致。')).toBeVisible()
    await page.reload()
    await expect(page.getByText('材料真实完整，同意推荐。')).toBeVisible()
    await expect(page.getByText(/署名次序|公示有异议|收到异议/)).toHaveCount(0)
    await phone.close()
  })

  await test.step('the diary says that HR opened her application', async () => {
    await page.goto('/diary')
    const table = page.getByRole('table', { name: '查看记录' })
    const row = table.getByRole('row').filter({ hasText: '周敏' }).first()
    await expect(row).toContainText('单位人事负责人')
    await expect(row).toContainText('申报')
  })
})
