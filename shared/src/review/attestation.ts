/**
 * 核对无误: somebody of HR has held the original beside the file and says that both agree. It is a fact and not a mark on the desk, because
 * later forms cite it (who, when), and because the owner may rely on it.
 *
 * It is about one file of one entry, by the hash of its bytes: the same bytes in a later revision are still attested, other bytes never are.
 * It says nothing about the entry: approving stays a ruling of its own.
 */
import { mayRule } from '../account/access.ts'
import type { Employer } from '../account/org.ts'
import type { Digest, RevisionContent } from '../archive/revision.ts'
import type { Sha256Hex } from '../kernel/canonical.ts'
import type { AccountId, FactId, ItemId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isReason, reasonRequired } from './reason.ts'
import type { AttestationRefusal, ReviewSituation } from './review-commands.ts'
import type { AttestationFact } from './review-facts.ts'

export interface Attestation {
  readonly sha256: Sha256Hex
  readonly employer: Employer
  readonly by: AccountId | 'relay'
  /** ISO 8601, the relay's clock. */
  readonly at: string
  readonly fact: FactId
}

/** By the file's hash. */
export type Attested = Readonly<Record<Sha256Hex, Attestation>>

/** What is known of the entry: only a file that its owner has shown the employer can be attested. */
export interface AttestedItem {
  readonly everSent: Readonly<Record<Digest, { readonly content: RevisionContent }>>
  readonly rulings: Readonly<Record<Digest, { readonly content: RevisionContent }>>
  readonly attested: Attested
}

export interface AttestEvidence {
  readonly kind: 'attest-evidence'
  readonly item: ItemId
  readonly sha256: Sha256Hex
  /** The relay has all bytes of the file, for this archive: nobody attests what cannot be looked at again. */
  readonly isHere: boolean
}
export interface WithdrawAttestation {
  readonly kind: 'withdraw-attestation'
  readonly item: ItemId
  readonly sha256: Sha256Hex
  readonly reason: string
}
export type AttestationCommand = AttestEvidence | WithdrawAttestation

export function decideAttestation(
  before: AttestedItem,
  command: AttestationCommand,
  { actor, owner, employer }: ReviewSituation,
): Result<readonly AttestationFact[], AttestationRefusal> {
  if (!employer || !mayRule(actor, owner, employer.id)) return refuse({ kind: 'not-yours' })
  const { item, sha256 } = command
  const known = attestationOf(before.attested, sha256)
  if (command.kind === 'withdraw-attestation') {
    const reason = command.reason.trim()
    if (!isReason(reason)) return reasonRequired()
    if (!known) return refuse({ kind: 'not-attested' })
    return ok([{ kind: 'attestation-withdrawn', data: { item, sha256, attestation: known.fact, employer, reason } }])
  }
  if (known) return refuse({ kind: 'already-attested', by: known.by, at: known.at })
  const shown = [...Object.values(before.everSent), ...Object.values(before.rulings)]
  const file = shown.flatMap(({ content }) => content.evidence).find((one) => one.sha256 === sha256)
  if (!file) return refuse({ kind: 'evidence-not-sent' })
  if (!command.isHere) return refuse({ kind: 'evidence-not-here', sha256: [sha256] })
  return ok([{ kind: 'evidence-attested', data: { item, sha256, evidence: file.kind, employer } }])
}

export function attestationOf(attested: Attested, sha256: Sha256Hex): Attestation | null {
  return Object.hasOwn(attested, sha256) ? (attested[sha256] ?? null) : null
}

export function withAttested(before: Attested, attestation: Attestation): Attested {
  return { ...before, [attestation.sha256]: attestation }
}

export function withoutAttested(before: Attested, sha256: Sha256Hex): Attested {
  const { [sha256]: _withdrawn, ...rest } = before
  return rest
}
