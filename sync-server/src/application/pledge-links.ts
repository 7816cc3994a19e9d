/**
 * Links with which a pledge is signed on a phone that nobody is signed in on (domain §4.1 `pledge`, §7 V-PLEDGE).
 *
 * Always true: a link is good once, for ten minutes, for one application, person, plan and wording; a newer one of the same application ends it;
 * only the hash of its token is kept. What comes in by it is a picture for its owner's own evidence and nothing else: the application is hers
 * to write.
 */
import { createHash } from 'node:crypto'
import type { Actor } from '@yejibu/shared/account/actor'
import { pledgeTextDigest, pledgeWording } from '@yejibu/shared/application/pledge'
import { type AccountId, type ApplicationId, ownerOfApplication, type PlanId } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { KeptPledgeLink as Kept, PledgeLink, PledgeLinkState, SigningPage } from '@yejibu/shared/wire/pledge-link'
import type { Directory } from '../account/directory.ts'
import { hashOfToken } from '../account/sessions.ts'
import type { EvidenceRefusal, EvidenceStore } from '../evidence/evidence.ts'
import type { SubmissionRegister } from './submission-register.ts'

export const PLEDGE_LINK_MS = 10 * 60_000

/** Bytes; a signature on white is far below. */
const MAX_PICTURE = 512 * 1024
/** Pixels of a side: less shows nothing, more is no signature. */
const SIDE = { min: 100, max: 4000 }

export interface KeptPledgeLink {
  readonly id: string
  readonly application: ApplicationId
  readonly owner: AccountId
  readonly plan: PlanId
  readonly textDigest: string
  /** Milliseconds since 1970. */
  readonly endsAt: number
  /** Null until it was signed. */
  readonly signed: { readonly sha256: string; readonly bytes: number; readonly at: number } | null
}

/** Port. */
export interface PledgeLinkStore {
  /** The only one of its application from now on. */
  replace(link: KeptPledgeLink, tokenHash: string): Promise<void>
  byToken(tokenHash: string): Promise<KeptPledgeLink | null>
  byId(id: string): Promise<KeptPledgeLink | null>
  ofApplication(application: ApplicationId): Promise<KeptPledgeLink | null>
  /** True for the one call that spent it. */
  spend(tokenHash: string, at: number): Promise<boolean>
  sign(id: string, signed: NonNullable<KeptPledgeLink['signed']>): Promise<void>
  drop(id: string): Promise<void>
}

export type PledgeLinkRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'plan-moved-on'; readonly version: number }
  | { readonly kind: 'application-already-submitted'; readonly at: string }
  | { readonly kind: 'link-spent' }
  | EvidenceRefusal

export interface AskedPledgeLink {
  readonly application: ApplicationId
  readonly plan: PlanId
  readonly textDigest: string
}

export interface PledgeLinks {
  offer(asked: AskedPledgeLink, actor: Actor): Promise<Result<PledgeLink, PledgeLinkRefusal>>
  page(token: string): Promise<Result<SigningPage, PledgeLinkRefusal>>
  sign(token: string, picture: Uint8Array): Promise<Result<true, PledgeLinkRefusal>>
  /** To its owner alone. */
  state(id: string, actor: Actor): Promise<Result<PledgeLinkState, PledgeLinkRefusal>>
  /** The link of an application whose page was closed before it heard of a signature. */
  kept(application: ApplicationId, actor: Actor): Promise<Result<Kept, PledgeLinkRefusal>>
  /** Answers when it was signed, or after `patience` milliseconds with how it stands. */
  wait(
    id: string,
    actor: Actor,
    patience: number,
    gone: AbortSignal,
  ): Promise<Result<PledgeLinkState, PledgeLinkRefusal>>
  /** Its owner has taken the signature over, or changed her mind. */
  drop(id: string, actor: Actor): Promise<Result<true, PledgeLinkRefusal>>
}

export interface PledgeLinkParts {
  readonly store: PledgeLinkStore
  readonly submissions: Pick<SubmissionRegister, 'submittedAt'>
  readonly directory: Pick<Directory, 'person'>
  readonly evidence: Pick<EvidenceStore, 'put'>
  /** The version that an application is made for now; null when there is none. */
  planNow(plan: PlanId): Promise<Plan | null>
  now(): Date
  randomBytes(count: number): Uint8Array
}

export function createPledgeLinks(parts: PledgeLinkParts): PledgeLinks {
  const { store, submissions, directory, evidence, planNow } = parts
  const waiting = new Map<string, Set<() => void>>()
  const at = () => parts.now().getTime()
  const text = (count: number) => Buffer.from(parts.randomBytes(count)).toString('base64url')

  /** One answer for unknown, signed, replaced and ended: a guess learns nothing. */
  const open = async (token: string): Promise<Result<{ link: KeptPledgeLink; plan: Plan }, PledgeLinkRefusal>> => {
    const link = await store.byToken(hashOfToken(token))
    if (!link || link.signed || link.endsAt <= at()) return refuse({ kind: 'link-spent' })
    const plan = await planNow(link.plan)
    // Another wording since: what she would sign is not what she was asked to.
    if (!plan || pledgeTextDigest(plan) !== link.textDigest) return refuse({ kind: 'link-spent' })
    return ok({ link, plan })
  }
  const own = async (id: string, actor: Actor): Promise<KeptPledgeLink | null> => {
    const link = await store.byId(id)
    return link?.owner === actor.accountId ? link : null
  }
  const state: PledgeLinks['state'] = async (id, actor) => {
    const link = await own(id, actor)
    return link ? ok(stateOf(link, at())) : refuse({ kind: 'link-spent' })
  }

  return {
    async offer({ application, plan: id, textDigest }, actor) {
      const owner = ownerOfApplication(application)
      if (actor.accountId !== owner) return refuse({ kind: 'not-yours' })
      const submittedAt = await submissions.submittedAt(application)
      if (submittedAt !== null) return refuse({ kind: 'application-already-submitted', at: submittedAt })
      const plan = await planNow(id)
      if (!plan) return refuse({ kind: 'no-such-plan' })
      if (pledgeTextDigest(plan) !== textDigest) return refuse({ kind: 'plan-moved-on', version: plan.version })
      const token = text(32)
      const link = {
        id: text(16),
        application,
        owner,
        plan: id,
        textDigest,
        endsAt: at() + PLEDGE_LINK_MS,
        signed: null,
      }
      await store.replace(link, hashOfToken(token))
      return ok({ id: link.id, token, endsAt: new Date(link.endsAt).toISOString() })
    },
    async page(token) {
      const found = await open(token)
      if (!found.ok) return found
      const { link, plan } = found.value
      const person = await directory.person(link.owner)
      const endsAt = new Date(link.endsAt).toISOString()
      return ok({
        name: masked(person?.name ?? ''),
        plan: plan.title,
        title: plan.pledge.title,
        text: pledgeWording(plan),
        endsAt,
      })
    },
    async sign(token, picture) {
      const found = await open(token)
      if (!found.ok) return found
      if (picture.length > MAX_PICTURE) return refuse({ kind: 'too-large', maxBytes: MAX_PICTURE })
      if (!isSignaturePicture(picture)) return refuse({ kind: 'evidence-type-refused', accepted: ['image/png'] })
      // Spent before anything is kept: of two at the same instant one wins.
      if (!(await store.spend(hashOfToken(token), at()))) return refuse({ kind: 'link-spent' })
      const { link } = found.value
      const sha256 = createHash('sha256').update(picture).digest('hex')
      const kept = await evidence.put(link.owner, sha256, picture)
      if (!kept.ok) return kept
      await store.sign(link.id, { sha256, bytes: picture.length, at: at() })
      for (const tell of waiting.get(link.id) ?? []) tell()
      return ok(true)
    },
    state,
    async kept(application, actor) {
      if (actor.accountId !== ownerOfApplication(application)) return refuse({ kind: 'not-yours' })
      const link = await store.ofApplication(application)
      return ok({ link: link ? { id: link.id, state: stateOf(link, at()) } : null })
    },
    async wait(id, actor, patience, gone) {
      const before = await state(id, actor)
      if (!before.ok || before.value.kind !== 'open') return before
      const told = waiting.get(id) ?? new Set()
      waiting.set(id, told)
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          gone.removeEventListener('abort', done)
          told.delete(done)
          if (told.size === 0) waiting.delete(id)
          resolve()
        }
        const timer = setTimeout(done, patience)
        gone.addEventListener('abort', done)
        told.add(done)
      })
      return state(id, actor)
    },
    async drop(id, actor) {
      if (await own(id, actor)) await store.drop(id)
      return ok(true)
    },
  }
}

function stateOf({ signed, endsAt, textDigest }: KeptPledgeLink, now: number): PledgeLinkState {
  if (!signed) return { kind: endsAt > now ? 'open' : 'ended' }
  const { sha256, bytes } = signed
  return {
    kind: 'signed',
    textDigest,
    signedAt: new Date(signed.at).toISOString(),
    signature: { sha256, bytes, type: 'image/png', name: '签名.png' },
  }
}

/** The first and the last character of a name: enough for its owner to know herself. */
export function masked(name: string): string {
  const letters = [...name]
  if (letters.length < 2) return '＊'
  return letters.length === 2 ? `${letters[0]}＊` : `${letters[0]}${'＊'.repeat(letters.length - 2)}${letters.at(-1)}`
}

/** A PNG by its first bytes, of a size that can show a signature. */
function isSignaturePicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 24))
  if (head.length < 24 || head.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return false
  if (head.toString('latin1', 12, 16) !== 'IHDR') return false
  return [head.readUInt32BE(16), head.readUInt32BE(20)].every((side) => side >= SIDE.min && side <= SIDE.max)
}
