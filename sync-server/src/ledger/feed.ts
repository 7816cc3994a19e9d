/**
 * Which facts a person may see, and pages of them (`[RELAY-3]`): her own account, archive and applications; as HR the archives of everyone whose
 * present employer is hers, from their first fact on; as operator organisations and accounts; everybody the calendar. Nothing else. Of her applications she is not
 * shown who objected, nor what the committee does among itself.
 */
import { type Actor, holds } from '@yejibu/shared/account/actor'
import { HIDDEN_FROM_OWNER } from '@yejibu/shared/case/visible-facts'
import { canonicalJson, sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { StreamName } from '@yejibu/shared/kernel/fact'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { CALENDAR_STREAM } from '@yejibu/shared/plan/calendar-facts'
import type { FeedPage } from '@yejibu/shared/wire/feed'
import { type Directory, hrOrgsOf } from '../account/directory.ts'
import type { Ledger, Visible } from './ledger.ts'

export interface Grant {
  readonly visible: Visible
  /** Differs when what may be seen differs. */
  readonly fingerprint: string
}

export async function grantOf(directory: Directory, actor: Actor): Promise<Grant> {
  const { accountId } = actor
  const streams = new Set<StreamName>([`account/${accountId}`, `archive/${accountId}`, CALENDAR_STREAM])
  for (const person of await directory.peopleOf(hrOrgsOf(actor))) streams.add(`archive/${person}`)
  const prefixes = [`application/${accountId}.`]
  if (holds(actor, 'operator')) prefixes.push('account/', 'org/')
  const visible = { streams: [...streams].sort(), prefixes, without: HIDDEN_FROM_OWNER }
  return { visible, fingerprint: sha256Hex('yejibu/grant/v1\n', canonicalJson(visible)).slice(0, 32) }
}

export const PAGE_FACTS = 500

export interface Cursor {
  readonly after: number
  /** The hash that the fact `after` had when it was read; null to trust blindly. */
  readonly hash: string | null
}

export async function readFeed(
  ledger: Ledger,
  grant: Grant,
  cursor: Cursor,
): Promise<Result<FeedPage, { readonly kind: 'feed-rewritten' }>> {
  // Read first: a fact appended meanwhile comes with the next page, never between two.
  const head = await ledger.head()
  if (cursor.after > head.seq) return refuse({ kind: 'feed-rewritten' })
  if (cursor.after > 0 && cursor.hash !== null && (await ledger.at(cursor.after))?.hash !== cursor.hash) {
    return refuse({ kind: 'feed-rewritten' })
  }
  const found = await ledger.since(cursor.after, PAGE_FACTS, grant.visible)
  const facts = found.filter((fact) => fact.seq <= head.seq)
  return ok({
    facts: [...facts],
    head: { ...head },
    grant: grant.fingerprint,
    more: found.length === PAGE_FACTS && facts.length === PAGE_FACTS,
  })
}
