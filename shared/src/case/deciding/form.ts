/** The evaluation form: exported by the applicant, stamped, handed in (domain #31, #32). */
import { ok, refuse } from '../../kernel/result.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { caseRulesOf } from '../case-rules.ts'
import { entryAfter } from '../chain.ts'
import { copiesFor } from '../form-copies.ts'
import { chargedBy, notNow } from './words.ts'

/** Printed for good once paid, or before where the plan says so. */
export function exportForm(
  { state, filed }: FiledCase,
  _command: CaseCommandOf<'export-form'>,
  { plan }: CaseSituation,
): Decided {
  const mustPay = (plan.evaluationForm.availableFrom ?? 'fee-paid') === 'fee-paid'
  if (state.kind !== 'form-due' && mustPay) return refuse({ kind: 'form-not-available' })
  // Once is enough: whoever prints it again, or is told of the same printing twice, changes nothing.
  if (state.kind === 'form-due' && state.isExported) return ok([])
  return ok([{ kind: 'form-exported', data: { digest: filed.digest } }])
}

export function deliverForm(
  kase: FiledCase,
  { copies, seals }: CaseCommandOf<'deliver-form'>,
  situation: CaseSituation,
): Decided {
  const { state, route, filed } = kase
  if (state.kind !== 'form-due' || !route) return notNow(kase)
  const { plan } = situation
  const { stamps } = plan.evaluationForm
  const isInterviewed = caseRulesOf(plan).interviewTypes.includes(filed.submission.form.type)
  const needed = Math.max(1, copiesFor(plan, isInterviewed) ?? 1)
  if (!Number.isSafeInteger(copies) || copies < needed) return refuse({ kind: 'copies-missing', needed })
  const missing = stamps.filter((stamp) => !seals.includes(stamp))
  if (missing.length > 0) return refuse({ kind: 'seals-missing', seals: missing })
  const to = entryAfter(route, state.stage, chargedBy(kase, situation))
  if (!to.ok) return to
  return ok([{ kind: 'form-delivered', data: { copies, seals: [...seals], to: to.value } }])
}
