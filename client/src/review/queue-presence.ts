/**
 * Who is reviewing whom, seen from the list: the desks of those who wait are listened to, the first dozen at most, since each is a
 * connection of its own; of everybody else the relay tells who was named. Nothing is announced from here: looking is not reviewing.
 */
import { documentName } from '@yejibu/shared/account/access'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Desk } from '@yejibu/shared/review/desk-doc'
import type { ReviewAssignments } from '@yejibu/shared/wire/review-queue'
import { type Accessor, createEffect, createRoot, createSignal, onCleanup } from 'solid-js'
import { createPresence, type Presence } from '../sync/create-presence.ts'
import type { Workplace } from '../sync/workplace.ts'
import { createDesk } from './create-desk.ts'

const MOST_DESKS = 12

export interface QueuePresence {
  /** Names of those who have this archive open, each once. */
  at(archive: AccountId): readonly string[]
  /** Who is to review it, by name; null when nobody was named. */
  assigned(archive: AccountId): string | null
  /** She was named, for the whole or for one of its entries. */
  isMine(archive: AccountId): boolean
}

interface Listening {
  readonly presence: Presence
  readonly desk: Accessor<Desk>
}

/** @param told what the relay said last; null before its first answer */
export function createQueuePresence(
  workplace: Pick<Workplace, 'borrow' | 'account'>,
  people: Accessor<readonly { readonly account: AccountId; readonly employer: OrgId }[]>,
  told: Accessor<ReviewAssignments | null>,
): QueuePresence {
  const [open, setOpen] = createSignal<ReadonlyMap<AccountId, Listening>>(new Map())
  const closings = new Map<AccountId, () => void>()
  const presences = new Map<AccountId, Listening>()

  const listen = (archive: AccountId, employer: OrgId): Listening =>
    // A root of its own: the effect runs again whenever the list changes, and the desk stays open meanwhile.
    createRoot((disposeRoot) => {
      const loan = workplace.borrow(documentName({ kind: 'desk', owner: archive, employer }))
      const presence = createPresence(loan.document.awareness)
      const listening = { presence, desk: createDesk(loan.document.doc) }
      presences.set(archive, listening)
      closings.set(archive, () => {
        presence.dispose()
        loan.giveBack()
        presences.delete(archive)
        disposeRoot()
      })
      return listening
    })
  createEffect(() => {
    const wanted = new Map(
      people()
        .slice(0, MOST_DESKS)
        .map(({ account, employer }) => [account, employer]),
    )
    const next = new Map<AccountId, Listening>()
    for (const [archive, close] of closings) {
      if (wanted.has(archive)) continue
      close()
      closings.delete(archive)
    }
    for (const [archive, employer] of wanted) {
      next.set(archive, presences.get(archive) ?? listen(archive, employer))
    }
    setOpen(next)
  })
  const toldOf = (archive: AccountId) => told()?.archives.find(({ account }) => account === archive)
  onCleanup(() => {
    for (const close of closings.values()) close()
    closings.clear()
  })
  return {
    at: (archive) => {
      const others = open().get(archive)?.presence.others() ?? []
      return [...new Set(others.filter(({ account }) => account !== workplace.account).map(({ name }) => name))]
    },
    assigned: (archive) => {
      const listening = open().get(archive)
      return listening ? (listening.desk().assignment?.name ?? null) : (toldOf(archive)?.name ?? null)
    },
    isMine: (archive) => {
      const desk = open().get(archive)?.desk()
      if (!desk) return toldOf(archive)?.to.includes(workplace.account) ?? false
      return [desk.assignment, ...desk.assigned.values()].some((one) => one?.to === workplace.account)
    },
  }
}
