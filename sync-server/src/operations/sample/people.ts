/** What each person of the cast has done so far in the sample office. Who they are stands with the cast itself. */
import { CAST, LU_QINGHE, type Person, QIAN_RULAN, XU_MINGCHUAN, YUEZHOU } from '@yejibu/shared/testing/people'
import { LU } from './archives/lu-qinghe.ts'
import { QIAN } from './archives/qian-rulan.ts'
import { XU_CAREER } from './archives/xu-mingchuan-career.ts'
import { XU_PROJECTS } from './archives/xu-mingchuan-projects.ts'
import { XU_WORKS } from './archives/xu-mingchuan-works.ts'
import { BY_LEAD, type SampleItem, type SampleReview } from './sample-item.ts'

export interface SamplePerson {
  readonly person: Person
  /** Words as the form shows them; null for who has not begun. */
  readonly profile: Readonly<Record<string, string>> | null
  readonly profileReview: SampleReview
  readonly items: readonly SampleItem[]
}

function profileOf(person: Person, rest: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    fullName: person.name,
    gender: person.gender,
    idType: '居民身份证',
    idNumber: person.idNumber,
    birthDate: person.birthDate,
    ethnicity: '汉族',
    mobile: person.mobile,
    currentEmployer: YUEZHOU.name,
    employerNature: '事业',
    staffing: '事业在编',
    employerAddress: '浙江省绍兴市越城区人民东路1268号',
    competentDeptName: '绍兴市生态环境局',
    fileCustodian: '绍兴市人才服务中心',
    filesEntrusted: '否',
    currentTitleName: '助理工程师',
    titleIssuer: '绍兴市人力资源和社会保障局',
    specialty: '环境监测',
    outOfProvinceSocialInsurance: '否',
    ...rest,
  }
}

const BEGUN: readonly SamplePerson[] = [
  {
    person: LU_QINGHE,
    profile: profileOf(LU_QINGHE, {
      politicalStatus: '中共党员',
      domicile: '浙江省/绍兴市/越城区',
      workStartYm: '201808',
      department: '现场监测室',
      post: '技术员',
      titleObtainedYm: '201912',
      titleCertNo: 'Z2019330600094',
      titleAppointedYm: '202001',
      specialtyWorkYears: '3',
    }),
    profileReview: BY_LEAD,
    items: LU,
  },
  {
    person: XU_MINGCHUAN,
    profile: profileOf(XU_MINGCHUAN, {
      politicalStatus: '中共党员',
      domicile: '浙江省/绍兴市/嵊州市',
      workStartYm: '201407',
      department: '水质自动监测室',
      post: '专业技术岗',
      adminPost: '副主任',
      titleObtainedYm: '201712',
      titleCertNo: 'Z2017330600118',
      titleAppointedYm: '201712',
      specialtyWorkYears: '7',
    }),
    profileReview: BY_LEAD,
    items: [...XU_CAREER, ...XU_PROJECTS, ...XU_WORKS],
  },
  {
    person: QIAN_RULAN,
    profile: profileOf(QIAN_RULAN, {
      politicalStatus: '群众',
      domicile: '浙江省/绍兴市/越城区',
      workStartYm: '201208',
      department: '分析测试室',
      post: '专业技术岗',
      titleObtainedYm: '201612',
      titleCertNo: 'Z2016330600073',
      titleAppointedYm: '201701',
      specialtyWorkYears: '9',
    }),
    profileReview: BY_LEAD,
    items: QIAN,
  },
]

/** Everyone of the cast, in its order. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = CAST.map(
  (person) =>
    BEGUN.find((begun) => begun.person === person) ?? { person, profile: null, profileReview: BY_LEAD, items: [] },
)
