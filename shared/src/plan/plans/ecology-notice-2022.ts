/**
 * Seed 1 is one notice for two plans of 2022 (domain §4.4, §4.5): applicants of both take the same steps. What differs is in the two plans'
 * own files.
 */
import type { Plan } from '../plan.ts'
import {
  HOLDS_TITLE,
  ofType,
  point,
  question,
  SOCIAL_INSURANCE_ELSEWHERE,
  STAFF_IN_QUOTA,
  slot,
} from './notice-parts.ts'

export const ECOLOGY_CATEGORIES: Plan['categories'] = [
  { code: 'monitoring', name: '监测与分析' },
  { code: 'engineering', name: '工程与咨询' },
  { code: 'planning', name: '规划与管理' },
]

export const ECOLOGY_TYPES: Plan['applicationTypes'] = [
  {
    code: 'normal',
    name: '正常申报',
    platformOption: '正常申报',
    note: '符合本计划正常申报条件的人员选此项。',
    ticks: [
      { code: 'lateDegree', name: '后学历/学位取得时间不满2年', isRequired: false },
      { code: 'midReapply', name: '再次通过中级申报', isRequired: false },
    ],
  },
  {
    code: 'transfer',
    name: '转评',
    platformOption: '转评',
    note: '已取得其他专业中级资格，岗位变动后申报本专业；须打钩。',
    ticks: [{ code: 'transfer', name: '转评', isRequired: true }],
  },
  {
    code: 'landmark',
    name: '标志性业绩直接申报',
    platformOption: '标志性业绩直接申报',
    note: '填写标志性业绩，上传2名专家的举荐表和佐证材料。',
    ticks: [],
  },
  {
    code: 'selfEval',
    name: '自评申报',
    platformOption: '自评申报',
    note: '点“开始自评”，自评分须达到80分方可申报；上传《直接推荐专业技术职务任职资格审核表》。',
    ticks: [],
    selfEvaluates: true,
  },
  {
    code: 'skilled',
    name: '技能人才申报',
    platformOption: '正常申报',
    note: '技能人才在平台选“正常申报”，另附佐证材料。',
    ticks: [],
  },
]

export const ECOLOGY_QUESTIONS: NonNullable<Plan['questions']> = [
  question('priorTitle', '已取得的专业技术职务任职资格及取得时间', ofType('transfer'), 'V-TRANSFER', {
    hint: '写明资格名称、专业、发证单位和取得时间（如201808）。',
    maxChars: 200,
  }),
  question('landmarkText', '标志性业绩', ofType('landmark'), 'V-LANDMARK', {
    hint: '写明业绩名称、本人作用、时间和成效，与举荐表一致。',
  }),
]

const YEARS = [2019, 2020, 2021]

export const ECOLOGY_SLOTS: Plan['attachmentSlots'] = [
  slot('titleCert', '现任专业技术资格证书', HOLDS_TITLE),
  slot('appointment', '聘任证书', HOLDS_TITLE),
  slot('experience', '从事工程技术、工程技术管理工作的经历', 'always'),
  slot('works', '任现职以来的著作、论文、项目可行性研究设计报告、成果鉴定材料', 'as-available'),
  slot('directReview', '直接推荐专业技术职务任职资格审核表', ofType('selfEval'), { paper: 'direct-recommendation' }),
  ...YEARS.map((year) =>
    slot(`ce${year}`, `${year}年继续教育学时登记证明`, 'always', { note: '从继续教育系统打印，不少于90学时。' }),
  ),
  slot('postInfo', '事业单位人员职称申报岗位信息表', STAFF_IN_QUOTA, { rule: 'V-STAFF', paper: 'post-information' }),
  slot('outSocial', '省外缴纳社保证明', SOCIAL_INSURANCE_ELSEWHERE),
  slot('landmarkNomination', '专家举荐表', ofType('landmark'), {
    note: '2名专家。',
    rule: 'V-LANDMARK',
    paper: 'expert-opinion',
  }),
  slot('landmarkEvidence', '标志性业绩佐证材料', ofType('landmark'), { rule: 'V-LANDMARK' }),
  slot('skilledEvidence', '技能人才佐证材料', ofType('skilled')),
]

/** Seed 1 附5. */
export const ECOLOGY_POINTS: Plan['acceptancePoints'] = [
  point(
    'shaoxing',
    '市本级',
    '绍兴市环境保护工程技术人员中级专业技术职务任职资格评审委员会',
    '绍兴市越城区树下王路38号',
    '88096909',
  ),
  point('yuecheng', '越城区', '绍兴市越城区人力资源和社会保障局', '越城区北海街道马臻路45号', '88307199'),
  point('keqiao', '柯桥区', '绍兴市柯桥区人力资源和社会保障局', '柯桥区纺都路1066号21-22层', '84126032'),
  // The notice prints “越城区” inside the address of 上虞区.
  point(
    'shangyu',
    '上虞区',
    '绍兴市上虞区人力资源和社会保障局',
    '上虞区曹娥街道嘉和路168号越城区人力资源市场内',
    '82818137',
  ),
  point('zhuji', '诸暨市', '诸暨市人力资源和社会保障局', '诸暨市永昌路12号', '87035676'),
  point('shengzhou', '嵊州市', '嵊州市人力资源和社会保障局', '嵊州市剡城路369号', '83012837'),
  point('xinchang', '新昌县', '新昌县人力资源和社会保障局', '新昌县鼓山中路179号', '86023080'),
]

/** At least 90 hours in each; the subjects' shares are the national rule and only warn (domain §4.9). */
export const ECOLOGY_HOURS: NonNullable<Plan['ceRule']> = {
  years: YEARS,
  minPerYear: 90,
  minSpecialtyPerYear: 60,
  minPublicPerYear: 18,
  minGeneralPublicPerYear: null,
  minIndustryPublicPerYear: null,
}

export const ECOLOGY_PLEDGE: Plan['pledge'] = {
  title: '专业技术资格申报材料真实性保证书',
  channels: ['微信', '支付宝'],
}

export const ECOLOGY_PUBLICITY: Plan['publicity'] = {
  minWorkingDays: 5,
  content: '申报人员基本情况、业绩材料和推荐意见',
  countStartDay: false,
  method: '适当方式',
}
