/**
 * Personal basic information (个人基本信息, domain §3.1): one per archive, sent and ruled on like an item.
 * The photo is not here: it is asked for at the application. Everything is text in the document, like every field.
 */
import type { Field } from './field.ts'
import type { Text } from './label.ts'
import type { CrossRule } from './section.ts'
import {
  choice,
  code,
  date,
  hint,
  integer,
  month,
  option,
  prose,
  REQUIRED,
  say,
  text,
  YM_HINT,
  yesNo,
} from './sections/describe.ts'
import { ETHNICITIES, POLITICAL_STATUSES } from './sections/person-codes.ts'

/** Rules between fields of the profile; `code` is the stable V- code of domain §7.1. */
export type ProfileRule =
  | CrossRule
  /** Sex, date of birth and ID number say the same (V-ID-1 … V-ID-5). */
  | {
      readonly code: 'V-ID'
      readonly type: string
      readonly number: string
      readonly gender: string
      readonly birthDate: string
    }
  /** These are needed once that one is filled: who has a title says since when. */
  | { readonly code: 'V-REQ'; readonly fields: readonly string[]; readonly whenFilled: string }
  /** Appointed not before obtained, both not before the first work; a warning. */
  | { readonly code: 'V-DATE-TITLE'; readonly workStart: string; readonly obtained: string; readonly appointed: string }
  /** Not before fifteen years of age (domain §3.1). */
  | { readonly code: 'V-WORK-AGE'; readonly workStart: string; readonly birthDate: string }
  | { readonly code: 'V-DEPT-1'; readonly field: string }
  /** A name in Chinese characters; a warning, since other documents carry other names. */
  | { readonly code: 'V-NAME'; readonly field: string }

export interface ProfileGroup {
  readonly key: string
  readonly label: Text
  readonly fields: readonly Field[]
}

export interface Profile {
  readonly version: number
  readonly label: Text
  readonly hint: Text
  /** How the form is parted; together the groups hold every field once. */
  readonly groups: readonly ProfileGroup[]
  readonly fields: readonly Field[]
  readonly rules: readonly ProfileRule[]
  readonly titleField: string
}

const GROUPS: readonly ProfileGroup[] = [
  {
    key: 'person',
    label: say('个人身份', 'Person'),
    fields: [
      text('fullName', say('姓名', 'Name'), 30, {
        ...REQUIRED,
        ...hint('与证件上的姓名一致。', 'As on the identity document.'),
      }),
      text('formerName', say('曾用名', 'Former name'), 30),
      choice('gender', say('性别', 'Sex'), [option('male', '男', 'Male'), option('female', '女', 'Female')], REQUIRED),
      choice(
        'idType',
        say('证件类型', 'Identity document'),
        [
          option('residentId', '居民身份证', 'Resident identity card'),
          option('passport', '护照', 'Passport'),
          option('hkMacauPermit', '港澳通行证', 'Hong Kong and Macau permit'),
          option('taiwanPermit', '台胞证', 'Taiwan compatriot permit'),
        ],
        REQUIRED,
      ),
      code('idNumber', say('证件号码', 'Number'), 20, { ...REQUIRED, pattern: 'id-number' }),
      date('birthDate', say('出生日期', 'Date of birth'), {
        ...REQUIRED,
        ...hint('居民身份证号码填好后自动带出。', 'Taken from the number of the resident identity card.'),
      }),
      choice('ethnicity', say('民族', 'Ethnicity'), ETHNICITIES, REQUIRED),
      choice('politicalStatus', say('政治面貌', 'Political status'), POLITICAL_STATUSES),
      text(
        'domicile',
        say('户籍所在地', 'Registered residence'),
        60,
        hint('按“省/市/县”填写。', 'Province, city, county.'),
      ),
      code('mobile', say('手机号', 'Mobile'), 11, {
        ...REQUIRED,
        pattern: 'mobile',
        ...hint('审核结果短信发送到该号码。', 'Messages about the review go to this number.'),
      }),
    ],
  },
  {
    key: 'employment',
    label: say('工作单位', 'Employment'),
    fields: [
      month('workStartYm', say('参加工作时间', 'Began to work'), { ...REQUIRED, ...YM_HINT }),
      text('currentEmployer', say('现工作单位名称', 'Present employer'), 60, {
        ...REQUIRED,
        ...hint('须为全称，且与单位公章一致。', 'The full name, as on the official seal.'),
      }),
      text('department', say('工作部门', 'Department'), 50),
      text('post', say('工作岗位', 'Post'), 50),
      text('adminPost', say('行政职务', 'Administrative post'), 50),
      choice(
        'employerNature',
        say('单位性质', 'Kind of employer'),
        [
          option('government', '机关', 'Government'),
          option('institution', '事业', 'Public institution'),
          option('stateOwned', '国企', 'State-owned enterprise'),
          option('nonPublic', '非公企业', 'Private enterprise'),
          option('socialOrganization', '社会组织', 'Social organisation'),
          option('other', '其他', 'Other'),
        ],
        REQUIRED,
      ),
      choice(
        'staffing',
        say('编制情况', 'Staffing'),
        [
          option('institutionQuota', '事业在编', 'On the establishment'),
          option('institutionNonQuota', '事业非在编', 'Off the establishment'),
          option('enterprise', '企业', 'Enterprise'),
          option('entrepreneurshipLeave', '离岗创业', 'On leave to found a firm'),
          option('other', '其他', 'Other'),
        ],
        { required: { field: 'employerNature', isOneOf: ['institution'] } },
      ),
      text('employerAddress', say('单位地址', "Employer's address"), 100),
      text('competentDeptName', say('主管部门', 'Competent department'), 60, {
        ...REQUIRED,
        ...hint(
          '按“×××县（市、区）×××局（分局）”或“×××厅（局）”填写。',
          'As “… county (city, district) … bureau (branch)” or “… department (bureau)”.',
        ),
      }),
      text('fileCustodian', say('档案存放单位', 'Personnel file kept by'), 60, REQUIRED),
      yesNo('filesEntrusted', say('人事档案代理', 'Personnel file entrusted to an agency'), REQUIRED),
    ],
  },
  {
    key: 'title',
    label: say('现任职称与专业', 'Present title and profession'),
    fields: [
      text('currentTitleName', say('现专业技术职务任职资格', 'Present title'), 50, {
        ...hint('尚未取得职称的请留空。', 'Leave empty when there is none yet.'),
      }),
      month('titleObtainedYm', say('任职资格取得时间', 'Title obtained'), YM_HINT),
      code('titleCertNo', say('资格证书编号', 'Title certificate number'), 40),
      text('titleIssuer', say('发证单位', 'Issued by'), 60),
      month('titleAppointedYm', say('聘任时间', 'Appointed'), YM_HINT),
      text('specialty', say('从事专业', 'Profession'), 40, REQUIRED),
      integer('specialtyWorkYears', say('专业工作年限', 'Years in the profession'), 0, 60, {
        ...REQUIRED,
        ...hint('须填写实足年限。', 'Whole years only.'),
      }),
      yesNo('outOfProvinceSocialInsurance', say('省外社保缴纳记录', 'Social insurance outside the province'), {
        ...REQUIRED,
        ...hint('有省外缴纳记录的，申报时须上传证明。', 'If yes, a proof is asked for at the application.'),
      }),
      prose('remark', say('备注', 'Remark'), 200),
    ],
  },
]

export const PROFILE: Profile = {
  version: 1,
  label: say('个人基本信息', 'Personal information'),
  hint: say(
    '与业绩档案一并由单位审核，审核通过后方可申报。',
    'Reviewed by the employer together with the archive; applying starts after its approval.',
  ),
  groups: GROUPS,
  fields: GROUPS.flatMap((group) => group.fields),
  titleField: 'fullName',
  rules: [
    { code: 'V-NAME', field: 'fullName' },
    { code: 'V-ID', type: 'idType', number: 'idNumber', gender: 'gender', birthDate: 'birthDate' },
    { code: 'V-REQ', fields: ['titleObtainedYm', 'titleAppointedYm'], whenFilled: 'currentTitleName' },
    { code: 'V-DATE-TITLE', workStart: 'workStartYm', obtained: 'titleObtainedYm', appointed: 'titleAppointedYm' },
    { code: 'V-WORK-AGE', workStart: 'workStartYm', birthDate: 'birthDate' },
    { code: 'V-DEPT-1', field: 'competentDeptName' },
  ],
}
