/**
 * The ways of applying that a plan offers, ticked one after another on one draft: each brings its own questions, slots and requirements, and
 * takes those of the others away. The last one ticked is submitted.
 */
import type { Locator } from '@playwright/test'
import { ASKS, type Plan } from '@yejibu/shared/plan/plan'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { haveApproved, type MoreApproved } from '../stage/approved-entries.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { openNow, publishPlan } from '../stage/published-plan.ts'
import { expect, test } from '../stage/test.ts'

const WHO = 'xumingchuan'
const STATEMENT = '任现职以来，主要从事地表水环境质量监测与评价工作。'

interface Way {
  readonly name: string
  /** A box under the type that must be ticked. */
  readonly tick?: string
  /** What it asks that not every way asks, with an answer. */
  readonly asks?: Readonly<Record<string, string>>
  /** The slots that not every way has. */
  readonly slots?: readonly string[]
  /** What stands in this person's way, by the name of the place it leads to. */
  readonly lacks?: readonly (readonly [place: string, sentence: string])[]
}

interface Route {
  readonly title: string
  /** Left out: the sample office has published it. */
  readonly plan?: Plan
  readonly approved?: MoreApproved
  readonly ways: readonly Way[]
  readonly category?: string
  readonly point?: string
  /** Questions that every way asks. */
  readonly answers?: Readonly<Record<string, string>>
  /** Slots that the submitted way shows, not its own. */
  readonly slots: readonly string[]
}

const HUZHOU: Route = {
  title: '湖州市环境保护专业',
  plan: huzhou2020Mid({ ...openNow(), asks: ASKS }),
  approved: {
    profile: { titleObtainedYm: '201510', titleAppointedYm: '201512' },
    entries: [
      ['assessment-2017', 'assessment', { year: '2017', result: 'qualified' }],
      ['hours-2016', 'continuingEducation', { year: '2016', subject: 'specialty', hours: '90' }],
      ['hours-2017', 'continuingEducation', { year: '2017', subject: 'specialty', hours: '90' }],
      ['hours-2018', 'continuingEducation', { year: '2018', subject: 'generalPublic', hours: '25.5' }],
    ],
  },
  ways: [{ name: '破格晋升', slots: ['破格推荐　级专业技术职务任职资格审批表'] }, { name: '正常晋升' }],
  point: '德清县',
  answers: { '2020年度是否仍在聘': '是' },
  slots: [
    '近4年继续教育学时证明',
    '事业单位人员职称申报岗位信息表',
    '累计4年现任专业技术职务资格聘书',
    '学历证书及认证材料',
  ],
}

const JINHUA: Route = {
  title: '金华市建设工程技术人员工程师',
  plan: jinhuaConstruction2023Mid({ ...openNow(), asks: ASKS }),
  approved: { entries: [['assessment-2022', 'assessment', { year: '2022', result: 'qualified' }]] },
  ways: [
    { name: '转（兼）评', asks: { 专业技术职务任职资格及取得时间: '水利工程师，201808' }, slots: ['中级资格证书'] },
    {
      name: '直接（ABC类）申报',
      asks: { '直接（ABC类）申报理由': '符合直接申报条件。' },
      slots: ['直接ABC类申报审批表', '直接ABC类申报佐证材料'],
      lacks: [['申报类型', '直接（ABC类）申报仅面向建设类非公企业。']],
    },
    { name: '职（执）业资格申报', slots: ['职（执）业资格证书及聘书'] },
    {
      name: '自评分申报',
      asks: { 自评表申报专业: '环境监测' },
      slots: ['2023年建设工程专业技术职务任职资格自评表与推荐表'],
      lacks: [
        ['自评', '自评分须达到117分方可申报，当前0分。'],
        ['推荐人', '须由2名本专业或相近专业在职高级工程师推荐并上传职称证书。'],
      ],
    },
    { name: '技能人才申报' },
    { name: '正常申报' },
  ],
  category: '施工与监理类',
  answers: { 是否已完成信用核查: '是' },
  slots: ['对应模块佐证材料', '总结', '专业技术工作经历表'],
}

const SHAOXING: Route = {
  title: '绍兴市生态环境专业工程师',
  ways: [
    {
      name: '转评',
      tick: '转评（必选）',
      asks: { 已取得的专业技术职务任职资格及取得时间: '水利工程师，201808' },
      lacks: [['选择项', '请在相应选择项打钩。']],
    },
    { name: '技能人才申报', slots: ['技能人才佐证材料'] },
    {
      name: '标志性业绩直接申报',
      asks: { 标志性业绩: '主持建成全市地表水自动预警网络。' },
      slots: ['专家举荐表', '标志性业绩佐证材料'],
    },
  ],
  category: '监测与分析',
  point: '越城区',
  slots: ['现任专业技术资格证书', '聘任证书', '2021年继续教育学时登记证明'],
}

for (const route of [HUZHOU, JINHUA, SHAOXING]) {
  const submitted = route.ways.at(-1)?.name ?? ''
  test(`[CLIENT-361] apply-ways: ${route.title}, its ways on one draft, submitted as ${submitted}`, async ({
    person,
    relay,
  }) => {
    if (route.plan) await publishPlan(relay, route.plan)
    if (route.approved) await haveApproved(relay.url, WHO, 'zhoumin', route.approved)
    const { page } = await person(WHO)
    const screen = new ApplicationScreen(page)
    const id = await screen.start(route.title)
    const question = (label: string): Locator => page.getByRole('textbox', { name: label })
    const slot = (title: string): Locator => page.getByRole('region', { name: title, exact: true })
    for (const way of route.ways) {
      const others = route.ways.filter((other) => other !== way)
      await screen.choose('基本信息')
      await page.getByRole('radio', { name: way.name, exact: true }).check()
      for (const label of Object.keys(way.asks ?? {})) await expect(question(label)).toBeVisible()
      for (const label of others.flatMap(({ asks = {} }) => Object.keys(asks))) {
        await expect(question(label)).toHaveCount(0)
      }
      await screen.choose('附件')
      for (const title of way.slots ?? []) await expect(slot(title).getByText('必传')).toBeVisible()
      for (const title of others.flatMap(({ slots = [] }) => slots)) await expect(slot(title)).toHaveCount(0)
      await screen.choose('预览与提交')
      const todo = page.getByRole('main')
      for (const place of [...Object.keys(way.asks ?? {}), ...(way.slots ?? [])]) {
        await expect(todo.getByRole('link', { name: place, exact: true })).toBeVisible()
      }
      for (const [place, sentence] of way.lacks ?? []) {
        await expect(todo.getByRole('listitem').filter({ hasText: sentence }).getByRole('link')).toHaveText(place)
      }
      if (way.tick) {
        await screen.choose('基本信息')
        await page.getByRole('checkbox', { name: way.tick }).check()
        await screen.choose('预览与提交')
        await expect(page.getByText('请在相应选择项打钩。')).toHaveCount(0)
        await screen.choose('基本信息')
        await page.getByRole('checkbox', { name: way.tick }).uncheck()
      }
    }

    const way = route.ways.at(-1)
    await fillFiling(relay.url, WHO, id)
    await screen.choose('基本信息')
    if (route.category) await page.getByLabel(route.category).check()
    if (route.point) await screen.choosePoint(route.point)
    for (const [label, answer] of Object.entries(route.answers ?? {})) {
      await page.getByRole('radiogroup', { name: label }).getByLabel(answer, { exact: true }).check()
    }
    for (const [label, answer] of Object.entries(way?.asks ?? {})) await question(label).fill(answer)
    await page.getByLabel('本人述职').fill(STATEMENT)
    await screen.choose('提取业绩')
    await page
      .getByRole('checkbox', { name: /曹娥江/, disabled: false })
      .first()
      .check()
    await screen.choose('附件')
    for (const title of route.slots) await expect(slot(title).getByText(`${title}.pdf`)).toBeVisible()
    for (const title of way?.slots ?? []) {
      const file = {
        name: `${title}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.4\n${title}\n%%EOF`),
      }
      await slot(title).locator('input[type=file]').first().setInputFiles(file)
      await expect(slot(title).getByText('已入单位')).toBeVisible()
    }
    await screen.submit()
    await expect(page.getByText(submitted, { exact: true }).first()).toBeVisible()
    for (const answer of Object.values(way?.asks ?? {})) await expect(page.getByText(answer).first()).toBeVisible()
    for (const title of [...route.slots, ...(way?.slots ?? [])]) {
      await expect(page.getByRole('button', { name: new RegExp(`${title}.pdf`) })).toBeVisible()
    }
  })
}
