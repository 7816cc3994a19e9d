/**
 * What the review desk asks beside the feed: whom the asker may review, and who acted in what she may read. Somebody who is nobody's HR has an empty queue and no colleagues.
 */
import { documentName, rightTo } from '@yejibu/shared/account/access'
import type { Actor } from '@yejibu/shared/account/actor'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { readDesk } from '@yejibu/shared/review/desk-doc'
import type { NamedPerson, ReviewPeople } from '@yejibu/shared/wire/review-people'
import type { ReviewAssignments } from '@yejibu/shared/wire/review-queue'
import { Hono } from 'hono'
import type * as Y from 'yjs'
import { type Directory, hrOrgsOf } from '../account/directory.ts'
import type { SignedIn } from '../http/session.ts'
import type { ReviewQueue } from './review-queue.ts'

export interface ReviewRouteParts {
  readonly queue: ReviewQueue
  readonly directory: Directory
  /** The relay's own copy; the caller destroys it. */
  readonly readDocument: (name: string) => Promise<Y.Doc>
}

export function reviewRoutes(parts: ReviewRouteParts): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get('/queue', async (c) => {
      const { actor } = c.var
      return c.json({ people: await parts.queue.of(hrOrgsOf(actor), actor.accountId) })
    })
    .get('/assignments', async (c) => c.json(await assignmentsFor(parts, c.var.actor)))
    .get('/people', async (c) => c.json(await peopleFor(parts, c.var.actor)))
}

async function assignmentsFor(parts: ReviewRouteParts, actor: Actor): Promise<ReviewAssignments> {
  const archives: ReviewAssignments['archives'][number][] = []
  for (const { account, employer } of await parts.queue.of(hrOrgsOf(actor), actor.accountId)) {
    const desk = { kind: 'desk', owner: account, employer } as const
    if (rightTo(actor, desk, { employer, isSubmitted: false }) === 'none') continue
    const doc = await parts.readDocument(documentName(desk))
    const { assignment, assigned } = readDesk(doc)
    doc.destroy()
    const to = new Set([...(assignment ? [assignment] : []), ...assigned.values()].map((one) => one.to))
    if (to.size > 0) archives.push({ account, name: assignment?.name ?? null, to: [...to] })
  }
  return { archives }
}

async function peopleFor({ queue, directory }: ReviewRouteParts, actor: Actor): Promise<ReviewPeople> {
  const orgs = hrOrgsOf(actor)
  const archives = new Set([actor.accountId, ...(await directory.peopleOf(orgs))])
  const members = (await Promise.all(orgs.map((org) => directory.membersOf(org)))).flat()
  const hr = new Set(members.filter(({ role }) => role === 'hr-lead' || role === 'hr-clerk').map((m) => m.account))
  return {
    people: await named(directory, await queue.actedIn([...archives])),
    colleagues: await named(directory, [...hr]),
  }
}

async function named(directory: Directory, accounts: readonly AccountId[]): Promise<NamedPerson[]> {
  const people = await Promise.all(accounts.map((account) => directory.person(account)))
  return people.flatMap((person) => (person ? [{ account: person.id, name: person.name }] : []))
}
