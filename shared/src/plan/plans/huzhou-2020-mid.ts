/**
 * 湖职指发〔2020〕1号 (domain §4.7): one notice for the mid-level plans of many series. The specialty, its committee and the number of hours are
 * not in it: whoever publishes says them. The notice's plan name pattern reads “湖州市相应专业的职称(评)审工作计划”.
 */
import type { PlanId } from '../../kernel/ids.ts'
import type { Plan } from '../plan.ts'
import {
  ANY_RESULT,
  DEGREE_UNPROVEN,
  ofType,
  PHOTO,
  PULL,
  type Publication,
  point,
  published,
  question,
  STAFF_IN_QUOTA,
  STAFF_OUTSIDE_QUOTA,
  STATEMENT,
  slot,
} from './notice-parts.ts'

export interface HuzhouPublication extends Publication {
  /** 环境保护 where left out. */
  readonly specialty?: string
  /** 90 where left out: the usual number of the province (domain §4.9). */
  readonly hoursPerYear?: number
  /** The title one comes from; 助理工程师 where left out. */
  readonly previousTitle?: string
}

export function huzhou2020Mid(publication: HuzhouPublication): Plan {
  const { specialty = '环境保护', hoursPerYear = 90, previousTitle = '助理工程师' } = publication
  return {
    id: 'hz-2020-mid' as PlanId,
    version: 1,
    title: `2020年度湖州市${specialty}专业职称评审工作计划`,
    year: 2020,
    menuPath: '用户中心首页/中级职称评审',
    mode: 'review',
    level: 'mid',
    targetTitle: '工程师',
    series: '工程',
    specialties: [specialty],
    committee: { id: 'HZ-MID', name: `湖州市${specialty}专业中级职务任职资格评审委员会`, orgId: null },
    regionScope: '湖州市',
    employerScope: '湖州市企事业单位、社会组织；按用人单位所在地申报。',
    ...published(publication),
    tenureCutoff: '2020-12-31',
    categories: [],
    applicationTypes: [
      {
        code: 'normal',
        name: '正常晋升',
        platformOption: '正常申报',
        note: '条件见湖州市人力社保局网站“职称评审”栏目。',
        ticks: [],
      },
      {
        code: 'exception',
        name: '破格晋升',
        platformOption: '破格',
        note: '不具备规定学历或资历的人员选此项，上传《破格推荐　级专业技术职务任职资格审批表》扫描件。',
        ticks: [],
      },
    ],
    statement: STATEMENT,
    photo: { ...PHOTO, isAutoCollected: false, isInchSize: true },
    pledge: { title: '专业技术资格申报材料真实性保证书', channels: ['扫码'] },
    selfEvaluation: null,
    requirementsText: [
      '材料不符合要求的，评审期间不再补充。',
      '弄虚作假的，退回材料，自评审次年起3年内不得申报高一级资格；已取得资格的予以撤销。',
      '复印件须完整清晰，由单位人事部门核对原件，注明“核对无误”，核对人签名、写明日期并加盖单位公章后扫描上传。',
      '事业单位须在核准的岗位结构比例内推荐，并在单位内公示。',
    ],
    questions: [
      question('appointedThisYear', '2020年度是否仍在聘', [], 'V-APPT-YEAR', {
        kind: 'yes-no',
        maxChars: 3,
        mustBe: 'yes',
      }),
    ],
    falsificationBanYears: 3,
    attachmentSlots: [
      slot('ce4', '近4年继续教育学时证明', 'always'),
      slot('postInfo', '事业单位人员职称申报岗位信息表', STAFF_IN_QUOTA, {
        rule: 'V-STAFF',
        paper: 'post-information',
      }),
      slot('unitNote', '单位说明', STAFF_OUTSIDE_QUOTA, { rule: 'V-STAFF-NOTE', paper: 'unit-note' }),
      slot('appointment4', '累计4年现任专业技术职务资格聘书', 'always', { note: '申报当年须在聘。' }),
      slot('exceptionForm', '破格推荐　级专业技术职务任职资格审批表', ofType('exception'), { paper: 'exception' }),
      slot('degreeProof', '学历证书及认证材料', DEGREE_UNPROVEN, {
        note: '学信网查询不到的，上传学历学位证书和毕业生登记表；国外、港澳台学历上传学历学位认证书。',
        rule: 'V-DEGREE',
      }),
      slot('outSocial', '省外缴纳社保证明', [
        { on: 'profile', field: 'outOfProvinceSocialInsurance', isOneOf: ['yes'] },
      ]),
    ],
    ceRule: {
      years: [2016, 2017, 2018, 2019],
      minPerYear: hoursPerYear,
      minSpecialtyPerYear: null,
      minPublicPerYear: null,
      minGeneralPublicPerYear: null,
      minIndustryPublicPerYear: null,
    },
    assessmentRule: { minYears: 3, allowed: ANY_RESULT },
    titleRule: { previousTitle, minYears: 4, mustBeAppointedThisYear: true, appliesTo: ['normal'] },
    // 浙人社发〔2019〕31号, engineering series.
    educationEquivalence: {
      technicianIntermediate: 'secondary',
      technicianAdvanced: 'college',
      technicianPreparatory: 'bachelor',
    },
    pull: PULL,
    fees: [
      {
        code: 'review',
        name: '评审费',
        amount: null,
        basis: '浙价费〔2002〕229号，金额通知未载明，网上缴纳。',
        collector: '评审委员会办公室',
        stage: 'FEE',
      },
    ],
    paymentMode: 'online',
    acceptancePoints: [
      point('deqing', '德清县', '德清县人力社保局专业技术人员管理科', '德清县行政中心A楼610室', '8367490'),
      point(
        'changxing',
        '长兴县',
        '长兴县人力社保局职业能力建设科',
        '长兴县龙山街道太湖中路128号体育馆对面原法院大楼',
        '6038432',
      ),
      point(
        'anji',
        '安吉县',
        '安吉县人力资源考试与评价服务中心',
        '安吉县昌硕街道天荒坪南路99号商务大厦A座一楼',
        '5031286',
      ),
      point('nanxun', '南浔区', '南浔区人力社保局人力资源服务中心', '南浔区朝阳路666号科创园西一楼大厅', '3013686'),
      point('wuxing', '吴兴区', '吴兴区人力社保局职业能力建设科', '吴兴大道1号吴兴区行政中心5号楼5316室', '2289377'),
      point('huzhou', '市本级', '湖州市职业资格指导服务中心', '市民服务中心5号楼810室', '2033099'),
    ],
    chains: [
      {
        code: 'D-MAIN',
        appliesTo: '有行业主管部门的单位',
        stages: ['EMP', 'DEPT_C', 'HRSS_C', 'CENTER', 'MID_OFFICE', 'FEE', 'FORM', 'MID_MEETING', 'ANNOUNCE', 'CERT'],
      },
      {
        code: 'D-HRSS',
        appliesTo: '无行业主管部门的单位',
        stages: ['EMP', 'HRSS_C', 'CENTER', 'MID_OFFICE', 'FEE', 'FORM', 'MID_MEETING', 'ANNOUNCE', 'CERT'],
      },
      {
        code: 'D-ENTRUST',
        appliesTo: '本市不具备评审条件、经市人社同意委托省中评委评审的专业',
        stages: ['EMP', 'HRSS_C', 'HRSS_M', 'MID_OFFICE', 'FEE', 'FORM', 'MID_MEETING', 'ANNOUNCE', 'CERT'],
      },
    ],
    publicity: {
      minWorkingDays: 5,
      content: '基本情况和业绩材料',
      countStartDay: false,
      method: '单位内部公示',
    },
    evaluationForm: {
      copies: 3,
      copiesIfInterview: null,
      watermarkText: '浙江省专业技术职务任职资格申报与评审服务管理平台',
      stamps: ['用人单位', '主管部门', '当地人社部门'],
      mailTo: '由区县人社汇总送市民服务中心5号楼810办公室',
      availableFrom: 'fee-paid',
    },
    roster: null,
    mandate: {
      chains: ['D-ENTRUST'],
      issuedBy: ['HRSS_M'],
      before: 'MID_OFFICE',
      note: '本市不具备评审条件的专业，经市人社同意方可委托省中评委评审；未经同意的，评审结果不予公布。',
    },
    mailing: ['缴费后导出带水印的评审表3份，盖章后由区县人社汇总，送市民服务中心5号楼810办公室。'],
    postQuotaRequired: true,
    resubmitTo: 'employer',
    twoStepEmployer: false,
  }
}
