/**
 * The owner's archive for a page: borrowed while the page is open, shown once this browser's copy has been read.
 * Always true inside: everything in here works without the relay; what stands in the way (a store that refuses, a document that
 * was reset, a right that ended) is said above the page with what to do, and hides nothing that can still be read.
 */

import { privateHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Item } from '@yejibu/shared/archive/item'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import { createResource, type JSX, onCleanup, Show } from 'solid-js'
import { createNames, type Names } from '../account/create-names.ts'
import { useSession } from '../account/session-context.ts'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import type { ArchiveEdits, ArchiveView } from '../sync/create-archive.ts'
import { createOwnEntries, type Privacy } from '../sync/create-own-entries.ts'
import type { Facts } from '../sync/facts.ts'
import type { OpenDocument } from '../sync/open-document.ts'
import type { SavedWhere, Whereabouts } from '../sync/saved-where.ts'
import type { Workplace } from '../sync/workplace.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ArchiveProblems } from './archive-problems.tsx'
import { createDeletionBrake, type DeletionBrake, type DeletionTimes } from './create-deletion-brake.ts'
import { createSending, type Sending } from './create-sending.ts'
import { KeysHelp } from './keys-help.tsx'
import { todayHere } from './today.ts'
import './archive.css'

type OwnDocument = Pick<OpenDocument, 'local' | 'connection' | 'inRelay' | 'undo'>

export interface OwnArchive {
  /** Whose it is: archives carry their owner's id. */
  readonly id: AccountId
  readonly view: ArchiveView
  readonly edits: ArchiveEdits
  /** The archive's document: the one the employer reads. */
  readonly document: OwnDocument
  /** The document that the entry is in: the archive's, or the private one. */
  readonly documentOf: (id: ItemId) => OwnDocument
  /** 仅自己可见 */
  readonly privacy: Privacy
  readonly savedWhere: SavedWhere
  readonly sending: Sending
  readonly evidence: EvidenceStore
  readonly facts: Pick<Facts, 'reviewOfArchive'>
  /** Who ruled and who saw originals, by name, where this device knows. */
  readonly names: Pick<Names, 'of'>
  readonly brake: Pick<DeletionBrake, 'attempt'>
  /** Registered name of the present employer; null without one, who then cannot be sent anything. */
  readonly employer: string | null
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Everything in the entry's document is at the relay; no digest is needed to know it of the entry. */
export function isWholeInRelay({ documentOf }: Pick<OwnArchive, 'documentOf'>, item: Item): boolean {
  const document = documentOf(item.id)
  return document.inRelay() && document.local().kind !== 'broken'
}

export function whereIs(archive: Pick<OwnArchive, 'savedWhere' | 'view' | 'documentOf'>, item: Item): Whereabouts {
  const { savedWhere, view } = archive
  if (isWholeInRelay(archive, item)) return 'in-relay'
  return savedWhere.of(item.id, view.digestOf(item))
}

/** The present employer of an applicant, as her session says. */
export function employerIn(session: Session): string | null {
  return session.memberships.find(({ role }) => role === 'applicant')?.orgName ?? null
}

export function WithOwnArchive(props: { readonly children: (archive: OwnArchive) => JSX.Element }): JSX.Element {
  const t = useText(archiveWords)
  const workplace = useWorkplace()
  const session = useSession()
  const shown = workplace.borrowArchive(workplace.account)
  const secret = workplace.borrowArchive(workplace.account, 'private')
  const { evidence } = workplace
  const part = ({ document, archive, savedWhere }: typeof shown) => ({ doc: document.doc, archive, savedWhere })
  const own = createOwnEntries({ owner: workplace.account, shown: part(shown), secret: part(secret), evidence })
  // A document that no longer names a file is at the relay: now the relay may be told to let go of it.
  const letGo = (holder: Parameters<typeof evidence.letGo>[0]) => () =>
    void evidence.letGo(holder).catch(() => undefined)
  const stops = [
    shown.document.onDurable(letGo(workplace.account)),
    secret.document.onDurable(letGo(privateHolder(workplace.account))),
  ]
  onCleanup(() => {
    for (const stop of stops) stop()
    own.dispose()
    secret.giveBack()
    shown.giveBack()
  })
  const { document } = shown
  const { view, savedWhere, privacy } = own
  const [isLoaded] = createResource(() =>
    Promise.all([document.whenLoaded, secret.document.whenLoaded]).then(() => true),
  )
  const brake = createDeletionBrake({ times: timesOf(workplace), total: () => view.items().length })
  const state = session.state()
  const archive: OwnArchive = {
    id: workplace.account,
    view,
    edits: view,
    document,
    documentOf: (id) => (own.isInPrivate(id) ? secret.document : document),
    privacy,
    brake,
    savedWhere,
    sending: createSending(workplace.outbox, workplace.account),
    evidence: workplace.evidence,
    facts: workplace.facts,
    names: createNames(workplace),
    employer: state.kind === 'signed-in' ? employerIn(state.session) : null,
    today: todayHere(new Date()),
  }
  return (
    <div class="page">
      <ArchiveProblems document={document} />
      <Show when={hasProblem(secret.document) && !hasProblem(document)}>
        <ArchiveProblems document={secret.document} />
      </Show>
      {/* Not Suspense: a document that is slow to load must not take away the page around it. */}
      <Show when={isLoaded.state === 'ready' && document.local().kind !== 'opening'} fallback={<Skeleton lines={8} />}>
        {props.children(archive)}
      </Show>
      <KeysHelp />
      <AlertDialog
        isOpen={brake.question() !== null}
        isDangerous
        title={t('brake.title', { n: brake.question()?.count ?? 0 })}
        body={t('brake.body', {
          n: (brake.question()?.count ?? 0) + (brake.question()?.recent ?? 0),
          total: view.items().length + (brake.question()?.recent ?? 0),
        })}
        confirm={t('brake.confirm', { n: brake.question()?.count ?? 0 })}
        onConfirm={brake.confirm}
        onCancel={brake.cancel}
      />
    </div>
  )
}

/** What stands in the way of both documents is said once. */
function hasProblem(document: OpenDocument): boolean {
  return document.local().kind === 'broken' || document.connection().kind === 'ended' || document.wasRefused()
}

const deletionTimes = new WeakMap<Workplace, DeletionTimes>()

function timesOf(workplace: Workplace): DeletionTimes {
  const known = deletionTimes.get(workplace) ?? []
  deletionTimes.set(workplace, known)
  return known
}
