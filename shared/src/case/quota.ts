/**
 * 评聘结合 (domain V-QUOTA): an institution recommends no more of its people on the establishment than it has posts to appoint them to. How many are
 * vacant stands on its sealed 《岗位信息表》; whoever reports types the number from there, and how many were recommended before is counted.
 */
import type { Submission } from '../application/submission.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Plan } from '../plan/plan.ts'

export type QuotaRefusal =
  | { readonly kind: 'vacancies-missing' }
  /** `recommended` counts this one too. */
  | { readonly kind: 'quota-exceeded'; readonly recommended: number; readonly vacancies: number }

/** Who is on no institution's establishment takes none of its posts. */
export function takesAPost({ profile }: Pick<Submission, 'profile'>): boolean {
  return profile.content.fields.staffing === 'institutionQuota'
}

/** @param others people of the same employer whom it has recommended under the same plan, as far as known */
export function overQuota(vacancies: number, others: number): Extract<QuotaRefusal, { kind: 'quota-exceeded' }> | null {
  const recommended = others + 1
  return recommended > vacancies ? { kind: 'quota-exceeded', recommended, vacancies } : null
}

/** Stops under a plan that insists on the quota; elsewhere the page warns. */
export function withinQuota(
  { postQuotaRequired }: Pick<Plan, 'postQuotaRequired'>,
  submission: Pick<Submission, 'profile'>,
  vacancies: number | null,
  others: number,
): Result<null, QuotaRefusal> {
  if (!postQuotaRequired || !takesAPost(submission)) return ok(null)
  if (vacancies === null) return refuse({ kind: 'vacancies-missing' })
  const over = overQuota(vacancies, others)
  return over ? refuse(over) : ok(null)
}
