/**
 * 2022年度浙江省生态环境专业高级工程师 (domain §4.5). Applicants take the steps of the Shaoxing notice; what is added is the way up through
 * the mid-level committee to the senior one, the watermarked form in three or four copies, and the roster that certificates are made from.
 */
import type { PlanId } from '../../kernel/ids.ts'
import type { Plan } from '../plan.ts'
import type { StageCode } from '../stage-code.ts'
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

const SENIOR: StageCode[] = ['SR_OFFICE', 'FEE', 'FORM', 'INTERVIEW', 'SR_MEETING', 'RESULT_PUB', 'ANNOUNCE', 'CERT']

export function zhejiangEcology2022Senior(publication: Publication): Plan {
  return {
    id: 'zj-eco-2022-sr' as PlanId,
    version: 1,
    title: '2022年度浙江省生态环境专业高级工程师职务任职资格评审申报计划',
    year: 2022,
    menuPath: null,
    mode: 'review',
    level: 'sub-senior',
    targetTitle: '高级工程师',
    series: '工程技术人员',
    specialties: ['生态环境'],
    committee: { id: 'ZJ-ECO-SR', name: '浙江省生态环境专业工程职务任职资格评审委员会', orgId: null },
    regionScope: '浙江省',
    employerScope: '浙江省内从事生态环境专业技术工作的企事业单位、社会组织。',
    ...published(publication),
    tenureCutoff: '2022-12-31',
    categories: ECOLOGY_CATEGORIES,
    applicationTypes: ECOLOGY_TYPES,
    statement: STATEMENT,
    photo: PHOTO,
    pledge: ECOLOGY_PLEDGE,
    // The notice names 《浙江省生态环境专业高级（正高级）工程师职务任职资格量化评价表》, which is in no source.
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
        code: 'midToSeniorFee',
        name: '中推高评审费',
        amount: null,
        basis: '通知未载明金额；中评委召开会议时收取，其他各级原则上不收费。',
        collector: '中评委',
        stage: 'MID_MEETING',
      },
      {
        code: 'review',
        name: '高级评审费',
        amount: null,
        basis: '通知未载明金额；省评审委员会办公室审查通过后，以短信12333通知为准。',
        collector: '省生态环境专业工程职务任职资格评审委员会办公室',
        stage: 'FEE',
      },
    ],
    paymentMode: 'online',
    acceptancePoints: ECOLOGY_POINTS,
    chains: [
      {
        code: 'B-MUNI',
        appliesTo: '市级单位',
        stages: ['EMP', 'DEPT_M', 'HRSS_M', 'MID_OFFICE', 'MID_MEETING', ...SENIOR],
      },
      {
        code: 'B-COUNTY',
        appliesTo: '县级单位',
        stages: ['EMP', 'DEPT_C', 'HRSS_C', 'DEPT_M', 'HRSS_M', 'MID_OFFICE', 'MID_MEETING', ...SENIOR],
      },
      {
        code: 'B-PROV-OWN',
        appliesTo: '设有生态环境中评委的省级单位（集团公司）',
        stages: ['EMP', 'MID_OFFICE', ...SENIOR],
      },
      { code: 'B-PROV-NONE', appliesTo: '未设中评委的省级单位', stages: ['EMP', 'DEPT_P', 'ECO_HR', ...SENIOR] },
    ],
    publicity: ECOLOGY_PUBLICITY,
    evaluationForm: {
      copies: 3,
      copiesIfInterview: 4,
      watermarkText: '浙江省专业技术职务任职资格申报与评审服务管理平台',
      stamps: ['用人单位', '主管部门'],
      mailTo: '由中评委转报省生态环境职称评委会办公室',
      availableFrom: 'hrss-passed',
    },
    roster: {
      // The official columns are in no source.
      columns: [],
      sort: '监测与分析→工程与咨询→规划与管理，分类连贯排列',
      specialFirst: true,
      notes: [
        '花名册是制发证书的依据，须如实填写。',
        '时间填写6位数字，精确到月，如200808。',
        '面试答辩、专家举荐、单位直接推荐、技能人才依次排在首端，并在备注栏注明。',
      ],
    },
    mandate: {
      // Private organisations have no department: the centre that keeps their files comes first where a case passes it. 省属主管单位 with a 中评委 speak for themselves.
      issuedBy: ['TALENT', 'DEPT_P', 'DEPT_M', 'DEPT_C', 'MID_OFFICE'],
      before: 'SR_OFFICE',
      note: '企事业单位由归口主管部门出具，无主管部门的民营组织由人事代理机构出具；无评审委托书的不予受理。',
    },
    mailing: [
      '评审委托书1份：企事业单位由归口主管部门出具，无主管部门的民营组织由人事代理机构出具；无评审委托书的不予受理。',
      '花名册电子版1份，排列顺序与纸质材料一致。',
      '带水印的评审表3份（参加面试的4份），装入材料袋；袋面写明申报人员姓名、申报专业、所在地市与单位。申报人员在用人单位所在地人社部门网上审核通过后打印，经用人单位和主管部门盖章。',
      '参加面试人员另交代表论文纸质件1份。',
    ],
    postQuotaRequired: true,
    resubmitTo: 'employer',
    twoStepEmployer: false,
  }
}
