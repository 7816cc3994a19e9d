/**
 * 2023年度金华市建设工程技术人员 (domain §4.6): the mid-level review, and the junior review, junior and mid-level determinations (初定) of the
 * building department's own institutions. The notice gives no addresses, no years of continuing education, no copies of the form, and titles
 * only for the mid-level review; the other three titles are ours.
 */
import type { PlanId } from '../../kernel/ids.ts'
import type { Condition } from '../condition.ts'
import type { Plan } from '../plan.ts'
import type { StageCode } from '../stage-code.ts'
import { CONSTRUCTION_117_DEMO } from '../tables/construction-117-demo.ts'
import {
  CONSTRUCTION_CATEGORIES,
  CONSTRUCTION_QUESTIONS,
  CONSTRUCTION_SLOTS,
  CONSTRUCTION_TYPES,
} from './construction-notice-2023.ts'
import { ANY_RESULT, ofType, PHOTO, PULL, type Publication, published, STATEMENT } from './notice-parts.ts'

const COMMITTEE = '金华市建设工程技术人员工程师职务任职资格评审委员会'
const FEE_BASIS = '浙价费〔2002〕229号'

function chain(code: string, appliesTo: string, stages: StageCode[]): Plan['chains'][number] {
  return { code, appliesTo, stages }
}

const TO_THE_MEETING: StageCode[] = [
  'HRSS_C',
  'JR_INTERVIEW',
  'JR_MEETING',
  'MID_OFFICE',
  'HRSS_M',
  'QUAL_PUB',
  'FEE',
  'FORM',
  'INTERVIEW',
  'MID_MEETING',
  'ANNOUNCE',
  'CERT',
]

export function jinhuaConstruction2023Mid(publication: Publication): Plan {
  return {
    id: 'jh-con-2023-mid' as PlanId,
    version: 1,
    title: '2023年度金华市建设工程技术人员工程师职务任职资格评审工作计划',
    year: 2023,
    menuPath: '用户中心首页/中级职称评审',
    mode: 'review',
    level: 'mid',
    targetTitle: '工程师',
    series: '工程技术人员',
    specialties: ['建设工程'],
    committee: { id: 'JH-CON-MID', name: COMMITTEE, orgId: null },
    regionScope: '金华市',
    employerScope: '金华市企事业单位；参照公务员管理的事业单位不在申报范围。',
    ...published(publication),
    tenureCutoff: '2023-12-31',
    categories: CONSTRUCTION_CATEGORIES,
    applicationTypes: CONSTRUCTION_TYPES,
    statement: STATEMENT,
    photo: PHOTO,
    pledge: { title: '专业技术资格申报材料真实性保证书', channels: ['扫码'] },
    selfEvaluation: {
      tableId: CONSTRUCTION_117_DEMO.id,
      threshold: 117,
      comparison: '>=',
      table: CONSTRUCTION_117_DEMO,
    },
    requirementsText: ['所有内容必须真实规范，否则后果自负。'],
    questions: CONSTRUCTION_QUESTIONS,
    requirements: [
      {
        code: 'abcEmployer',
        when: [...ofType('directAbc')],
        must: [{ on: 'profile', field: 'employerNature', isOneOf: ['nonPublic'] }],
        rule: 'V-ABC',
        severity: 'error',
        message: null,
      },
      {
        code: 'civilService',
        when: [],
        must: [
          {
            on: 'profile',
            field: 'employerNature',
            isOneOf: ['', 'institution', 'stateOwned', 'nonPublic', 'socialOrganization', 'other'],
          },
        ],
        rule: 'V-REQUIREMENT',
        severity: 'error',
        message: '机关和参照公务员管理的事业单位人员不在申报范围。',
      },
    ],
    recommenders: { askedWhen: [...ofType('selfEval')], count: 2, title: '高级工程师', needsCertificate: true },
    attachmentSlots: CONSTRUCTION_SLOTS,
    ceRule: null,
    assessmentRule: { minYears: 3, allowed: ANY_RESULT },
    titleRule: {
      previousTitle: '助理工程师',
      minYears: 4,
      mustBeAppointedThisYear: false,
      appliesTo: ['normal'],
    },
    educationEquivalence: {},
    pull: PULL,
    fees: [
      { code: 'recommend', name: '推荐费', amount: '80', basis: FEE_BASIS, collector: '初评委', stage: 'FEE' },
      { code: 'review', name: '评审费', amount: '180', basis: FEE_BASIS, collector: COMMITTEE, stage: 'FEE' },
    ],
    paymentMode: 'online',
    acceptancePoints: [],
    chains: [
      chain('C-MID', '金华市企事业单位', ['EMP', 'JR_OFFICE', ...TO_THE_MEETING]),
      chain('C-TALENT', '人事档案委托人才交流中心代理的人员', ['EMP', 'TALENT', 'JR_OFFICE', ...TO_THE_MEETING]),
      chain('C-MID-PROSE', '按主管部门办理的地区', [
        'EMP',
        'DEPT_C',
        'HRSS_C',
        'JR_MEETING',
        'MID_OFFICE',
        'HRSS_M',
        'FEE',
        'FORM',
        'MID_MEETING',
        'ANNOUNCE',
        'CERT',
      ]),
    ],
    publicity: {
      minWorkingDays: 5,
      content: '基本情况和业绩材料',
      countStartDay: false,
      method: '单位内部公示',
    },
    evaluationForm: {
      copies: null,
      copiesIfInterview: null,
      watermarkText: null,
      stamps: [],
      mailTo: null,
      availableFrom: 'approved',
    },
    roster: null,
    mailing: ['收到短信12333通知后，在规定时间内完成评审表导出打印和缴费。', '操作不明之处请咨询平台技术支持。'],
    postQuotaRequired: false,
    resubmitTo: 'employer',
    twoStepEmployer: false,
  }
}

type Flow = Pick<
  Plan,
  'id' | 'title' | 'mode' | 'level' | 'targetTitle' | 'chains' | 'fees' | 'employerScope' | 'committee'
>

/** The plain flows: no self-evaluation, no direct ways, no four years. */
function plainFlow(publication: Publication, flow: Flow): Plan {
  const normal = CONSTRUCTION_TYPES.filter((type) => type.code === 'normal')
  const mid = jinhuaConstruction2023Mid(publication)
  const { questions = [], requirements = [] } = mid
  return {
    ...mid,
    ...flow,
    // What the notice asks of its other types is asked of nobody here.
    attachmentSlots: mid.attachmentSlots.filter((slot) => concernsNormal(slot.requiredWhen)),
    questions: questions.filter((question) => concernsNormal(question.askedWhen)),
    requirements: requirements.filter((requirement) => concernsNormal(requirement.when)),
    menuPath: null,
    applicationTypes: normal,
    selfEvaluation: null,
    recommenders: null,
    titleRule: null,
    paymentMode: flow.fees.length > 0 ? 'online' : 'none',
    mailing: [],
  }
}

function concernsNormal(conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => condition.on !== 'type' || condition.isOneOf.includes('normal'))
}

export function jinhuaConstruction2023JuniorReview(publication: Publication): Plan {
  return plainFlow(publication, {
    id: 'jh-con-2023-jr-review' as PlanId,
    title: '2023年度金华市建设工程技术人员助理工程师职务任职资格评审工作计划',
    mode: 'review',
    level: 'junior',
    targetTitle: '助理工程师',
    employerScope: '市本级（含双龙风景旅游区）直属事业单位；参照公务员管理的事业单位不在申报范围。',
    committee: { id: 'JH-CON-JR', name: '金华市住建局系统初评委', orgId: null },
    fees: [{ code: 'review', name: '评审费', amount: '100', basis: FEE_BASIS, collector: '初评委', stage: 'FEE' }],
    chains: [
      chain('C-JR-REVIEW', '市本级直属事业单位', [
        'EMP',
        'JR_OFFICE',
        'FEE',
        'FORM',
        'JR_MEETING',
        'HRSS_M',
        'ANNOUNCE',
        'CERT',
      ]),
    ],
  })
}

export function jinhuaConstruction2023JuniorDetermination(publication: Publication): Plan {
  return plainFlow(publication, {
    id: 'jh-con-2023-jr-init' as PlanId,
    title: '2023年度金华市住建局局属事业单位建设工程初级职务任职资格初定工作计划',
    mode: 'initial-determination',
    level: 'junior',
    targetTitle: '助理工程师',
    employerScope: '住建局局属事业单位；参照公务员管理的事业单位不在申报范围。',
    committee: { id: 'JH-CON-JR-INIT', name: '金华市住房和城乡建设局', orgId: null },
    fees: [],
    chains: [chain('C-JR-INIT', '住建局局属事业单位', ['EMP', 'DEPT_M', 'HRSS_M', 'ANNOUNCE', 'CERT'])],
  })
}

export function jinhuaConstruction2023MidDetermination(publication: Publication): Plan {
  return plainFlow(publication, {
    id: 'jh-con-2023-mid-init' as PlanId,
    title: '2023年度金华市住建局局属事业单位建设工程中级职务任职资格初定工作计划',
    mode: 'initial-determination',
    level: 'mid',
    targetTitle: '工程师',
    employerScope: '住建局局属事业单位；参照公务员管理的事业单位不在申报范围。',
    committee: { id: 'JH-CON-MID-INIT', name: '金华市人力资源和社会保障局', orgId: null },
    fees: [],
    chains: [chain('C-MID-INIT', '住建局局属事业单位', ['EMP', 'DEPT_M', 'HRSS_M', 'ANNOUNCE', 'CERT'])],
  })
}
