/**
 * 2022年度绍兴市生态环境专业工程师 (domain §4.4). The notice states no dates for the window: whoever publishes the plan gives them, and
 * `[EA]` marks in the domain (publicity of results, the office's place in the county chain) are kept as data here, to be changed.
 */
import type { PlanId } from '../../kernel/ids.ts'
import type { Plan } from '../plan.ts'
import { ECOLOGY_80_DEMO } from '../tables/ecology-80-demo.ts'
import {
  ECOLOGY_CATEGORIES,
  ECOLOGY_HOURS,
  ECOLOGY_PLEDGE,
  ECOLOGY_POINTS,
  ECOLOGY_PUBLICITY,
  ECOLOGY_QUESTIONS,
  ECOLOGY_SLOTS,
  ECOLOGY_TYPES,
} from './ecology-notice-2022.ts'
import { ANY_RESULT, PHOTO, PULL, type Publication, published, STATEMENT } from './notice-parts.ts'

export function shaoxingEcology2022Mid(publication: Publication): Plan {
  return {
    id: 'sx-eco-2022-mid' as PlanId,
    version: 1,
    title: '2022年度绍兴市生态环境专业工程师专业技术职务任职资格评审申报计划',
    year: 2022,
    menuPath: null,
    mode: 'review',
    level: 'mid',
    targetTitle: '工程师',
    series: '工程技术人员',
    specialties: ['生态环境'],
    committee: {
      id: 'SX-ECO-MID',
      name: '绍兴市环境保护工程技术人员中级专业技术职务任职资格评审委员会',
      orgId: 'sx-eco-office',
    },
    regionScope: '绍兴市',
    employerScope: '绍兴市内从事生态环境专业技术工作的企事业单位、社会组织。',
    ...published(publication),
    tenureCutoff: '2022-12-31',
    categories: ECOLOGY_CATEGORIES,
    applicationTypes: ECOLOGY_TYPES,
    statement: STATEMENT,
    photo: PHOTO,
    pledge: ECOLOGY_PLEDGE,
    selfEvaluation: { tableId: ECOLOGY_80_DEMO.id, threshold: 80, comparison: '>=', table: ECOLOGY_80_DEMO },
    questions: ECOLOGY_QUESTIONS,
    attachmentSlots: ECOLOGY_SLOTS,
    ceRule: ECOLOGY_HOURS,
    assessmentRule: { minYears: 3, allowed: ANY_RESULT },
    titleRule: null,
    educationEquivalence: {},
    pull: PULL,
    fees: [
      {
        code: 'review',
        name: '中级评审费',
        amount: null,
        basis: '通知未载明金额，以短信12333通知为准。',
        collector: '评审委员会办公室',
        stage: 'FEE',
      },
    ],
    paymentMode: 'online',
    acceptancePoints: ECOLOGY_POINTS,
    chains: [
      {
        code: 'A-MUNI',
        appliesTo: '市级单位',
        stages: [
          'EMP',
          'DEPT_M',
          'HRSS_M',
          'MID_OFFICE',
          'FEE',
          'FORM',
          'MID_MEETING',
          'RESULT_PUB',
          'ANNOUNCE',
          'CERT',
        ],
      },
      {
        code: 'A-COUNTY',
        appliesTo: '县级单位',
        stages: [
          'EMP',
          'DEPT_C',
          'HRSS_C',
          'DEPT_M',
          'HRSS_M',
          'MID_OFFICE',
          'FEE',
          'FORM',
          'MID_MEETING',
          'RESULT_PUB',
          'ANNOUNCE',
          'CERT',
        ],
      },
      {
        code: 'A-PROV-OWN',
        appliesTo: '设有生态环境中评委的省级单位（集团公司）',
        stages: ['EMP', 'MID_OFFICE', 'SR_OFFICE'],
      },
      { code: 'A-PROV-NONE', appliesTo: '未设中评委的省级单位', stages: ['EMP', 'DEPT_P', 'ECO_HR'] },
    ],
    publicity: ECOLOGY_PUBLICITY,
    evaluationForm: {
      copies: null,
      copiesIfInterview: null,
      watermarkText: null,
      stamps: ['用人单位', '主管部门', '当地人事主管部门'],
      mailTo: '绍兴市生态环境局314办公室，绍兴市越城区树下王路38号',
      availableFrom: 'fee-paid',
    },
    roster: null,
    mailing: ['评审表缴费后导出，逐级盖章后送绍兴市生态环境局314办公室。'],
    postQuotaRequired: false,
    resubmitTo: 'employer',
    twoStepEmployer: false,
  }
}
