/**
 * The person's two own documents while the page about them is open; only those that this device has. An entry is called waiting unless it is
 * known to be at the relay with exactly this content.
 */
import { documentName } from '@yejibu/shared/account/access'
import type { Item } from '@yejibu/shared/archive/item'
import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import { inSlices } from '../sync/in-slices.ts'
import type { BorrowedArchive, Workplace } from '../sync/workplace.ts'

export const OWN_KINDS = ['archive', 'private'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

export interface OwnDocument {
  readonly kind: OwnKind
  readonly borrowed: BorrowedArchive
  /** Entries of which this device does not know that the relay has them as they are. */
  readonly waiting: () => readonly Item[]
}

/** @returns the own documents that this browser holds */
export async function ownKindsHere({ database, account }: Pick<Workplace, 'database' | 'account'>) {
  const names = await database.documents.toCollection().primaryKeys()
  return OWN_KINDS.filter((kind) => names.includes(documentName({ kind, owner: account })))
}

export function borrowOwnDocument(workplace: Workplace, kind: OwnKind): OwnDocument {
  const borrowed = workplace.borrowArchive(workplace.account, kind)
  const { archive, document, savedWhere } = borrowed
  const [waiting, setWaiting] = createSignal<readonly Item[]>([])
  let round = 0
  onCleanup(() => {
    round++
    borrowed.giveBack()
  })
  createEffect(() => {
    const items = [archive.profile(), ...archive.items()]
    const mine = ++round
    if (document.inRelay() && document.local().kind !== 'broken') {
      setWaiting([])
      return
    }
    const found: Item[] = []
    // Digests of a whole career take a moment: the page stays free meanwhile.
    void inSlices(items, (item) => {
      if (mine !== round) return
      const isBlankProfile = item.part === 'profile' && item.salt === ''
      if (!isBlankProfile && untrack(() => savedWhere.of(item.id, archive.digestOf(item))) !== 'in-relay')
        found.push(item)
    }).then(() => {
      if (mine === round) setWaiting(found)
    })
  })
  return { kind, borrowed, waiting }
}
