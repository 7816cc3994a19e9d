/**
 * Who applies by a special way (转评, 破格, 直接, 技能人才, once more from the mid-level post) and how she comes to her receipt: its boxes, answers and evidence
 * are given on the page, and what it is not about (photo, pledge, usual scans) another device of hers has filled. Without what is the way's own, nothing
 * is submitted.
 */
import { ASKS, type Plan } from '@yejibu/shared/plan/plan'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { zhejiangEcology2022Senior } from '@yejibu/shared/plan/plans/zhejiang-ecology-2022-senior'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { haveApproved, type MoreApproved } from '../stage/approved-entries.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { openNow, publishByOffice } from '../stage/published-plan.ts'
import { expect, test } from '../stage/test.ts'

const WHO = 'xumingchuan'
const STATEMENT = '任现职以来，主要从事地表水环境质量监测与评价工作。'

interface Notice {
  readonly title: string
  /** Left out: the sample office has published it. */
  readonly plan?: () => Plan
  readonly approved?: MoreApproved
  readonly category?: string
  readonly point?: string
  /** Questions that every way asks, with the answers chosen. */
  readonly answers?: Readonly<Record<string, string>>
}

interface Way {
  readonly notice: Notice
  readonly name: string
  /** What her approved profile says otherwise. */
  readonly profile?: MoreApproved['profile']
  /** The box that must be ticked. */
  readonly tick?: string
  readonly asks?: Readonly<Record<string, string>>
  readonly slots?: readonly string[]
  /** By another way she is refused with this sentence, by this one she is not. */
  readonly insteadOf?: readonly [name: string, sentence: string]
  /** The rules' sentences while what is the way's own is missing. */
  readonly missing: readonly string[]
}

const SHAOXING: Notice = { title: '绍兴市生态环境专业工程师', category: '监测与分析', point: '越城区' }
const ZHEJIANG: Notice = {
  ...SHAOXING,
  title: '浙江省生态环境专业高级工程师',
  plan: () => zhejiangEcology2022Senior({ ...openNow(), asks: ASKS }),
}
const HUZHOU: Notice = {
  title: '湖州市环境保护专业',
  plan: () => huzhou2020Mid({ ...openNow(), asks: ASKS }),
  approved: {
    entries: [
      ['assessment-2017', 'assessment', { year: '2017', result: 'qualified' }],
      ['hours-2016', 'continuingEducation', { year: '2016', subject: 'specialty', hours: '90' }],
      ['hours-2017', 'continuingEducation', { year: '2017', subject: 'specialty', hours: '90' }],
      ['hours-2018', 'continuingEducation', { year: '2018', subject: 'generalPublic', hours: '25.5' }],
    ],
  },
  point: '德清县',
  answers: { '2020年度是否仍在聘': '是' },
}
const JINHUA: Notice = {
  title: '金华市建设工程技术人员工程师',
  plan: () => jinhuaConstruction2023Mid({ ...openNow(), asks: ASKS }),
  approved: { entries: [['assessment-2022', 'assessment', { year: '2022', result: 'qualified' }]] },
  category: '施工与监理类',
  answers: { 是否已完成信用核查: '是' },
}

const WAYS: readonly Way[] = [
  {
    notice: SHAOXING,
    name: '转评',
    tick: '转评（必选）',
    asks: { 已取得的专业技术职务任职资格及取得时间: '水利工程师，绍兴市人力资源和社会保障局，201808' },
    missing: ['请在相应选择项打钩。', '请填写已取得的中级资格情况并上传资格证书。'],
  },
  {
    notice: SHAOXING,
    name: '技能人才申报',
    slots: ['技能人才佐证材料'],
    missing: ['请上传“技能人才佐证材料”。'],
  },
  { notice: ZHEJIANG, name: '正常申报', tick: '再次通过中级申报', missing: [] },
  {
    notice: HUZHOU,
    name: '破格晋升',
    slots: ['破格推荐　级专业技术职务任职资格审批表'],
    // Appointed in December 2017: three years at the end of 2020, not four.
    insteadOf: ['正常晋升', '正常晋升须被聘任助理工程师满4年。'],
    missing: ['请上传“破格推荐　级专业技术职务任职资格审批表”。'],
  },
  {
    notice: JINHUA,
    name: '转（兼）评',
    asks: { 专业技术职务任职资格及取得时间: '水利工程师，201808' },
    slots: ['中级资格证书'],
    missing: ['请填写已取得的中级资格情况并上传资格证书。'],
  },
  {
    notice: JINHUA,
    name: '直接（ABC类）申报',
    profile: { employerNature: 'nonPublic', staffing: 'enterprise' },
    asks: { '直接（ABC类）申报理由': '非公企业技术骨干，符合直接申报条件，与审批表一致。' },
    slots: ['直接ABC类申报审批表', '直接ABC类申报佐证材料'],
    missing: ['请上传“直接ABC类申报审批表”。', '请上传“直接ABC类申报佐证材料”。'],
  },
  {
    notice: JINHUA,
    name: '技能人才申报',
    // Of another trade's title: four years of it are asked of the normal way alone.
    profile: { currentTitleName: '高级技师' },
    insteadOf: ['正常申报', '正常申报须被聘任助理工程师满4年。'],
    missing: [],
  },
]

for (const way of WAYS) {
  const { notice } = way
  test(`[CLIENT-416] apply-special-ways: ${notice.title}, ${way.name}, from its own boxes and files to the receipt`, async ({
    person,
    relay,
  }) => {
    if (notice.plan) await publishByOffice(relay.url, notice.plan())
    const profile = way.profile && { profile: way.profile }
    await haveApproved(relay.url, WHO, 'zhoumin', { ...notice.approved, ...profile })
    const { page } = await person(WHO)
    const screen = new ApplicationScreen(page)
    const id = await screen.start(notice.title)
    await fillFiling(relay.url, WHO, id)

    await screen.choose('基本信息')
    if (notice.category) await page.getByLabel(notice.category).check()
    if (notice.point) await screen.choosePoint(notice.point)
    for (const [label, answer] of Object.entries(notice.answers ?? {})) await screen.answer(label, answer)
    await page.getByLabel('本人述职').fill(STATEMENT)
    await screen.choose('提取业绩')
    await screen.pullOne()
    if (way.insteadOf) {
      const [name, sentence] = way.insteadOf
      await screen.choose('基本信息')
      await page.getByRole('radio', { name, exact: true }).check()
      await screen.submitInVain()
      await expect(screen.problem(sentence)).toBeVisible()
    }

    await screen.choose('基本信息')
    await page.getByRole('radio', { name: way.name, exact: true }).check()
    if (way.missing.length > 0) await screen.submitInVain()
    for (const sentence of way.missing) await expect(screen.problem(sentence).first()).toBeVisible()
    await screen.choose('基本信息')
    if (way.tick) await page.getByRole('checkbox', { name: way.tick }).check()
    for (const [label, answer] of Object.entries(way.asks ?? {})) {
      await page.getByRole('textbox', { name: label }).fill(answer)
    }
    await screen.choose('附件')
    for (const title of way.slots ?? []) await screen.upload(title)

    await screen.submit()
    await expect(screen.receipt('申报类型')).toHaveText(way.name)
    if (way.tick) await expect(page.getByText(way.tick.replace('（必选）', ''), { exact: true }).last()).toBeVisible()
    await expect(screen.receipt('申报编号')).toContainText(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/)
    for (const answer of Object.values(way.asks ?? {})) await expect(page.getByText(answer).first()).toBeVisible()
    for (const title of way.slots ?? []) {
      await expect(page.getByRole('button', { name: `${title}.pdf` })).toBeVisible()
    }
  })
}
