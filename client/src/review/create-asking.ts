/**
 * Asking for rulings. From the moment she presses the button until the relay's fact is here, a ruling counts as under way: the outbox's own
 * list follows a moment later, and an accepted command has left it before its fact arrives. So one press asks once.
 */
import type { AccountId, CommandId, ItemId } from '@yejibu/shared/kernel/ids'
import { type ArchiveReview, reviewOf } from '@yejibu/shared/review/review'
import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js'
import type { Outbox } from '../platform/outbox.ts'
import { attestationsUnderWay, type RulingUnderWay, rulingsUnderWay } from './rulings-under-way.ts'

export type Ask = Pick<RulingUnderWay, 'item' | 'digest' | 'verdict' | 'reason' | 'fields'>

export interface Asking {
  readonly underWay: Accessor<readonly RulingUnderWay[]>
  /** A refused one about the same entry is dismissed first, since it would hold this one back. @throws as `Outbox.add` */
  ask(ruling: Ask, add: () => Promise<CommandId>): Promise<void>
}

interface Asked extends Ask {
  /** Null until the command is on disk. */
  readonly command: CommandId | null
}

export function createAsking(
  outbox: Pick<Outbox, 'entries' | 'dismiss'>,
  archive: AccountId,
  review: Accessor<ArchiveReview>,
): Asking {
  const [asked, setAsked] = createSignal<readonly Asked[]>([])
  const inOutbox = createMemo(() => rulingsUnderWay(outbox.entries(), archive))
  const isAnswered = (one: Asked): boolean => {
    const ruling = reviewOf(review(), one.item).rulings[one.digest]
    const isDone = one.verdict === 'revoked' ? ruling?.verdict !== 'approved' : ruling !== undefined
    return isDone || inOutbox().some(({ command, refusal }) => command === one.command && refusal !== null)
  }
  createEffect(() => {
    const open = asked().filter((one) => !isAnswered(one))
    if (open.length < untrack(asked).length) setAsked(open)
  })
  const underWay = createMemo(() => {
    const known = inOutbox()
    const mine = asked().flatMap((one): RulingUnderWay[] => {
      const isThere = known.some(({ command }) => command === one.command)
      return isThere || isAnswered(one) ? [] : [{ ...one, command: one.command ?? NOT_YET, refusal: null }]
    })
    return [...known, ...mine]
  })
  return {
    underWay,
    async ask(ruling, add) {
      const one: Asked = { ...ruling, command: null }
      setAsked((all) => [...all, one])
      try {
        await dismissRefused(outbox, archive, ruling.item)
        const command = await add()
        setAsked((all) => all.map((other) => (other === one ? { ...one, command } : other)))
      } catch (error) {
        setAsked((all) => all.filter((other) => other !== one))
        throw error
      }
    },
  }
}

/** A refused command about an entry, ruling or attestation, holds back every later one about it: asking anew means that it was read. */
export async function dismissRefused(
  outbox: Pick<Outbox, 'entries' | 'dismiss'>,
  archive: AccountId,
  item: ItemId,
): Promise<void> {
  const entries = untrack(outbox.entries)
  const refused = [...rulingsUnderWay(entries, archive), ...attestationsUnderWay(entries, archive)]
  for (const one of refused) if (one.item === item && one.refusal !== null) await outbox.dismiss(one.command)
}

const NOT_YET = '' as CommandId
