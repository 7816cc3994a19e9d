/**
 * `/api/evidence/<sha256>?archive=<id>`, or `?private=<id>` for the files of the owner's private document.
 *
 * `PUT` with `content-range: bytes <first>-<last>/<total>` hands over a chunk, without it the whole file. The answer is 200 with
 * `{received, isComplete}`; a chunk that begins elsewhere than where the last one ended gets `evidence-offset` with the place to go on.
 * `content-range: bytes *\/<total>` without a body claims a file that the owner's other document holds, or whose bytes all came. `DELETE` lets go of a file
 * of an entry that was made private; what a fact names, or an entry still in the document, stays held.
 * `HEAD` says how far the asker's own upload is (`upload-offset`). `GET` gives the file as a download that can do nothing in a page.
 * Absent and not allowed are one answer: 404.
 */

import { rightTo } from '@yejibu/shared/account/access'
import type { Actor } from '@yejibu/shared/account/actor'
import { readItems } from '@yejibu/shared/archive/archive-doc'
import {
  documentOfHolder,
  type EvidenceHolder,
  isPrivateHolder,
  ownerOfHolder,
  privateHolder,
} from '@yejibu/shared/archive/evidence-holder'
import { voidedBecauseOf } from '@yejibu/shared/case/ban'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { StateKind } from '@yejibu/shared/case/case-state'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { type AccountId, type ApplicationId, accountIdSchema } from '@yejibu/shared/kernel/ids'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { type Context, Hono } from 'hono'
import type * as Y from 'yjs'
import type { Directory } from '../account/directory.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { EvidenceStore } from './evidence.ts'
import { fileAnswer } from './file-answer.ts'

export interface EvidenceRouteParts {
  readonly evidence: EvidenceStore
  readonly directory: Directory
  readonly ledger: Pick<Ledger, 'read' | 'since'>
  readonly maxBytes: number
  /** The relay's own copy; the caller destroys it. */
  readDocument(name: string): Promise<Y.Doc>
  readonly standing: { inStates(states: readonly StateKind[]): Promise<readonly ApplicationId[]> }
  /** Somebody else than its owner opened a file. */
  onRead?(actor: Actor, owner: AccountId): Promise<void>
}

/** Chunks of one person: enough for a year's scans in small pieces, too few to keep the disk busy for everybody. */
const CHUNKS = { times: 1_200, perSeconds: 600 }

const FACTS_AT_ONCE = 200

const CLAIM = /^bytes \*\/(\d{1,12})$/

interface Named {
  readonly archive: EvidenceHolder
  readonly sha256: string
}

export function evidenceRoutes(parts: EvidenceRouteParts): Hono<SignedIn> {
  const { evidence, directory } = parts

  const mayRead = async (actor: Actor, holder: EvidenceHolder): Promise<boolean> => {
    const owner = ownerOfHolder(holder)
    const employer = await directory.employerOf(owner)
    const kind = isPrivateHolder(holder) ? 'private' : 'archive'
    return rightTo(actor, { kind, owner }, { employer: employer?.id ?? null, isSubmitted: false }) !== 'none'
  }
  const isOwn = (c: Context<SignedIn>, named: Named) => ownerOfHolder(named.archive) === c.var.actor.accountId

  /** Named by an entry of the document, or by a fact for ever. */
  const isNamed = async ({ archive, sha256 }: Named): Promise<boolean> => {
    const doc = await parts.readDocument(documentOfHolder(archive))
    const names = readItems(doc).some(({ evidence: files }) => files.some((file) => file.sha256 === sha256))
    doc.destroy()
    if (names || isPrivateHolder(archive)) return names
    const facts = (await parts.ledger.read(`archive/${archive}`)).filter(isReviewFact)
    if (facts.some((fact) => JSON.stringify(fact.data).includes(sha256))) return true
    return (await isFiled(archive, sha256)) || (await hasVoided(archive, sha256))
  }

  /** An application was voided because of it: whoever established that keeps handing it out. */
  const hasVoided = async (officer: EvidenceHolder, sha256: string): Promise<boolean> => {
    for (const application of await parts.standing.inStates(['voided'])) {
      const facts = (await parts.ledger.read(`application/${application}`)).filter(isCaseFact)
      if (voidedBecauseOf(facts).some((one) => one.by === officer && one.sha256 === sha256)) return true
    }
    return false
  }

  /** Named by a fact of one of the owner's applications: photo, signature, attachments. */
  const isFiled = async (owner: EvidenceHolder, sha256: string): Promise<boolean> => {
    const visible = { streams: [], prefixes: [`application/${owner}.`] }
    for (let after: number | null = 0; after !== null; ) {
      const facts: readonly Fact[] = await parts.ledger.since(after, FACTS_AT_ONCE, visible)
      if (facts.some((fact) => JSON.stringify(fact.data).includes(sha256))) return true
      after = facts.length === FACTS_AT_ONCE ? (facts.at(-1)?.seq ?? null) : null
    }
    return false
  }

  const read = async (c: Context<SignedIn>) => {
    const named = namedIn(c)
    if (!named || !(await mayRead(c.var.actor, named.archive))) return refused(c, { kind: 'not-found' })
    const held = await evidence.held(named.archive, named.sha256)
    const isHead = c.req.method === 'HEAD'
    if (!held) {
      const received = isOwn(c, named) && isHead ? await evidence.received(named.archive, named.sha256) : 0
      if (received === 0) return refused(c, { kind: 'not-found' })
      return c.body(null, 204, { 'upload-offset': String(received), 'upload-complete': '?0' })
    }
    if (!isHead && !isOwn(c, named)) await parts.onRead?.(c.var.actor, ownerOfHolder(named.archive))
    return fileAnswer(c, held, await evidence.fetched(held.sha256))
  }

  const release = async (c: Context<SignedIn>) => {
    const named = namedIn(c)
    if (!named || !isOwn(c, named)) return refused(c, { kind: 'not-found' })
    const isHeld = await isNamed(named)
    if (!isHeld) await evidence.release(named.archive, named.sha256)
    return c.json({ isHeld })
  }

  return new Hono<SignedIn>()
    .get('/:sha256', read)
    .delete('/:sha256', release)
    .put(
      '/:sha256',
      atMost(CHUNKS, (c: Context<SignedIn>) => c.var.actor.accountId),
      async (c) => {
        const named = namedIn(c)
        // Nobody else may know whether the archive is there.
        if (!named || !isOwn(c, named)) return refused(c, { kind: 'not-found' })
        const [, total] = CLAIM.exec(c.req.header('content-range') ?? '') ?? []
        if (total !== undefined) {
          const claimed = await evidence.claim(named.archive, named.sha256, Number(total))
          const { bytes, type } = claimed ?? {}
          return claimed
            ? c.json({ isComplete: true, received: bytes, bytes, type })
            : refused(c, { kind: 'evidence-offset', received: await evidence.received(named.archive, named.sha256) })
        }
        const range = rangeOf(c)
        if (!range)
          return refused(c, { kind: 'malformed', at: [{ path: 'content-range', rule: 'bytes first-last/total' }] })
        const body = c.req.raw.body
        const bytes: AsyncIterable<Uint8Array> = body ? chunksOf(body) : nothing()
        const received = await evidence.receive({ ...named, ...range, bytes })
        if (!received.ok) return refused(c, received.refusal)
        const { value } = received
        return c.json(
          value.isComplete
            ? { isComplete: true, received: value.held.bytes, bytes: value.held.bytes, type: value.held.type }
            : { isComplete: false, received: value.received },
        )
      },
    )
}

function namedIn(c: Context): Named | null {
  const sha256 = c.req.param('sha256') ?? ''
  const secret = c.req.query('private')
  const owner = accountIdSchema.safeParse(secret ?? c.req.query('archive'))
  if (!owner.success || !/^[0-9a-f]{64}$/.test(sha256)) return null
  return { archive: secret === undefined ? owner.data : privateHolder(owner.data), sha256 }
}

function rangeOf(c: Context): { readonly offset: number; readonly total: number } | null {
  const header = c.req.header('content-range')
  if (header === undefined) {
    const length = c.req.header('content-length') ?? ''
    return /^\d{1,12}$/.test(length) && Number(length) > 0 ? { offset: 0, total: Number(length) } : null
  }
  const [, first, last, total] = (/^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(header) ?? []).map(Number)
  if (first === undefined || last === undefined || total === undefined) return null
  return first <= last && last < total ? { offset: first, total } : null
}

/** Read through its reader: the types of a web stream do not know that Node's can be iterated. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
