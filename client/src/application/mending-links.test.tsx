/** Whatever stands before a submission is told with the place that mends it, and that place is there: gates G1–G7 (§3.7), requirements (§7.2, §7.3). */
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import type { ReadyArchive } from '@yejibu/shared/testing/ready-archive'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { routes } from '../routes.tsx'
import { DraftForm, type DraftFormProps } from './draft-form.tsx'
import type { Step } from './steps/step.ts'
import { APPLICATION, ASKING, type DraftStage, draftStage, fill, PLAN, WINDOW } from './testing/draft-stage.tsx'

const HERE = `/application/${APPLICATION}`
const ALL = { ...WINDOW, asks: ['details', 'attachments'] as const }
const JINHUA = jinhuaConstruction2023Mid(ALL)
const HUZHOU = huzhou2020Mid(ALL)

interface Case {
  readonly plan?: Plan
  readonly history?: (ready: ReadyArchive) => void
  readonly draft?: (stage: DraftStage) => void
  readonly props?: (stage: DraftStage) => Partial<DraftFormProps>
  /** Place, sentence, address. */
  readonly lines: readonly (readonly [place: string, sentence: string | RegExp, href: string])[]
}

const pullPaper = ({ draft, ready: { paper } }: DraftStage, digest = paper.digest) =>
  draft.pull({ item: paper.item, digest, note: null })
const inDocument = ({ ready: { paper } }: DraftStage): Partial<DraftFormProps> => {
  const item: Item = { id: paper.item, ...paper.content, evidence: [], salt: '', order: '', otherVersions: [] }
  return { archive: { items: [item], digest: () => null } }
}
const drop =
  (start: string) =>
  ({ draft }: DraftStage) => {
    for (const { item } of draft.pulls()) if (item.startsWith(start)) draft.drop(item)
  }
const revokeAll =
  (start: string) =>
  ({ history, background }: ReadyArchive) => {
    for (const one of background) if (one.item.startsWith(start)) history.revoke(one)
  }
const requiring = (change: Partial<NonNullable<Plan['requirements']>[number]>): Plan => ({
  ...PLAN,
  requirements: [
    {
      code: 'own',
      when: [],
      must: [{ on: 'profile', field: 'employerNature', isOneOf: ['institution'] }],
      rule: 'V-REQUIREMENT',
      severity: 'error',
      message: '仅事业单位人员可申报。',
      ...change,
    },
  ],
})
const PAPER = `${HERE}/pulls#pull-paper-1`
const TITLE = '曹娥江流域总磷通量估算'

const CASES: Readonly<Record<string, Case>> = {
  'G1, the profile is not approved': {
    history: ({ history, profile }) => void history.revoke(profile),
    lines: [['个人基本信息', '请先完善个人基本信息并经用人单位审核通过。', '/archive/profile']],
  },
  'G2, a section that must be there has nothing approved': {
    history: (ready) => {
      for (const start of ['education', 'work', 'assessment']) revokeAll(start)(ready)
    },
    lines: [
      ['教育经历', '教育经历为必填项，须经用人单位审核通过。', '/archive/education'],
      ['工作经历', '工作经历为必填项，须经用人单位审核通过。', '/archive/work'],
      ['考核情况', '考核情况为必填项，须经用人单位审核通过。', '/archive/assessment'],
    ],
  },
  'G2, the strict reading: something still waits': {
    plan: { ...PLAN, pull: { ...PLAN.pull, blockOnAnyPending: true } },
    history: ({ history }) => void history.send(history.revision('paper-2', 'paper', { title: '新论文' })),
    lines: [['待审核的业绩', /还有 1 项待单位审核/, '/archive']],
  },
  'G3, what was pulled is no longer approved': {
    history: ({ history, paper }) => void history.revoke(paper),
    draft: pullPaper,
    props: inDocument,
    lines: [[TITLE, /已撤销|未经所在单位审核通过/, PAPER]],
  },
  'G3, approved by an employer of before where the plan asks for the present one': {
    plan: { ...PLAN, pull: { ...PLAN.pull, acceptsFormerEmployers: false } },
    draft: pullPaper,
    props: () => ({ employer: { id: 'another' as OrgId, name: '另一单位' } }),
    lines: [[TITLE, /越州/, PAPER]],
  },
  'G4, older than the present title and not explained': {
    history: ({ history }) => {
      const older = history.revision('paper-0', 'paper', { title: '早年的论文', publishYm: '201506' })
      history.send(older).approve(older)
    },
    draft: ({ draft, props }) => {
      const digest = props.review.items['paper-0' as ItemId]?.approved?.digest ?? ''
      draft.pull({ item: 'paper-0' as ItemId, digest, note: null })
    },
    lines: [['早年的论文', '该业绩不是任现职以来取得的，请说明。', `${HERE}/pulls#pull-paper-0`]],
  },
  'G5, more achievements than the plan means': {
    plan: { ...PLAN, pull: { ...PLAN.pull, manyAbove: 0 } },
    draft: pullPaper,
    lines: [['提取业绩', /业绩材料不宜过多过杂/, `${HERE}/pulls#apply-pulls`]],
  },
  'G6, a group project without the proof of a main contributor': {
    history: ({ history }) => {
      const group = history.revision('project-1', 'engineeringProject', {
        name: '曹娥江自动站',
        role: 'participate',
        endYm: '202006',
      })
      history.send(group).approve(group)
    },
    draft: ({ draft, props }) => {
      const digest = props.review.items['project-1' as ItemId]?.approved?.digest ?? ''
      draft.pull({ item: 'project-1' as ItemId, digest, note: null })
    },
    lines: [['曹娥江自动站', '集体项目须提供本人系主要贡献者依据。', `${HERE}/pulls#pull-project-1`]],
  },
  'G7, another content than the one that was approved': {
    draft: (stage) => pullPaper(stage, 'f'.repeat(64)),
    lines: [[TITLE, /已撤销|未经所在单位审核通过/, PAPER]],
  },
  'the form': {
    draft: ({ draft }) => fill(draft, { type: '', ticks: [], category: '', acceptancePoint: '', statement: '' }),
    lines: [
      ['申报类型', /申报类型/, `${HERE}/info#apply-type`],
      ['申报类别', /申报类别/, `${HERE}/info#apply-category`],
      ['受理点', /受理点/, `${HERE}/info#apply-point`],
      ['本人述职', '请填写本人述职。', `${HERE}/info#apply-statement`],
    ],
  },
  'a tick that the type must have': {
    draft: ({ draft }) => draft.setField('type', 'transfer'),
    lines: [['选择项', '请在相应选择项打钩。', `${HERE}/info#apply-ticks`]],
  },
  'hours that are approved and not pulled': {
    draft: drop('hours-'),
    lines: [['继续教育学时', /2019年度继续教育学时0，未满90学时/, `${HERE}/pulls#apply-hours`]],
  },
  'hours that nobody approved': {
    history: revokeAll('hours-s-2019'),
    lines: [['继续教育（培训情况）', /2019年度继续教育学时18，未满90学时/, '/archive/continuingEducation']],
  },
  'hours of all years together': {
    plan: { ...PLAN, ceRule: PLAN.ceRule && { ...PLAN.ceRule, minPerYear: 0, minTogether: 360 } },
    lines: [['继续教育（培训情况）', /累计学时270，未满360学时/, '/archive/continuingEducation']],
  },
  'an assessment that is approved and not pulled': {
    draft: drop('assessment-2020'),
    lines: [['考核情况', /尚缺2020年度考核结果/, `${HERE}/pulls#pulls-assessment`]],
  },
  'an assessment that nobody approved': {
    history: revokeAll('assessment-2020'),
    lines: [['考核情况', /近三年结果.*尚缺2020年度考核结果/, '/archive/assessment']],
  },
  'years of appointment, and being appointed': {
    plan: { ...PLAN, titleRule: { previousTitle: '助理工程师', minYears: 4, mustBeAppointedThisYear: true } },
    lines: [
      ['任职年限', /须被聘任助理工程师满4年/, `${HERE}/info#apply-tenure`],
      ['任职年限', '申报当年须在聘。', `${HERE}/info#apply-tenure`],
    ],
  },
  'a requirement on the person': {
    plan: requiring({}),
    lines: [['个人基本信息', '仅事业单位人员可申报。', '/archive/profile']],
  },
  'a requirement on an entry': {
    plan: requiring({
      must: [{ on: 'entry', section: 'paper', field: 'indexing', isOneOf: ['core'] }],
      message: '须有核心期刊论文。',
    }),
    lines: [['论文', '须有核心期刊论文。', '/archive/paper']],
  },
  'a requirement on one type': {
    plan: requiring({ when: [{ on: 'type', isOneOf: ['normal'] }], message: '正常申报仅限事业单位人员。' }),
    lines: [['申报类型', '正常申报仅限事业单位人员。', `${HERE}/info#apply-type`]],
  },
  'applying directly from an institution': {
    plan: JINHUA,
    draft: ({ draft }) => draft.setField('type', 'directAbc'),
    lines: [
      ['申报类型', '直接（ABC类）申报仅面向建设类非公企业。', `${HERE}/info#apply-type`],
      ['直接（ABC类）申报理由', /理由/, `${HERE}/info#question-abcReason`],
      ['直接ABC类申报审批表', '请上传“直接ABC类申报审批表”。', `${HERE}/attachments#slot-abcForm`],
    ],
  },
  'a self-evaluation with nothing in it': {
    plan: JINHUA,
    draft: ({ draft }) => draft.setField('type', 'selfEval'),
    lines: [
      ['思想道德', '请先确认“思想道德”符合要求。', `${HERE}/score#indicator-ethics`],
      ['自评', /自评分须达到117分方可申报，当前0分/, `${HERE}/score#apply-score`],
      ['推荐人', /须由2名/, `${HERE}/score#apply-recommenders`],
      ['自评表申报专业', /须与“现从事专业”一致/, `${HERE}/info#question-declaredSpecialty`],
    ],
  },
  'claims that do not hold, of this table and of another': {
    plan: JINHUA,
    draft: ({ draft }) => {
      draft.setField('type', 'selfEval')
      draft.claim({ indicator: 'C4', row: 'second', item: 'gone' as ItemId, rank: null })
      draft.claim({ indicator: 'X9', row: 'any', item: 'gone' as ItemId, rank: null })
    },
    lines: [
      ['执业资格', /“执业资格”中有不成立的得分项/, `${HERE}/score#indicator-C4`],
      ['自评', /“X9”中有不成立的得分项/, `${HERE}/score#indicator-X9`],
    ],
  },
  'a question answered otherwise than it must be': {
    plan: HUZHOU,
    draft: ({ draft }) => draft.setAnswer('appointedThisYear', 'no'),
    lines: [['2020年度是否仍在聘', '申报当年须在聘。', `${HERE}/info#question-appointedThisYear`]],
  },
  'photo, pledge and files': {
    plan: ASKING,
    lines: [
      ['证件照', '请上传证件照。', `${HERE}/photo#apply-photo`],
      ['承诺书', /请先在线签署/, `${HERE}/pledge#apply-pledge`],
      ['2021年继续教育学时登记证明', /请上传/, `${HERE}/attachments#slot-ce2021`],
    ],
  },
  'a file in a slot that the plan does not have': {
    plan: ASKING,
    draft: ({ draft }) =>
      draft.attach(
        { slot: 'colour', sha256: 'a'.repeat(64), bytes: 9, type: 'application/pdf', name: '颜色.pdf' },
        new Date(0),
      ),
    lines: [['colour', /没有“colour”这一附件项/, `${HERE}/attachments#slot-colour`]],
  },
  'nobody employs her': {
    props: () => ({ employer: null }),
    lines: [['用人单位', /请先申请加入用人单位/, '/employer']],
  },
  'another application under the plan': {
    props: () => ({ other: 'xumingchuan.bbbbbbbb' as DraftFormProps['application'] }),
    lines: [['查看已提交的申报', /同一计划只能提交一份申报/, '/application/xumingchuan.bbbbbbbb']],
  },
}

function hasPage(path: string): boolean {
  return routes.some(({ path: pattern }) => {
    if (typeof pattern !== 'string' || pattern === '*') return false
    const parts = pattern
      .split('/')
      .map((part) => (part.endsWith('?') ? '(/[^/]+)?' : part.startsWith(':') ? '/[^/]+' : `/${part}`))
    return new RegExp(`^${parts.slice(1).join('')}$`).test(path)
  })
}

describe('what is missing leads to where it is mended', () => {
  it.each(Object.entries(CASES))('[CLIENT-362] %s', (_, { plan = PLAN, history, draft, props, lines }) => {
    const stage = draftStage(history, undefined, plan)
    fill(stage.draft, {
      type: 'normal',
      ticks: [],
      category: plan.categories[0]?.code ?? '',
      acceptancePoint: plan.acceptancePoints[0]?.code ?? '',
      statement: '述职。',
    })
    draft?.(stage)
    const changed = props?.(stage) ?? {}
    const { goTo } = stage
    goTo('preview')
    renderPage(() => <DraftForm {...stage.props} {...changed} />)
    const found = [...document.querySelectorAll('.todo-lines > li')].map((line) => ({
      text: line.querySelector(':scope > span')?.textContent ?? '',
      place: line.querySelector('a')?.textContent,
      href: line.querySelector('a')?.getAttribute('href'),
    }))
    for (const [place, sentence, href] of lines) {
      expect(found).toContainEqual({
        place,
        text: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
        href,
      })
    }
    // Whatever else is told in this case, too, leads to a place that is there.
    for (const { text, href } of found) {
      expect(href, text).toBeTruthy()
      const [path = '', anchor] = (href ?? '').split('#')
      expect(hasPage(path), href ?? '').toBe(true)
      const step = path.startsWith(`${HERE}/`) ? (path.slice(HERE.length + 1) as Step) : null
      // The page of the pledge knows who is signed in, which is not asked here.
      if (step === null || step === 'pledge') continue
      goTo(step)
      const target = document.getElementById(anchor ?? '')
      expect(target, href ?? '').not.toBeNull()
      expect(target?.querySelector('input, textarea, select, button, a, dl, table'), href ?? '').not.toBeNull()
      goTo('preview')
    }
  })
})
