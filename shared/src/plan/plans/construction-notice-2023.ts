/** What applicants of the Jinhua construction notice of 2023 choose, answer and upload (domain §4.6, seed 3). */
import type { Plan } from '../plan.ts'
import { ofType, question, SOCIAL_INSURANCE_ELSEWHERE, STAFF_OUTSIDE_QUOTA, slot } from './notice-parts.ts'

export const CONSTRUCTION_CATEGORIES: Plan['categories'] = [
  {
    code: 'planDesign',
    name: '规划与设计类',
    definition: '建设工程规划、设计、咨询、勘察、测绘、施工图审查',
  },
  {
    code: 'buildSupervise',
    name: '施工与监理类',
    definition:
      '房屋建筑、市政基础设施、园林绿化工程施工与管理、工程监理、项目管理、工程检测、质量安全监督、混凝土及建筑构件部品生产、建筑机械、工程造价',
  },
  {
    code: 'techManage',
    name: '技术管理类',
    definition: '科技管理、标准管理、政策管理、造价管理、运行管理、建设单位项目管理、白蚁防治、招标代理',
  },
]

export const CONSTRUCTION_TYPES: Plan['applicationTypes'] = [
  {
    code: 'normal',
    name: '正常申报',
    platformOption: '正常申报',
    note: '已取得建设工程类助理工程师资格并被聘任满4年的人员选此项。',
    ticks: [],
  },
  {
    code: 'selfEval',
    name: '自评分申报',
    platformOption: '自评分申报',
    note: '自评分须达到117分，由2名本专业或相近专业在职高级工程师推荐；上传自评表与推荐表。',
    ticks: [],
    selfEvaluates: true,
  },
  {
    code: 'transfer',
    name: '转（兼）评',
    platformOption: '转（兼）评',
    note: '已取得其他专业中级资格的人员选此项，上传资格证书。',
    ticks: [],
  },
  {
    code: 'directAbc',
    name: '直接（ABC类）申报',
    platformOption: '破格申报',
    note: '面向建设类非公企业的技术骨干、企业负责人等；上传《直接ABC类申报审批表》和佐证材料。',
    ticks: [],
  },
  {
    code: 'practiceCert',
    name: '职（执）业资格申报',
    platformOption: '正常申报',
    note: '持有一级、二级建造师等职（执）业资格证书的人员，在平台选“正常申报”，上传证书和聘书。',
    ticks: [],
  },
  {
    code: 'skilled',
    name: '技能人才申报',
    platformOption: '技能人才申报',
    note: '按浙人社发〔2022〕77号执行。',
    ticks: [],
  },
]

export const CONSTRUCTION_QUESTIONS: NonNullable<Plan['questions']> = [
  question('priorTitle', '专业技术职务任职资格及取得时间', ofType('transfer'), 'V-TRANSFER', {
    hint: '写明已取得的中级资格名称、专业和取得时间（如201808）。',
    maxChars: 200,
  }),
  question('declaredSpecialty', '自评表申报专业', ofType('selfEval'), 'V-SELF-SPEC', {
    hint: '须与个人基本信息中的“从事专业”一致。',
    maxChars: 40,
    mustEqualProfile: 'specialty',
  }),
  question('abcReason', '直接（ABC类）申报理由', ofType('directAbc'), 'V-ABC-REASON', {
    hint: '写明符合的条件，与审批表一致。',
  }),
  question('creditChecked', '是否已完成信用核查', [], 'V-CREDIT', {
    kind: 'yes-no',
    maxChars: 3,
    mustBe: 'yes',
    severity: 'warning',
  }),
]

export const CONSTRUCTION_SLOTS: Plan['attachmentSlots'] = [
  slot('moduleEvidence', '对应模块佐证材料', 'always', { note: '按提取的各栏目分别上传于对应位置。' }),
  slot('summary', '总结', 'always', {
    note: '一份：任现职期间的工程项目技术总结、经验交流材料、专业技术报告或年度专业技术总结等。',
  }),
  slot('abcForm', '直接ABC类申报审批表', ofType('directAbc'), { paper: 'direct-abc' }),
  slot('abcEvidence', '直接ABC类申报佐证材料', ofType('directAbc')),
  slot('workHistoryForm', '专业技术工作经历表', 'always', { paper: 'work-history' }),
  slot('unitNote', '单位说明', STAFF_OUTSIDE_QUOTA, {
    note: '事业单位非在编、离岗创业人员提供。',
    rule: 'V-STAFF-NOTE',
    paper: 'unit-note',
  }),
  slot('selfEvalForm', '2023年建设工程专业技术职务任职资格自评表与推荐表', ofType('selfEval'), {
    paper: 'self-evaluation',
  }),
  slot('outSocial', '省外社保缴纳佐证材料', SOCIAL_INSURANCE_ELSEWHERE),
  slot('other', '其他需特别说明的材料', 'as-available'),
  slot('transferCert', '中级资格证书', ofType('transfer'), { rule: 'V-TRANSFER' }),
  slot('practiceCert', '职（执）业资格证书及聘书', ofType('practiceCert')),
]
