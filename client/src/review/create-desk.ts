/** The desk document as it is read now (`shared/review/desk-doc.ts` knows its layout); follows every change. Owned by the caller. */
import { type Desk, readDesk } from '@yejibu/shared/review/desk-doc'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'

export function createDesk(doc: Y.Doc): Accessor<Desk> {
  const [desk, setDesk] = createSignal(readDesk(doc))
  const read = (): void => {
    setDesk(readDesk(doc))
  }
  doc.on('update', read)
  onCleanup(() => doc.off('update', read))
  return desk
}
