/**
 * What one reviewer has before her: which entry, which version of it, and what she may do with it.
 *
 * Always true: the version shown is pinned when the entry is opened or a version is chosen, and a ruling carries the digest of that
 * very content. When the owner edits meanwhile, the page says so and shows the difference; nothing moves under the reviewer's hands.
 */
import type { Digest, RevisionContent } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { pointingAt } from '@yejibu/shared/review/pointing'
import { type ArchiveReview, type ItemReview, reviewOf } from '@yejibu/shared/review/review'
import { type Accessor, batch, createEffect, createMemo, createSignal, untrack } from 'solid-js'
import type { Outbox } from '../platform/outbox.ts'
import type { ArchiveView } from '../sync/create-archive.ts'
import { type Ask, createAsking, dismissRefused } from './create-asking.ts'
import { createPointing, type Pointing } from './create-pointing.ts'
import { type Reviewer, type WhyNot, whyNotRule } from './may-rule-on.ts'
import { neighbour, nextWaiting, type ReviewEntry, reviewEntries } from './review-entries.ts'
import {
  type AttestationUnderWay,
  attestationsUnderWay,
  type RulingUnderWay,
  refusedFor,
  waitingFor,
} from './rulings-under-way.ts'
import { firstVersion, type Version, type Versions, versionsOf, type Which } from './versions.ts'

export type Verdict = 'approved' | 'returned' | 'rejected'

export interface Shown {
  readonly item: ItemId
  readonly version: Version
  /** The item's own digest at the moment of pinning. */
  readonly currentThen: Digest | null
  readonly turn: number
}

/** How what is shown stands to what the owner has now. */
export type Drift = 'none' | 'just-edited' | 'edited-since' | 'sent-again' | 'deleted'

export interface ReviewRoom {
  readonly owner: AccountId
  readonly reviewer: Reviewer
  readonly entries: Accessor<readonly ReviewEntry[]>
  /** Those she wants listed: all, or what `narrow` left. */
  readonly listed: Accessor<readonly ReviewEntry[]>
  readonly entry: Accessor<ReviewEntry | null>
  readonly review: Accessor<ItemReview | null>
  readonly versions: Accessor<Versions | null>
  readonly shown: Accessor<Shown | null>
  readonly drift: Accessor<Drift>
  readonly whyNot: Accessor<WhyNot | 'pending' | null>
  readonly underWay: Accessor<readonly RulingUnderWay[]>
  readonly refused: Accessor<RulingUnderWay | null>
  /** The content that the refused ruling was about; null when this device no longer knows it. */
  saw(ruling: RulingUnderWay): RevisionContent | null
  /** Waiting entries of the list without those whose ruling is on its way. */
  readonly left: Accessor<readonly ReviewEntry[]>
  select(item: ItemId): void
  step(by: 1 | -1): void
  /** Lists, counts and steps through these entries alone; null: all of them. */
  narrow(isListed: ((item: ItemId) => boolean) | null): void
  look(which: Which): void
  /** What she points at in the content shown; goes along with a "no". */
  readonly pointing: Pointing
  /** Rules on what is shown and goes on to the next entry that waits. @throws when the browser's store refuses */
  rule(verdict: Verdict, reason: string | null): Promise<void>
  /** One command per entry. @throws as `rule` */
  approveAll(entries: readonly ReviewEntry[]): Promise<void>
  /** @throws as `rule` */
  revoke(digest: Digest, reason: string): Promise<void>
  /** Attestations of files, asked and not yet answered, or refused. */
  readonly attesting: Accessor<readonly AttestationUnderWay[]>
  /** The original of this file of the shown entry was seen. @throws as `rule` */
  attest(sha256: string): Promise<void>
  /** @throws as `rule` */
  takeBackAttestation(sha256: string, reason: string): Promise<void>
}

export interface ReviewRoomOptions {
  readonly archive: Pick<ArchiveView, 'items' | 'profile' | 'item' | 'digest'>
  readonly review: Accessor<ArchiveReview>
  readonly outbox: Pick<Outbox, 'entries' | 'add' | 'dismiss'>
  readonly owner: AccountId
  readonly reviewer: Reviewer
  /** The entry the address names. */
  readonly initially: ItemId | null
  readonly onSelect?: (item: ItemId) => void
  /** A content that was sent once, even when it was taken back since: what she ruled on can then be compared with what is there now. */
  readonly sentOnce?: (digest: Digest) => RevisionContent | null
  /** Facts and archive are here as far as they will be: only then is it known what waits and so comes first. By default at once. */
  readonly isReady?: Accessor<boolean>
}

export function createReviewRoom(options: ReviewRoomOptions): ReviewRoom {
  const { archive, outbox, owner, reviewer } = options
  const entries = createMemo(() =>
    reviewEntries({ items: archive.items(), profile: archive.profile() }, options.review()),
  )
  const [only, setOnly] = createSignal<((item: ItemId) => boolean) | null>(null)
  const listed = createMemo(() => {
    const isListed = only()
    return isListed ? entries().filter(({ id }) => isListed(id)) : entries()
  })
  const asking = createAsking(outbox, owner, options.review)
  const { underWay } = asking
  const [selected, setSelected] = createSignal<ItemId | null>(options.initially)
  const [wanted, setWanted] = createSignal<{ readonly which: Which | null; readonly turn: number }>({
    which: null,
    turn: 0,
  })
  createEffect(() => {
    if (options.isReady?.() === false) return
    const [first] = entries()
    if (first && untrack(selected) === null) setSelected(first.id)
  })

  const entry = createMemo(() => entries().find(({ id }) => id === selected()) ?? null)
  const review = createMemo(() => {
    const item = selected()
    return item === null ? null : reviewOf(options.review(), item)
  })
  const versions = createMemo(() => {
    const item = selected()
    const about = review()
    return item === null || about === null ? null : versionsOf(archive.item(item), archive.digest(item) ?? null, about)
  })
  const shown = createMemo<Shown | null>((before) => {
    const [item, now, { which, turn }] = [selected(), versions(), wanted()]
    if (item === null || now === null) return null
    if (before && before.item === item && before.turn === turn) return before
    const version = (which === null ? null : now[which]) ?? firstVersion(now)
    return version ? { item, version, currentThen: now.current?.digest ?? null, turn } : null
  }, null)

  const drift = createMemo((): Drift => {
    const [pinned, now] = [shown(), versions()]
    if (!pinned || !now || pinned.version.which === 'approved') return 'none'
    const { which, digest } = pinned.version
    if (which === 'sent' && now.sent && now.sent.digest !== digest) return 'sent-again'
    if (!now.current) return entry()?.isGone ? 'deleted' : 'none'
    if (now.current.digest === digest) return 'none'
    return now.current.digest === pinned.currentThen ? 'edited-since' : 'just-edited'
  })

  const whyNot = createMemo((): WhyNot | 'pending' | null => {
    const pinned = shown()
    if (!pinned) return 'not-sent'
    if (waitingFor(underWay(), pinned.item)) return 'pending'
    return whyNotRule(options.review(), pinned.item, pinned.version, reviewer, owner)
  })
  const ruledOn = new Map<Digest, RevisionContent>()
  const isUnderWay = (one: ReviewEntry) => waitingFor(underWay(), one.id) !== null
  const left = createMemo(() => listed().filter((one) => one.waits !== null && !isUnderWay(one)))

  const select = (item: ItemId): void => {
    batch(() => {
      setSelected(item)
      setWanted(({ turn }) => ({ which: null, turn: turn + 1 }))
    })
    options.onSelect?.(item)
  }

  const pointing = createPointing(shown)
  const askRuling = (one: Ask & { readonly verdict: Verdict }): Promise<void> =>
    asking.ask(one, () => {
      const { fields, ...named } = one
      const body = { expected: null, archive: owner, ...named, ...(fields.length > 0 && { fields: [...fields] }) }
      return outbox.add('rule-on-revision', body)
    })

  return {
    owner,
    reviewer,
    entries,
    listed,
    narrow(isListed) {
      setOnly(() => isListed)
      const [first, isThere] = untrack(() => [listed()[0], listed().some(({ id }) => id === selected())])
      if (first && !isThere) select(first.id)
    },
    entry,
    review,
    versions,
    shown,
    drift,
    whyNot,
    underWay,
    left,
    pointing,
    refused: () => {
      const item = selected()
      return item === null ? null : refusedFor(underWay(), item)
    },
    saw({ item, digest }) {
      const pinned = shown()
      if (pinned?.item === item && pinned.version.digest === digest) return pinned.version.content
      const { everSent } = reviewOf(options.review(), item)
      return everSent[digest]?.content ?? ruledOn.get(digest) ?? options.sentOnce?.(digest) ?? null
    },
    select,
    step(by) {
      const next = neighbour(listed(), selected(), by)
      if (next !== null && next !== selected()) select(next)
    },
    look: (which) => setWanted(({ turn }) => ({ which, turn: turn + 1 })),
    async rule(verdict, reason) {
      const pinned = shown()
      if (!pinned || pinned.version.digest === null || untrack(whyNot) !== null) return
      ruledOn.set(pinned.version.digest, pinned.version.content)
      const next = nextWaiting(listed(), pinned.item, isUnderWay)
      const fields = verdict === 'approved' ? [] : pointingAt(pinned.version.content, untrack(pointing.at)).known
      await askRuling({ item: pinned.item, digest: pinned.version.digest, verdict, reason, fields })
      if (next !== null && selected() === pinned.item) select(next)
    },
    async approveAll(chosen) {
      const approval = { verdict: 'approved', reason: null, fields: [] } as const
      for (const { id, waits } of chosen) if (waits !== null) await askRuling({ item: id, digest: waits, ...approval })
    },
    attesting: createMemo(() => attestationsUnderWay(outbox.entries(), owner)),
    async attest(sha256) {
      const item = selected()
      const isAsked = attestationsUnderWay(untrack(outbox.entries), owner).some(
        (one) => one.item === item && one.sha256 === sha256 && one.refusal === null,
      )
      if (item === null || isAsked) return
      await dismissRefused(outbox, owner, item)
      await outbox.add('attest-evidence', { expected: null, archive: owner, item, sha256 })
    },
    async takeBackAttestation(sha256, reason) {
      const item = selected()
      if (item === null) return
      await dismissRefused(outbox, owner, item)
      await outbox.add('withdraw-attestation', { expected: null, archive: owner, item, sha256, reason })
    },
    async revoke(digest, reason) {
      const item = selected()
      if (item === null) return
      await asking.ask({ item, digest, verdict: 'revoked', reason, fields: [] }, () =>
        outbox.add('revoke-approval', { expected: null, archive: owner, item, digest, reason }),
      )
    },
  }
}
