/**
 * Review commands, decided against what the relay itself knows: who asks, who employs the archive's owner now, what the archive document holds
 * in the relay's own copy, and which evidence it has. Nothing of that is taken from the command.
 */
import { may } from '@yejibu/shared/account/access-table'
import type { Actor } from '@yejibu/shared/account/actor'
import { readItem } from '@yejibu/shared/archive/archive-doc'
import { type Revision, revisionOf } from '@yejibu/shared/archive/revision'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { decideAttestation } from '@yejibu/shared/review/attestation'
import { type ArchiveReview, decideReview, foldReview, reviewOf } from '@yejibu/shared/review/review'
import type { ReviewCommand, ReviewRefusal } from '@yejibu/shared/review/review-commands'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { COMMANDS, type CommandBody } from '@yejibu/shared/wire/commands'
import type * as Y from 'yjs'
import type { Directory } from '../account/directory.ts'
import type { EvidenceStore } from '../evidence/evidence.ts'
import { type MalformedRefusal, parseWith } from '../http/parse.ts'
import type { AppendRefusal } from '../ledger/ledger.ts'
import { askedCommand, type Perform } from '../ledger/perform.ts'

export type ReviewKind =
  | 'send-revision'
  | 'withdraw-revision'
  | 'rule-on-revision'
  | 'revoke-approval'
  | 'attest-evidence'
  | 'withdraw-attestation'

export type AskedReview = {
  [Kind in ReviewKind]: { readonly kind: Kind; readonly body: CommandBody<Kind> }
}[ReviewKind]

export function parseReview(kind: ReviewKind, body: unknown): Result<AskedReview, MalformedRefusal> {
  switch (kind) {
    case 'send-revision':
      return asked(kind, parseWith(COMMANDS[kind], body))
    case 'withdraw-revision':
      return asked(kind, parseWith(COMMANDS[kind], body))
    case 'rule-on-revision':
      return asked(kind, parseWith(COMMANDS[kind], body))
    case 'revoke-approval':
      return asked(kind, parseWith(COMMANDS[kind], body))
    case 'attest-evidence':
      return asked(kind, parseWith(COMMANDS[kind], body))
    case 'withdraw-attestation':
      return asked(kind, parseWith(COMMANDS[kind], body))
  }
}

function asked<Kind extends ReviewKind>(kind: Kind, parsed: Result<CommandBody<Kind>, MalformedRefusal>) {
  return parsed.ok ? ok({ kind, body: parsed.value }) : parsed
}

type AskedRuling = Exclude<AskedReview, { readonly kind: 'attest-evidence' | 'withdraw-attestation' }>

export interface ReviewParts {
  readonly perform: Perform
  readonly directory: Directory
  readonly evidence: EvidenceStore
  /** The relay's own copy; the caller destroys it. */
  readDocument(name: string): Promise<Y.Doc>
}

export async function performReview(
  parts: ReviewParts,
  asked: AskedReview,
  actor: Actor,
): Promise<Result<readonly Fact[], ReviewRefusal | AppendRefusal>> {
  const { kind, body } = asked
  const owner = body.archive
  return parts.perform<ReviewRefusal>({
    stream: `archive/${owner}`,
    actor: actor.accountId,
    command: askedCommand(body.id, kind, body),
    expected: body.expected,
    // May you, before anything is said about the stream: its version alone would tell that somebody is at work there.
    mayAsk: async () => {
      const verb = kind === 'send-revision' || kind === 'withdraw-revision' ? 'send' : 'rule'
      const employer = (await parts.directory.employerOf(owner))?.id ?? null
      return may(actor, 'archive', verb, { owner, employer }) ? ok(true) : refuse({ kind: 'not-yours' })
    },
    decide: async (facts) => {
      const review = foldReview(facts.filter(isReviewFact))
      const employer = await parts.directory.employerOf(owner)
      const situation = { actor, owner, employer }
      if (asked.kind === 'attest-evidence') {
        const { item, sha256 } = asked.body
        const isHere = (await parts.evidence.missing(owner, [sha256])).length === 0
        return decideAttestation(reviewOf(review, item), { kind: asked.kind, item, sha256, isHere }, situation)
      }
      if (asked.kind === 'withdraw-attestation') {
        const { item, sha256, reason } = asked.body
        return decideAttestation(reviewOf(review, item), { kind: asked.kind, item, sha256, reason }, situation)
      }
      return decideReview(review, await commandOf(parts, asked, review), situation)
    },
  })
}

async function commandOf(parts: ReviewParts, asked: AskedRuling, review: ArchiveReview): Promise<ReviewCommand> {
  switch (asked.kind) {
    case 'send-revision': {
      const { item, revision } = asked.body
      return { kind: asked.kind, item, revision }
    }
    case 'withdraw-revision': {
      const { item, digest } = asked.body
      return { kind: asked.kind, item, digest }
    }
    case 'revoke-approval': {
      const { item, digest, reason } = asked.body
      return { kind: asked.kind, item, digest, reason }
    }
    case 'rule-on-revision': {
      const { archive, item, digest, verdict, reason, fields } = asked.body
      const { everSent } = reviewOf(review, item)
      const sent = Object.hasOwn(everSent, digest) ? everSent[digest] : undefined
      // What was sent lies in the ledger with its content: only for anything else the document must be opened.
      const current = sent ? null : await currentRevision(parts, archive, item)
      const seen = sent ?? (current?.digest === digest ? current : null)
      const named = seen?.content.evidence.map((e) => e.sha256) ?? []
      const missingEvidence = await parts.evidence.missing(archive, named)
      return { kind: asked.kind, item, digest, verdict, reason, fields, current, missingEvidence }
    }
  }
}

async function currentRevision(parts: ReviewParts, archive: AccountId, item: ItemId): Promise<Revision | null> {
  const doc = await parts.readDocument(`archive/${archive}`)
  try {
    const found = readItem(doc, item)
    return found ? revisionOf(found, archive) : null
  } finally {
    doc.destroy()
  }
}
