/**
 * Every paper against the data it is about, not against its own model: what a person, her employer and the committee put down is read back from the
 * printed page. A form of which there is no paper is named here.
 */
import type { FrozenFiling } from '@yejibu/shared/application/filing'
import type { MeetingRecord } from '@yejibu/shared/case/meeting-record'
import { CATALOGUE } from '@yejibu/shared/forms/catalogue'
import { OWN_SHEET } from '@yejibu/shared/forms/direct-forms'
import { reviewMandate } from '@yejibu/shared/forms/employer-forms'
import type { Form } from '@yejibu/shared/forms/form'
import { FORM_KINDS, type FormKind } from '@yejibu/shared/forms/form-kind'
import { meetingMinutes } from '@yejibu/shared/forms/meeting-minutes'
import { publicityForm } from '@yejibu/shared/forms/publicity-form'
import { rosterForm, rosterTable } from '@yejibu/shared/forms/roster-form'
import type { Subject } from '@yejibu/shared/forms/subject'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { AccountId, ItemId, OrgId } from '@yejibu/shared/kernel/ids'
import { scoreOf } from '@yejibu/shared/plan/self-score'
import { PERSON, PLAN, subjectOf, submissionOf } from '@yejibu/shared/testing/form-subject'
import { YUEZHOU } from '@yejibu/shared/testing/people'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { formFonts } from './fonts.ts'
import { renderPdf } from './render-pdf.ts'
import { rosterSheet } from './roster-sheet.ts'
import { pdfPages, solid } from './testing/pdf-text.ts'

const FONTS = formFonts(null)
const { pulls } = submissionOf()
const of = (part: string) => pulls.find(({ content }) => content.part === part)?.item as ItemId

const TABLE = PLAN.selfEvaluation?.table
if (!TABLE) throw new Error('the plan has a table')
/** 3 for the degree, 2 for the patent, 4 for the paper, 6 for the honour. */
const SCORE = scoreOf(
  TABLE,
  {
    controls: TABLE.controls.map(({ code }) => code),
    claims: [
      { indicator: 'E1', row: 'bachelor', item: of('education'), rank: null },
      { indicator: 'E8', row: 'utilityModel', item: of('patent'), rank: null },
      { indicator: 'E9', row: 'core', item: of('paper'), rank: null },
      { indicator: 'E10', row: 'municipal', item: of('honor'), rank: null },
    ],
    ranges: {},
  },
  pulls.map(({ item, content }) => ({ item, content })),
  { schooling: 'bachelor', specialtyYears: 10 },
)

const file = (name: string, type = 'application/pdf') =>
  ({ sha256: sha256Hex(name), name, type, bytes: 60_000 }) as const
const recommender = (name: string, employer: string) =>
  ({ name, employer, title: '正高级工程师', specialty: '环境化学', isInPost: true, certificate: null }) as const
const FILING: FrozenFiling = {
  asked: ['photo', 'pledge', 'details', 'attachments'],
  photo: null,
  pledge: {
    ...{ plan: PLAN.id, owner: 'qianrulan' as AccountId, textDigest: 'ab12'.repeat(16) },
    signature: file('签名.png', 'image/png'),
    signedAt: '2022-09-02T02:00:00.000Z',
  },
  answers: { abcReason: '带队完成三项重点工程。' },
  score: SCORE,
  recommenders: [recommender('宋知远', '浙江省生态环境监测中心'), recommender('章若水', '浙江大学')],
  attachments: [{ slot: PLAN.attachmentSlots[0]?.code ?? '', ...file('岗位信息表（盖章）.pdf') }],
}
const SUBJECT = subjectOf({ filing: FILING, person: { staffing: 'institutionQuota' } })
const OTHER = subjectOf({ person: { fullName: '许明川', birthDate: '1988-03-07' }, id: 'xumingchuan' })

const RECORD: MeetingRecord = {
  stage: 'MID_MEETING',
  meeting: { meeting: '2022年第1次', seats: 5, panel: ['expert-a', 'expert-b'] as AccountId[] },
  number: 3,
  recused: [{ account: 'expert-b' as AccountId, reason: '与申报人同一单位' }],
  ballot: {
    vote: { seats: 4, present: 4, for: 3, against: 1, abstain: 0 },
    outcome: 'passed',
    at: '2022-11-20T02:00:00Z',
  },
}

/** In the letter of the bureau above her employer. */
const ENTRUSTED: Subject = {
  ...SUBJECT,
  case: {
    ...SUBJECT.case,
    mandate: {
      number: '绍市环委〔2022〕3号',
      committee: '浙江省生态环境专业高级工程师评审委员会',
      grounds: '经审查，材料齐全、程序合规。',
      handler: '孙立',
      on: '2022-10-12',
      stage: 'DEPT_M',
      org: 'sx-eco-bureau' as OrgId,
    },
  },
}

function present(form: Form | null): Form {
  if (!form) throw new Error('a form')
  return form
}

/** Those of a group or of a meeting; all others are made by the catalogue. */
const GROUPS: Partial<Record<FormKind, Form>> = {
  publicity: publicityForm([SUBJECT, OTHER], { startedOn: '2022-09-28', lastDay: '2022-10-10', method: '单位公告栏' }),
  roster: rosterForm(
    [
      { subject: SUBJECT, special: null },
      { subject: OTHER, special: null },
    ],
    PLAN.committee.name,
  ),
  mandate: present(reviewMandate([ENTRUSTED, { ...OTHER, case: ENTRUSTED.case }], '绍兴市生态环境局')),
  minutes: meetingMinutes([{ subject: SUBJECT, record: RECORD }], '绍兴市评审办', (account) => `专家${account.at(-1)}`),
}

/** A page of its own, printed by the browser before there is an employer. */
const NO_PAPER: readonly FormKind[] = ['authorisation']

const [NAME, ID, PLACE] = ['钱如兰', PERSON.idNumber ?? '', YUEZHOU.name]
const PAPER = '固相萃取—液相色谱串联质谱法测定水中18种抗生素'
const PATENT = '一种水样自动过滤装置'
const TITLE = PLAN.targetTitle

interface Data {
  readonly holds: readonly string[]
  /** What must not be on it. */
  readonly hides?: readonly string[]
}

const DATA: Readonly<Record<Exclude<FormKind, (typeof NO_PAPER)[number]>, Data>> & Partial<Record<FormKind, Data>> = {
  publicity: {
    holds: [
      NAME,
      '许明川',
      PLACE,
      '1989',
      '环境监测',
      PAPER,
      PATENT,
      '南京林业大学',
      '大学本科',
      '2012.07—至今',
      '分析员',
      '单位公告栏',
      '2022年10月10日',
    ],
    hides: [ID, '13800000006', '1989.11'],
  },
  evaluation: {
    holds: [
      ...[NAME, ID, PLACE, TITLE, '汉族', '助理工程师', '南京林业大学', '环境科学', '分析员', '62.5', PAPER, PATENT],
      ...['ZL201922345678.9', '中国环境监测', '浙江省生态环境监测技术大比武三等奖', '绍兴市生态环境系统先进个人'],
      ...['全市农用地土壤污染状况详查', '质控合格率99.2%', '本人2012年毕业于南京林业大学', '岗位信息表（盖章）.pdf'],
    ],
  },
  roster: {
    holds: [
      NAME,
      '许明川',
      PLACE,
      '198911',
      '198803',
      '201612',
      '201701',
      '绍兴市生态环境局',
      '环境监测',
      '南京林业大学',
    ],
    hides: [ID],
  },
  'expert-opinion': { holds: [NAME, PLACE, TABLE.title.replace(/[《》]/g, ''), '推荐专家1', '推荐专家2'] },
  'post-information': { holds: [NAME, ID, PLACE, '助理工程师', TITLE, `${PLAN.year}年我单位`] },
  exception: { holds: [NAME, '女', '1989.11', PLACE, '10', '南京林业大学', '环境科学', '助理工程师', TITLE, '分析员'] },
  mandate: {
    holds: [
      ...[NAME, '许明川', PLACE, '2名', TITLE, PLAN.title, '绍兴市生态环境局', '绍市环委〔2022〕3号'],
      ...['浙江省生态环境专业高级工程师评审委员会', '经审查，材料齐全、程序合规。', '经办人：孙立', '2022年10月12日'],
    ],
    hides: [ID],
  },
  'direct-recommendation': {
    holds: [
      ...[NAME, '女', '1989.11', PLACE, '南京林业大学', '助理工程师', TITLE, '直接推荐理由', '人力社保部门审核意见'],
      ...[`${SCORE.total}分`, PATENT, PAPER, OWN_SHEET],
    ],
    hides: [ID],
  },
  'direct-abc': {
    holds: [
      NAME,
      PLACE,
      TITLE,
      PATENT,
      '□A类',
      '对应条件',
      '岗位信息表（盖章）.pdf',
      '带队完成三项重点工程。',
      OWN_SHEET,
    ],
    hides: [ID],
  },
  pledge: { holds: [NAME, ID, PLACE, PLAN.title, PLAN.committee.name, '2022年9月2日', 'ab12ab12ab12ab12'] },
  'self-evaluation': {
    holds: [
      ...[NAME, PLACE, '环境监测', `自评总分${SCORE.total}分`, '示例评分表（非官方）'],
      ...SCORE.lines.map(({ name, cap, value, counted, claims }) =>
        claims.length > 0 ? '' : `${name}${cap}${value}${counted}`,
      ),
      ...['南京林业大学3分', `${PATENT}2分`, `${PAPER}4分`, '绍兴市生态环境系统先进个人6分', `合计${SCORE.total}`],
      ...['宋知远', '浙江省生态环境监测中心', '章若水', '浙江大学', '正高级工程师', '环境化学'],
    ],
  },
  'work-history': {
    holds: [NAME, PLACE, '2012.07', '分析员', '环境监测', '水质、土壤有机物分析，方法开发与质量控制。'],
  },
  hours: {
    holds: [NAME, PLACE, '生态环境监测新技术', '碳达峰碳中和与绿色发展', '气相色谱质谱联用技术', '62.5', '92.5', '90'],
  },
  'bag-cover': { holds: [NAME, PLAN.categories[0]?.name ?? '', '绍兴市本级', PLACE] },
  'material-list': {
    holds: [
      NAME,
      PLACE,
      PLAN.title,
      'qianrulan.aaaaaaaaaaaa',
      PLAN.attachmentSlots[0]?.title ?? '',
      '岗位信息表（盖章）.pdf',
    ],
  },
  'unit-note': { holds: [NAME, '女', PLACE, '监测分析', PLAN.title, PLAN.committee.name], hides: [ID] },
  minutes: {
    holds: ['绍兴市评审办', '2022年第1次', NAME, '专家a', '专家b', '与申报人同一单位', '应到', '赞成'],
    hides: [ID, '13800000006'],
  },
}

function paperOf(kind: FormKind): Form {
  const form = GROUPS[kind] ?? CATALOGUE[kind].make?.(SUBJECT)
  if (!form) throw new Error(`no paper of ${kind}`)
  return form
}

test('[FORM-25] every form has its paper, or is known to have none', () => {
  const without = FORM_KINDS.filter((kind) => !GROUPS[kind] && !CATALOGUE[kind].make)
  expect(without).toEqual(FORM_KINDS.filter((kind) => NO_PAPER.includes(kind)))
  expect(FORM_KINDS.filter((kind) => !DATA[kind])).toEqual(without)
})

test.each(Object.entries(DATA) as [FormKind, Data][])(
  '[FORM-25] the paper of %s holds what was put down, and nothing that it must not',
  async (kind, { holds, hides = [] }) => {
    const print = { form: paperOf(kind), printedOn: '2022-12-05', origin: null, pictures: new Map() }
    const text = solid((await pdfPages(await renderPdf(print, FONTS))).join(''))
    expect(holds.filter((part) => !text.includes(solid(part)))).toEqual([])
    expect(hides.filter((part) => text.includes(solid(part)))).toEqual([])
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  },
)

test('[FORM-25] the roster’s sheet holds, cell by cell, what the people put down', async () => {
  const rows = rosterTable([{ subject: SUBJECT, special: null }], PLAN)
  const [sheet] = await readExcelFile(Buffer.from(await rosterSheet(rows)))
  const [head = [], first = []] = sheet?.data ?? []
  const cells = new Map(head.map((name, at) => [String(name), first[at]]))
  const said = [
    '姓名',
    '出生年月',
    '工作单位',
    '主管部门',
    '现任资格',
    '取得时间',
    '聘任时间',
    '申报资格',
    '专业工作年限',
  ]
  expect(said.map((name) => cells.get(name))).toEqual([
    ...[NAME, '198911', PLACE, '绍兴市生态环境局', '助理工程师', '201612', '201701', TITLE, '10'],
  ])
})
