/** People whose submissions are printed in tests: one with entries in many sections, and variations of her. */
import type { FrozenFiling } from '../application/filing.ts'
import { type PulledRevision, type Submission, submissionDigest } from '../application/submission.ts'
import type { FieldValues, Part } from '../archive/item.ts'
import { foldCase } from '../case/case.ts'
import type { Subject } from '../forms/subject.ts'
import { sha256Hex } from '../kernel/canonical.ts'
import type { AccountId, ApplicationId, FactId, ItemId } from '../kernel/ids.ts'
import type { Plan } from '../plan/plan.ts'
import { BUILT_IN_PLANS } from '../plan/plans/built-in-plans.ts'
import { YUEZHOU } from './people.ts'

export const PLAN: Plan = BUILT_IN_PLANS['sx-eco-2022-mid']({
  open: '2022-09-01T08:30:00+08:00',
  close: '2022-10-31T17:00:00+08:00',
})

export const PERSON: FieldValues = {
  fullName: '钱如兰',
  gender: 'female',
  idType: 'residentId',
  idNumber: '33060219891116462X',
  birthDate: '1989-11-16',
  ethnicity: '01',
  mobile: '13800000006',
  domicile: '浙江省绍兴市越城区',
  workStartYm: '201207',
  currentEmployer: YUEZHOU.name,
  department: '有机分析室',
  post: '监测分析',
  employerNature: 'institution',
  staffing: 'institutionQuota',
  competentDeptName: '绍兴市生态环境局',
  fileCustodian: YUEZHOU.name,
  filesEntrusted: 'no',
  currentTitleName: '助理工程师',
  titleObtainedYm: '201612',
  titleAppointedYm: '201701',
  titleCertNo: '330602201612008',
  specialty: '环境监测',
  specialtyWorkYears: '10',
}

const ENTRIES: readonly (readonly [Exclude<Part, 'profile'>, FieldValues])[] = [
  [
    'education',
    {
      beginYm: '200809',
      endYm: '201206',
      school: '南京林业大学',
      major: '环境科学',
      eduLevel: 'bachelor',
      graduationYm: '201206',
      degree: 'bachelor',
    },
  ],
  [
    'work',
    {
      beginYm: '201207',
      endYm: null,
      employerName: YUEZHOU.name,
      position: '分析员',
      duties: '水质、土壤有机物分析，方法开发与质量控制。',
      specialty1: '环境监测',
      countsAsSpecialty: 'yes',
    },
  ],
  [
    'continuingEducation',
    {
      year: '2021',
      subject: 'specialty',
      trainingItem: '生态环境监测新技术',
      organizer: '浙江省环境监测协会',
      hours: '62.5',
    },
  ],
  [
    'continuingEducation',
    {
      year: '2021',
      subject: 'generalPublic',
      trainingItem: '碳达峰碳中和与绿色发展',
      organizer: '绍兴市人社局',
      hours: '30',
    },
  ],
  [
    'continuingEducation',
    {
      year: '2020',
      subject: 'specialty',
      trainingItem: '气相色谱质谱联用技术',
      organizer: '浙江省环境监测协会',
      hours: '90',
    },
  ],
  [
    'award',
    {
      awardYm: '202011',
      itemName: '生态环境监测技术大比武',
      awardName: '浙江省生态环境监测技术大比武三等奖',
      level: 'provincial',
      grade: 'third',
      rank: '1',
      participantCount: '3',
    },
  ],
  ['honor', { grantYm: '202105', name: '绍兴市生态环境系统先进个人', grantor: '绍兴市生态环境局', level: 'municipal' }],
  [
    'engineeringProject',
    {
      beginYm: '201903',
      endYm: '202012',
      name: '全市农用地土壤污染状况详查',
      projectCategory: '环境调查',
      role: 'lead',
      scale: '2140个样品',
      responsibility: '有机组组长，负责样品分析与质量控制，质控合格率99.2%。',
    },
  ],
  [
    'paper',
    {
      publishYm: '202106',
      title: '固相萃取—液相色谱串联质谱法测定水中18种抗生素',
      journal: '中国环境监测',
      indexing: 'core',
      rank: '1',
      participantCount: '4',
      isRepresentative: 'yes',
    },
  ],
  [
    'patent',
    {
      approvedYm: '202008',
      name: '一种水样自动过滤装置',
      patentNo: 'ZL201922345678.9',
      patentType: 'utilityModel',
      rank: '2',
      participantCount: '3',
      isGranted: 'yes',
    },
  ],
  ['assessment', { year: '2019', result: 'qualified', assessor: YUEZHOU.name }],
  ['assessment', { year: '2020', result: 'excellent', assessor: YUEZHOU.name }],
  ['assessment', { year: '2021', result: 'qualified', assessor: YUEZHOU.name }],
]

export interface SubjectChange {
  readonly person?: FieldValues
  readonly entries?: readonly (readonly [Exclude<Part, 'profile'>, FieldValues])[]
  readonly form?: Partial<Submission['form']>
  readonly filing?: FrozenFiling
  readonly plan?: Plan
  readonly id?: string
}

export function submissionOf({
  person = {},
  entries = ENTRIES,
  form = {},
  filing,
  plan = PLAN,
  id = 'qianrulan',
}: SubjectChange = {}): Submission {
  const pulled = (item: string, part: Part, fields: FieldValues): PulledRevision => ({
    item: item as ItemId,
    part,
    digest: sha256Hex(item, JSON.stringify(fields)),
    content: { part, version: 1, fields, evidence: [] },
    salt: sha256Hex(item),
    approval: 'fact-1' as FactId,
    approvedAt: '2022-08-01T00:00:00.000Z',
    approvedBy: 'zhoumin' as AccountId,
    employer: { id: YUEZHOU.id, name: YUEZHOU.name },
    note: null,
  })
  return {
    application: `${id}.aaaaaaaaaaaa` as ApplicationId,
    owner: id as AccountId,
    plan: { id: plan.id, version: plan.version, title: plan.title, year: plan.year },
    employer: { id: YUEZHOU.id, name: YUEZHOU.name },
    form: {
      type: plan.applicationTypes[0]?.code ?? '',
      ticks: [],
      category: plan.categories[0]?.code ?? '',
      acceptancePoint: plan.acceptancePoints[0]?.code ?? '',
      statement:
        '本人2012年毕业于南京林业大学环境科学专业，一直在生态环境监测一线从事实验室分析工作。\n任现职以来主持完成多项监测任务。',
      ...form,
    },
    profile: pulled('profile', 'profile', { ...PERSON, ...person }),
    pulls: entries.map(([part, fields], index) => pulled(`${part}-${index}`, part, fields)),
    ...(filing ? { filing } : {}),
    warnings: [],
  }
}

export function subjectOf(change: SubjectChange = {}): Subject {
  const submission = submissionOf(change)
  const at = '2022-09-02T03:04:05.000Z'
  const submitted = {
    kind: 'application-submitted',
    data: { submission, digest: submissionDigest(submission) },
    at,
    actor: submission.owner,
  } as const
  return {
    submission,
    plan: change.plan ?? PLAN,
    case: foldCase([submitted]),
    checkpoint: { seq: 42, hash: sha256Hex('checkpoint'), at },
    officeNames: {},
  }
}
