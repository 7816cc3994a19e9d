/** What an archive that is restored into looks like now, as the plan needs to know it. */
import { mapOf } from '@yejibu/shared/archive/archive-doc'
import type { RestoreSituation } from '@yejibu/shared/archive/transfer/restore-plan'
import type { OwnArchive } from '../own-archive.tsx'

export function situationOf({
  id,
  view,
  document,
  privacy,
}: Pick<OwnArchive, 'id' | 'view' | 'document' | 'privacy'>): RestoreSituation {
  const { doc } = document.undo
  return {
    archive: id,
    profile: view.profile(),
    items: view.items().filter((item) => !privacy.isPrivate(item.id)),
    isUsed: (item) => mapOf(doc, item) !== undefined,
    isRelayRead: document.connection().kind === 'live',
  }
}
