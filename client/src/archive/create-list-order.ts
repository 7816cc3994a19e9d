/** Moving entries within the list of their section, each move one step of undo, said to those who listen. */
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { listWords } from '../language/archive-list.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { Steps } from './create-steps.ts'
import { titleOf } from './item-line.ts'
import { placesToMove } from './move-place.ts'
import type { OwnArchive } from './own-archive.tsx'

export interface ListOrder {
  /** @param to the index in the list as it is shown */
  moveTo(id: ItemId, to: number): void
  /** Some entry stands where its owner put it. */
  isPlaced(): boolean
  /** All back to where their dates put them. */
  byDate(): void
}

export interface ListOrderOptions {
  readonly archive: Pick<OwnArchive, 'edits' | 'documentOf'>
  /** As they are shown. */
  readonly items: () => readonly Item[]
  readonly steps: Steps
  /** Told when the entry stands in its new place, to give it the focus again. */
  readonly onMoved: (id: ItemId, at: number) => void
}

export function createListOrder({ archive, items, steps, onMoved }: ListOrderOptions): ListOrder {
  const t = useText(listWords)
  const { say } = useLanguage()
  const toasts = useToasts()
  const put = (places: ReadonlyMap<ItemId, string | null>) => {
    const managers = [...places.keys()].map((id) => archive.documentOf(id).undo)
    steps.perform(managers, () => archive.edits.setPlaces(places))
  }
  return {
    moveTo(id, to) {
      const now = items()
      const item = now.find((one) => one.id === id)
      if (!item) return
      const at = Math.min(now.length - 1, Math.max(0, to))
      const places = placesToMove(now, id, at)
      const about = { title: say(titleOf(item)), at: at + 1, n: now.length }
      if (places.size === 0) {
        toasts.announce(t('atEdge', about))
        return
      }
      put(places)
      toasts.announce(t('moved', about))
      onMoved(id, at)
    },
    isPlaced: () => items().some(({ place }) => place !== undefined),
    byDate() {
      put(new Map(items().flatMap(({ id, place }) => (place === undefined ? [] : [[id, null] as const]))))
      toasts.show(t('byDateDone'))
    },
  }
}
