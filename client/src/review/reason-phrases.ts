/**
 * The phrases offered for reasons: the employer's, laid down by its lead for all its reviewers, and a reviewer's own, in the document that is hers
 * alone, so that her other devices have them. Both are there offline. Of two devices that change one list at once one remains.
 */
import { keepPhrases, type PhraseKind, type PhraseMap, readPhrases } from '@yejibu/shared/review/handbook-doc'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'

/** Whose phrases: hers alone, or all reviewers' of the employer. */
export type PhraseOwner = 'own' | 'shared'

export interface ReasonPhrases {
  /** Null: there are none of this kind. */
  of(owner: PhraseOwner, kind: PhraseKind): readonly string[] | null
  /** Only the lead keeps the shared ones: the relay takes them from nobody else. @param phrases null: none any more */
  keep(owner: PhraseOwner, kind: PhraseKind, phrases: readonly string[] | null): void
}

/** What is offered: the employer's first, then her own; the usual ones when there are neither. */
export function offeredPhrases(phrases: ReasonPhrases, kind: PhraseKind, usual: readonly string[]): readonly string[] {
  const [shared, own] = [phrases.of('shared', kind), phrases.of('own', kind)]
  return shared === null && own === null ? usual : [...new Set([...(shared ?? []), ...(own ?? [])])]
}

/** Owned by the caller. */
export function createReasonPhrases(own: Y.Doc, shared: Y.Doc): ReasonPhrases {
  const lists = { own: listsIn(own, 'reviewPhrases'), shared: listsIn(shared, 'phrases') }
  return {
    of: (owner, kind) => lists[owner]()[kind],
    keep: (owner, kind, phrases) =>
      owner === 'own'
        ? keepPhrases(own, 'reviewPhrases', kind, phrases)
        : keepPhrases(shared, 'phrases', kind, phrases),
  }
}

function listsIn(doc: Y.Doc, map: PhraseMap): Accessor<Readonly<Record<PhraseKind, readonly string[] | null>>> {
  const read = () => ({ returned: readPhrases(doc, map, 'returned'), rejected: readPhrases(doc, map, 'rejected') })
  const [lists, setLists] = createSignal(read())
  const follow = (): void => {
    setLists(read())
  }
  const kept = doc.getMap<unknown>(map)
  kept.observe(follow)
  onCleanup(() => kept.unobserve(follow))
  return lists
}
