/**
 * What a submission carries whose approval was taken back afterwards. The submission stays as it was frozen (`[APP-10]`); everybody who reads it
 * later, its owner first, sees which of its contents no longer stand (domain §3.6).
 */
import { type ArchiveReview, type Revocation, reviewOf } from '../review/review.ts'
import type { PulledRevision, Submission } from './submission.ts'

export interface RevokedPull {
  readonly pulled: PulledRevision
  readonly revocation: Revocation
}

/** In the submission's order, the profile first. An approval is named by its fact: a later approval of the same content heals nothing by itself. */
export function revokedPulls(
  { profile, pulls }: Pick<Submission, 'profile' | 'pulls'>,
  review: ArchiveReview,
): readonly RevokedPull[] {
  return [profile, ...pulls].flatMap((pulled) => {
    const { revoked } = reviewOf(review, pulled.item)
    const revocation = Object.hasOwn(revoked, pulled.approval) ? revoked[pulled.approval] : undefined
    return revocation ? [{ pulled, revocation }] : []
  })
}
