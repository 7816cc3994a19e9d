/**
 * The chains of the four notices (domain §4.4–4.7) with people in them: who applies where, and for each station in its order which office acts and
 * what it does there. All people are made up.
 */

import type { OrgKind } from '@yejibu/shared/account/actor'
import type { FieldValues } from '@yejibu/shared/archive/item'
import type { Plan } from '@yejibu/shared/plan/plan'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import type { Publication } from '@yejibu/shared/plan/plans/notice-parts'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { zhejiangEcology2022Senior } from '@yejibu/shared/plan/plans/zhejiang-ecology-2022-senior'
import type { StageCode } from '@yejibu/shared/plan/stage-code'

export interface SeatedPerson {
  readonly username: string
  readonly name: string
}

export interface StoryOffice {
  readonly id: string
  readonly name: string
  readonly kind: OrgKind
  readonly officer: SeatedPerson
}

/** What an office does at its station; what the applicant does (export her form, pay at the counter) belongs to the same station. */
export type Deed =
  | 'reviews'
  /** With the letter (评审委托书) by which it entrusts its people to a committee of others. */
  | 'reviews and entrusts'
  | 'determines'
  | 'collects'
  | 'takes the form'
  | 'interviews'
  | 'meets and submits upward'
  | 'meets'
  | 'posts the list'
  | 'posts the result'
  | 'announces'
  /** The relay announces by itself once the notice of results is over, and where the HR bureau, which announces, has determined. */
  | 'reads that it is announced'
  | 'certifies'

export type Station = readonly [stage: StageCode, office: StoryOffice, deed: Deed]

export interface Story {
  readonly chain: string
  readonly title: string
  readonly plan: (publication: Publication) => Plan
  /** Of the assessments and the hours that the notice asks for. */
  readonly years: readonly number[]
  readonly employer: { readonly id: string; readonly name: string; readonly lead: SeatedPerson }
  readonly applicant: SeatedPerson
  readonly profile: FieldValues
  /** Its office sets the seats. */
  readonly committee: StoryOffice
  /** In yuan by the fee's name, where the notice leaves the amount open. */
  readonly fees: Readonly<Record<string, string>>
  /** What is due in all, as the payment's row says it; null where nothing is charged. */
  readonly due: string | null
  readonly stations: readonly Station[]
}

function office(id: string, name: string, kind: OrgKind, username: string, officer: string): StoryOffice {
  return { id, name, kind, officer: { username, name: officer } }
}

const department = (id: string, name: string, username: string, officer: string) =>
  office(id, name, 'department', username, officer)
const committeeOffice = (id: string, name: string, username: string, officer: string) =>
  office(id, name, 'committee-office', username, officer)

export const EXPERT: SeatedPerson = { username: 'luqinghe', name: '陆青禾' }

const SX_ECO = department('sx-eco', '绍兴市生态环境局', 'sunli', '孙立')
const SX_HRSS = department('sx-hrss', '绍兴市人力资源和社会保障局', 'chenyan', '陈妍')
const SX_MID = committeeOffice('sx-eco-mid', '绍兴市环境工程专业中级职称评审办', 'hejing', '何静')
const ZHUJI_ECO = department('zhuji-eco', '绍兴市生态环境局诸暨分局', 'liying', '郦英')
const ZHUJI_HRSS = department('zhuji-hrss', '诸暨市人力资源和社会保障局', 'simin', '斯敏')

const ZJ_GROUP_MID = committeeOffice('zj-group-mid', '浙江省环科集团生态环境专业中级职称评审办', 'jiangwei', '蒋薇')
const ZJ_WATER = department('zj-water', '浙江省水利厅', 'louming', '楼铭')
const ZJ_ECO_HR = department('zj-eco-hr', '浙江省生态环境厅人事处', 'fangjing', '方静')
const ZJ_SENIOR = committeeOffice('zj-eco-senior', '浙江省生态环境专业高级职称评审办', 'yeqing', '叶青')
const ZJ_HRSS = department('zj-hrss', '浙江省人力资源和社会保障厅', 'huning', '胡宁')

const YIWU_JUNIOR = committeeOffice('yiwu-build-junior', '义乌市建设工程初级职称评审办', 'zhuyan', '朱岩')
const YIWU_HRSS = department('yiwu-hrss', '义乌市人力资源和社会保障局', 'luojia', '骆佳')
const JH_MID = committeeOffice('jh-build-mid', '金华市建设工程中级职称评审办', 'wutong', '吴桐')
const JH_HRSS = department('jh-hrss', '金华市人力资源和社会保障局', 'shizhan', '施展')
const JH_BUILD = department('jh-build', '金华市住房和城乡建设局', 'wangyang', '汪洋')

const DEQING_BUILD = department('deqing-build', '德清县住房和城乡建设局', 'shenli', '沈力')
const DEQING_HRSS = department('deqing-hrss', '德清县人力资源和社会保障局', 'yaoyuan', '姚远')
const HZ_CENTER = department('hz-center', '湖州市职业资格指导服务中心', 'niuwei', '钮卫')
const HZ_MID = committeeOffice('hz-mid', '湖州市工程专业中级职称评审办', 'feili', '费莉')
const HZ_HRSS = department('hz-hrss', '湖州市人力资源和社会保障局', 'yanxi', '严溪')

const ASSISTANT = (appointed: string): FieldValues => ({
  currentTitleName: '助理工程师',
  titleAppointedYm: appointed,
  employerNature: 'institution',
})

const SENIOR_OFFICE: readonly Station[] = [
  ['SR_OFFICE', ZJ_SENIOR, 'reviews'],
  ['FEE', ZJ_SENIOR, 'collects'],
  ['FORM', ZJ_SENIOR, 'takes the form'],
  ['INTERVIEW', ZJ_SENIOR, 'interviews'],
  ['SR_MEETING', ZJ_SENIOR, 'meets'],
  ['RESULT_PUB', ZJ_SENIOR, 'posts the result'],
  ['ANNOUNCE', ZJ_HRSS, 'reads that it is announced'],
  ['CERT', ZJ_HRSS, 'certifies'],
]

const SHAOXING_OFFICE: readonly Station[] = [
  ['MID_OFFICE', SX_MID, 'reviews'],
  ['FEE', SX_MID, 'collects'],
  ['FORM', SX_MID, 'takes the form'],
  ['MID_MEETING', SX_MID, 'meets'],
  ['RESULT_PUB', SX_MID, 'posts the result'],
  ['ANNOUNCE', SX_HRSS, 'reads that it is announced'],
  ['CERT', SX_HRSS, 'certifies'],
]

const SHAOXING = {
  plan: shaoxingEcology2022Mid,
  years: [2019, 2020, 2021],
  profile: {},
  committee: SX_MID,
  fees: { 中级评审费: '180' },
  due: '180.00',
}

const ZHEJIANG = {
  plan: zhejiangEcology2022Senior,
  years: [2019, 2020, 2021],
  committee: ZJ_SENIOR,
  fees: { 高级评审费: '320.5' },
  due: '320.50',
}

const DETERMINED = {
  years: [2020, 2021, 2022],
  profile: ASSISTANT('201812'),
  employer: { id: 'jh-quality', name: '金华市建设工程质量监督站', lead: { username: 'yuhui', name: '俞慧' } },
  fees: {},
  due: null,
}

export const STORIES: readonly Story[] = [
  {
    ...SHAOXING,
    chain: 'A-MUNI',
    title: '绍兴中级，市级单位',
    employer: { id: 'yuezhou', name: '绍兴市越州生态环境监测中心', lead: { username: 'zhoumin', name: '周敏' } },
    applicant: { username: 'xumingchuan', name: '许明川' },
    stations: [['DEPT_M', SX_ECO, 'reviews'], ['HRSS_M', SX_HRSS, 'reviews'], ...SHAOXING_OFFICE],
  },
  {
    ...SHAOXING,
    chain: 'A-COUNTY',
    title: '绍兴中级，县级单位',
    employer: { id: 'zhuji-monitoring', name: '诸暨市环境保护监测站', lead: { username: 'guoyan', name: '郭燕' } },
    applicant: { username: 'yangkai', name: '杨楷' },
    stations: [
      ['DEPT_C', ZHUJI_ECO, 'reviews'],
      ['HRSS_C', ZHUJI_HRSS, 'reviews'],
      ['DEPT_M', SX_ECO, 'reviews'],
      ['HRSS_M', SX_HRSS, 'reviews'],
      ...SHAOXING_OFFICE,
    ],
  },
  {
    ...ZHEJIANG,
    chain: 'B-PROV-OWN',
    title: '浙江高级，设有中评委的省级集团',
    employer: { id: 'zj-group', name: '浙江省环科工程集团', lead: { username: 'dingning', name: '丁宁' } },
    applicant: { username: 'shaoqi', name: '邵琦' },
    profile: { employerNature: 'stateOwned' },
    stations: [['MID_OFFICE', ZJ_GROUP_MID, 'reviews and entrusts'], ...SENIOR_OFFICE],
  },
  {
    ...ZHEJIANG,
    chain: 'B-PROV-NONE',
    title: '浙江高级，未设中评委的省级单位',
    employer: { id: 'zj-hydrology', name: '浙江省水文水质监测总站', lead: { username: 'panlan', name: '潘岚' } },
    applicant: { username: 'tangyue', name: '唐越' },
    profile: { employerNature: 'institution', staffing: 'institutionQuota' },
    stations: [['DEPT_P', ZJ_WATER, 'reviews and entrusts'], ['ECO_HR', ZJ_ECO_HR, 'reviews'], ...SENIOR_OFFICE],
  },
  {
    chain: 'C-MID',
    title: '金华建设工程中级，十一步',
    plan: jinhuaConstruction2023Mid,
    years: [2020, 2021, 2022],
    employer: { id: 'yiwu-design', name: '义乌市城乡建设设计院', lead: { username: 'jinshan', name: '金珊' } },
    applicant: { username: 'chenhao', name: '陈昊' },
    profile: { ...ASSISTANT('201812'), employerNature: 'stateOwned' },
    committee: JH_MID,
    fees: {},
    due: '260.00',
    stations: [
      ['JR_OFFICE', YIWU_JUNIOR, 'reviews'],
      ['HRSS_C', YIWU_HRSS, 'reviews'],
      ['JR_INTERVIEW', YIWU_JUNIOR, 'interviews'],
      ['JR_MEETING', YIWU_JUNIOR, 'meets and submits upward'],
      ['MID_OFFICE', JH_MID, 'reviews'],
      ['HRSS_M', JH_HRSS, 'reviews'],
      ['QUAL_PUB', JH_HRSS, 'posts the list'],
      ['FEE', JH_MID, 'collects'],
      ['FORM', JH_MID, 'takes the form'],
      ['INTERVIEW', JH_MID, 'interviews'],
      ['MID_MEETING', JH_MID, 'meets'],
      ['ANNOUNCE', JH_HRSS, 'announces'],
      ['CERT', JH_HRSS, 'certifies'],
    ],
  },
  {
    ...DETERMINED,
    chain: 'C-JR-INIT',
    title: '金华建设工程初级初定',
    plan: jinhuaConstruction2023JuniorDetermination,
    applicant: { username: 'zhangrui', name: '章蕊' },
    committee: JH_BUILD,
    stations: [
      ['DEPT_M', JH_BUILD, 'determines'],
      ['HRSS_M', JH_HRSS, 'reviews'],
      ['ANNOUNCE', JH_HRSS, 'announces'],
      ['CERT', JH_HRSS, 'certifies'],
    ],
  },
  {
    ...DETERMINED,
    chain: 'C-MID-INIT',
    title: '金华建设工程中级初定',
    plan: jinhuaConstruction2023MidDetermination,
    applicant: { username: 'maojie', name: '毛杰' },
    committee: JH_HRSS,
    stations: [
      ['DEPT_M', JH_BUILD, 'reviews'],
      ['HRSS_M', JH_HRSS, 'determines'],
      ['ANNOUNCE', JH_HRSS, 'reads that it is announced'],
      ['CERT', JH_HRSS, 'certifies'],
    ],
  },
  {
    chain: 'D-MAIN',
    title: '湖州中级',
    plan: huzhou2020Mid,
    years: [2016, 2017, 2018, 2019],
    employer: { id: 'deqing-test', name: '德清县建设工程检测中心', lead: { username: 'qiuyi', name: '邱怡' } },
    applicant: { username: 'fengyu', name: '冯宇' },
    profile: { ...ASSISTANT('201512'), staffing: 'institutionQuota' },
    committee: HZ_MID,
    fees: { 评审费: '200' },
    due: '200.00',
    stations: [
      ['DEPT_C', DEQING_BUILD, 'reviews'],
      ['HRSS_C', DEQING_HRSS, 'reviews'],
      ['CENTER', HZ_CENTER, 'reviews'],
      ['MID_OFFICE', HZ_MID, 'reviews'],
      ['FEE', HZ_MID, 'collects'],
      ['FORM', HZ_MID, 'takes the form'],
      ['MID_MEETING', HZ_MID, 'meets'],
      ['ANNOUNCE', HZ_HRSS, 'announces'],
      ['CERT', HZ_HRSS, 'certifies'],
    ],
  },
]
