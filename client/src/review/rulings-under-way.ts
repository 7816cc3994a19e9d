/**
 * Rulings of this reviewer that are asked and not yet answered, or answered with no: read from the outbox, parsed, newest last.
 * Offline a ruling waits here and is shown as 待登记; it is no ruling until the relay has said so.
 */
import type { Digest } from '@yejibu/shared/archive/revision'
import type { AccountId, CommandId, ItemId } from '@yejibu/shared/kernel/ids'
import { COMMANDS } from '@yejibu/shared/wire/commands'
import type { ApiRefusal } from '../platform/api.ts'
import type { OutboxEntry } from '../platform/database.ts'

export interface RulingUnderWay {
  readonly command: CommandId
  readonly item: ItemId
  readonly digest: Digest
  readonly verdict: 'approved' | 'returned' | 'rejected' | 'revoked'
  readonly reason: string | null
  /** What it points at. */
  readonly fields: readonly string[]
  /** What the relay said no with; null while it waits. */
  readonly refusal: ApiRefusal | null
}

export function rulingsUnderWay(entries: readonly OutboxEntry[], archive: AccountId): readonly RulingUnderWay[] {
  return entries.flatMap((entry): RulingUnderWay[] => {
    const { id: command } = entry
    const refusal = entry.state === 'refused' ? (entry.refusal ?? { kind: 'unexpected' }) : null
    if (entry.kind === 'rule-on-revision') {
      const body = COMMANDS['rule-on-revision'].safeParse(entry.body)
      if (!body.success || body.data.archive !== archive) return []
      const { item, digest, verdict, reason, fields = [] } = body.data
      return [{ command, item, digest, verdict, reason, fields, refusal }]
    }
    if (entry.kind === 'revoke-approval') {
      const body = COMMANDS['revoke-approval'].safeParse(entry.body)
      if (!body.success || body.data.archive !== archive) return []
      const { item, digest, reason } = body.data
      return [{ command, item, digest, verdict: 'revoked', reason, fields: [], refusal }]
    }
    return []
  })
}

/** The one that waits to be sent for this item. */
export function waitingFor(all: readonly RulingUnderWay[], item: ItemId): RulingUnderWay | null {
  return all.findLast((one) => one.item === item && one.refusal === null) ?? null
}

/** The one that was refused for this item and that its author has not dismissed. */
export function refusedFor(all: readonly RulingUnderWay[], item: ItemId): RulingUnderWay | null {
  return all.findLast((one) => one.item === item && one.refusal !== null) ?? null
}

/** A file whose original she has attested, or whose attestation she takes back, not yet answered or answered with no. */
export interface AttestationUnderWay {
  readonly command: CommandId
  readonly item: ItemId
  readonly sha256: string
  readonly what: 'attest' | 'take-back'
  readonly refusal: ApiRefusal | null
}

export function attestationsUnderWay(
  entries: readonly OutboxEntry[],
  archive: AccountId,
): readonly AttestationUnderWay[] {
  return entries.flatMap((entry): AttestationUnderWay[] => {
    if (entry.kind !== 'attest-evidence' && entry.kind !== 'withdraw-attestation') return []
    const body = COMMANDS[entry.kind].safeParse(entry.body)
    if (!body.success || body.data.archive !== archive) return []
    const what = entry.kind === 'attest-evidence' ? 'attest' : 'take-back'
    const refusal = entry.state === 'refused' ? (entry.refusal ?? { kind: 'unexpected' }) : null
    return [{ command: entry.id, item: body.data.item, sha256: body.data.sha256, what, refusal }]
  })
}
