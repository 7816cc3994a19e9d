/** Ends out of turn: the applicant withdraws before the meeting (domain #43), or falsification is established (#45). */
import { ok, refuse } from '../../kernel/result.ts'
import { banOf } from '../ban.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { worded } from './words.ts'

export function withdraw({ filed }: FiledCase): Decided {
  return ok([{ kind: 'application-withdrawn', data: { digest: filed.digest } }])
}

/** At any time, after the certificate too: then the title is revoked. */
export function voidApplication(
  { state }: FiledCase,
  command: CaseCommandOf<'void-application'>,
  { plan, missingEvidence = [] }: CaseSituation,
): Decided {
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  const { evidence } = command
  if (evidence.length === 0 || evidence.some((sha256) => !/^[0-9a-f]{64}$/.test(sha256))) {
    return refuse({ kind: 'evidence-required' })
  }
  if (missingEvidence.length > 0) return refuse({ kind: 'evidence-not-here', sha256: missingEvidence })
  const isTitleRevoked = state.kind === 'announced' || state.kind === 'certified'
  const data = { reason: reason.value, evidence: [...evidence], ban: banOf(plan), isTitleRevoked }
  return ok([{ kind: 'application-voided', data }])
}
