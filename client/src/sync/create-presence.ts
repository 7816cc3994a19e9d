/** Who else has this document open, and at which item. Gone when they leave; nothing of it is stored. */
import { type ItemId, itemIdSchema } from '@yejibu/shared/kernel/ids'
import { type Accessor, createSignal } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import * as z from 'zod/mini'

export interface Present {
  /** One per open tab; stable while it is open. */
  readonly key: number
  readonly account: string
  readonly name: string
  readonly role: string
  readonly item: ItemId | null
}

export interface Presence {
  /** The others, by name. This tab is not among them. */
  readonly others: Accessor<readonly Present[]>
  /** Those who are at this item. */
  at(item: ItemId): readonly Present[]
  setMine(mine: Omit<Present, 'key'>): void
  dispose(): void
}

// Anyone in the room may announce anything: what does not read as a person is left out.
const presentSchema = z.object({
  account: z.string().check(z.maxLength(64)),
  name: z.string().check(z.maxLength(64)),
  role: z.string().check(z.maxLength(64)),
  item: z.nullable(itemIdSchema),
})

export function createPresence(awareness: Awareness): Presence {
  const read = (): readonly Present[] => {
    const present: Present[] = []
    for (const [key, state] of awareness.getStates()) {
      const person = presentSchema.safeParse(state.present)
      if (key !== awareness.clientID && person.success) present.push({ key, ...person.data })
    }
    return present.sort((a, b) => (a.name === b.name ? a.key - b.key : a.name < b.name ? -1 : 1))
  }
  const [others, setOthers] = createSignal(read())
  const onChange = (): void => {
    setOthers(read())
  }
  awareness.on('change', onChange)
  // Who only listened takes nothing back: the same document may be open on the next page, which has announced itself.
  let hasAnnounced = false
  return {
    others,
    at: (item) => others().filter((person) => person.item === item),
    setMine(mine) {
      hasAnnounced = true
      awareness.setLocalStateField('present', mine)
    },
    dispose() {
      awareness.off('change', onChange)
      if (hasAnnounced) awareness.setLocalStateField('present', null)
    },
  }
}
