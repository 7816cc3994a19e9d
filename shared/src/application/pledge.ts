/** The pledge of truthfulness: bound to the plan, the person and the very wording, and not older than the draft (V-PLEDGE). */
import { canonicalJson, sha256Hex } from '../kernel/canonical.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Plan } from '../plan/plan.ts'
import type { Filing } from './filing.ts'

const PLEDGE_TAG = 'yejibu/pledge/v1\n'

/** Where a notice names the pledge and gives no wording (domain F9). Never changed: what was signed is named by its digest. */
const USUAL_WORDING =
  '本人承诺：所填写的内容和上传的材料真实、准确，系本人取得；如有虚假，本人愿意承担由此产生的一切后果，包括取消申报、评审资格和已取得的任职资格。'

/** What is read before it is signed. */
export function pledgeWording({ pledge }: Pick<Plan, 'pledge'>): string {
  return pledge.text ?? USUAL_WORDING
}

/** What the signing page shows is named by this: another title or wording is another pledge. */
export function pledgeTextDigest(plan: Pick<Plan, 'id' | 'pledge'>): string {
  return sha256Hex(PLEDGE_TAG, canonicalJson({ plan: plan.id, title: plan.pledge.title, text: pledgeWording(plan) }))
}

export function isPledgeGood(
  plan: Pick<Plan, 'id' | 'pledge'>,
  owner: AccountId,
  { pledge, startedAt }: Pick<Filing, 'pledge' | 'startedAt'>,
): boolean {
  if (!pledge || pledge.plan !== plan.id || pledge.owner !== owner) return false
  if (pledge.textDigest !== pledgeTextDigest(plan) || !pledge.signature.type.startsWith('image/')) return false
  const signed = Date.parse(pledge.signedAt)
  return !Number.isNaN(signed) && (startedAt === null || signed >= Date.parse(startedAt))
}
