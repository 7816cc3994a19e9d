/** What one reviewer writes on the desk that the archive's reviewers share: whose an entry is, notes, and what she has seen. */
import type { Digest } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { addComment, assign, noteSeen, removeComment } from '@yejibu/shared/review/desk-doc'
import type { NamedPerson } from '@yejibu/shared/wire/review-people'
import type * as Y from 'yjs'
import { newId } from '../platform/new-id.ts'

export interface DeskWriter {
  /** @param item null for the whole archive */
  appoint(to: NamedPerson | null, item: ItemId | null): void
  note(item: ItemId, text: string): void
  /** Her own notes alone. */
  takeNoteBack(id: string): void
  saw(item: ItemId, digest: Digest): void
}

/** @param by who writes, and her name as others read it */
export function deskWriter(doc: Y.Doc, by: AccountId, name: () => string): DeskWriter {
  const now = () => new Date().toISOString()
  return {
    appoint: (to, item) => assign(doc, to && { to: to.account, name: to.name, by, at: now() }, item),
    note: (item, text) => addComment(doc, { id: newId<'comment'>(), item, by, name: name(), at: now(), text }),
    takeNoteBack: (id) => removeComment(doc, id, by),
    saw: (item, digest) => noteSeen(doc, { account: by, item, digest, name: name(), at: now() }),
  }
}
