/**
 * The cast: the people and organisations of every test and of the sample office. All made up; the identity numbers, telephone
 * numbers and credit codes only have the right form and belong to nobody.
 */
import type { Actor, Membership, OrgKind } from '../account/actor.ts'
import { type AccountId, accountIdSchema, type OrgId, orgIdSchema } from '../kernel/ids.ts'

export interface SampleOrg {
  readonly id: OrgId
  readonly name: string
  readonly kind: OrgKind
  readonly creditCode: string | null
}

export interface Person {
  readonly accountId: AccountId
  readonly username: string
  readonly name: string
  readonly gender: 'male' | 'female'
  /** `YYYY-MM-DD`, as in the identity number. */
  readonly birthDate: string
  readonly idNumber: string
  readonly mobile: string
  readonly memberships: readonly Membership[]
}

function org(id: string, name: string, kind: OrgKind, creditCode: string | null): SampleOrg {
  return { id: orgIdSchema.parse(id), name, kind, creditCode }
}

export const YUEZHOU = org('yuezhou', '绍兴市越州生态环境监测中心', 'employer', '12330600X9N4K7Y2Q3')
export const SX_ECO = org('sx-eco', '绍兴市生态环境局', 'department', '11330600X2B8M3T6PT')
export const SX_ECO_OFFICE = org('sx-eco-office', '绍兴市环境工程专业中级职称评审办', 'committee-office', null)
export const SX_HRSS = org('sx-hrss', '绍兴市人力资源和社会保障局', 'department', null)
export const RELAY = org('relay', '业绩簿运行维护', 'relay', null)
export const SAMPLE_ORGS = [YUEZHOU, SX_ECO, SX_HRSS, SX_ECO_OFFICE, RELAY] as const

/** An employer of nobody in the cast, for tests about strangers. */
export const OTHER_EMPLOYER = org('jianhu', '绍兴市鉴湖环境科技有限公司', 'employer', null)

function person(
  username: string,
  name: string,
  idNumber: string,
  mobile: string,
  memberships: readonly Membership[],
): Person {
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  const gender = Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return {
    accountId: accountIdSchema.parse(username),
    username,
    name,
    gender,
    birthDate,
    idNumber,
    mobile,
    memberships,
  }
}

const APPLICANT: Membership = { orgId: YUEZHOU.id, role: 'applicant' }

/** HR lead; has an archive of her own. */
export const ZHOU_MIN = person('zhoumin', '周敏', '330602197906181260', '13800000001', [
  { orgId: YUEZHOU.id, role: 'hr-lead' },
  APPLICANT,
])
/** HR clerk; has an archive of her own. */
export const WANG_XIAO = person('wangxiao', '王晓', '330602199002143287', '13800000002', [
  { orgId: YUEZHOU.id, role: 'hr-clerk' },
  APPLICANT,
])
/** Applicant whose archive is empty. */
export const SHEN_ZHIYUAN = person('shenzhiyuan', '沈知远', '330602199405123715', '13800000003', [APPLICANT])
/** Applicant half way, with a returned item. */
export const LU_QINGHE = person('luqinghe', '陆青禾', '330602199109232845', '13800000004', [APPLICANT])
/** Applicant whose archive is approved and who is ready to apply. */
export const XU_MINGCHUAN = person('xumingchuan', '许明川', '330683198803071539', '13800000005', [APPLICANT])
/** Applicant who has submitted. */
export const QIAN_RULAN = person('qianrulan', '钱如兰', '33060219891116462X', '13800000006', [APPLICANT])
export const SUN_LI = person('sunli', '孙立', '330602198009254110', '13800000007', [
  { orgId: SX_ECO.id, role: 'department' },
])
/** HR bureau of the city. */
export const CHEN_YAN = person('chenyan', '陈妍', '330602198305162042', '13800000010', [
  { orgId: SX_HRSS.id, role: 'department' },
])
export const HE_JING = person('hejing', '何静', '330681198507093247', '13800000008', [
  { orgId: SX_ECO_OFFICE.id, role: 'committee-office' },
])
export const ZHOU_HANG = person('zhouhang', '周航', '330106198612035172', '13800000009', [
  { orgId: RELAY.id, role: 'operator' },
])

export const CAST: readonly Person[] = [
  ZHOU_MIN,
  WANG_XIAO,
  SHEN_ZHIYUAN,
  LU_QINGHE,
  XU_MINGCHUAN,
  QIAN_RULAN,
  SUN_LI,
  CHEN_YAN,
  HE_JING,
  ZHOU_HANG,
]

export function actorOf({ accountId, memberships }: Person): Actor {
  return { accountId, memberships }
}
