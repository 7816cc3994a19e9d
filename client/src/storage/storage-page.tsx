/** This device and sync: what it keeps safely, what is here alone, what the relay acknowledged, and what a reset left aside. */

import { documentName } from '@yejibu/shared/account/access'
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { createResource, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { StorageCard } from '../account/storage-card.tsx'
import { useText } from '../language/language.tsx'
import { storageWords } from '../language/storage.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'
import { type AsideCopy, asideCopies } from '../sync/set-aside.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AcknowledgedCard } from './acknowledged-card.tsx'
import { AsideCard } from './aside-card.tsx'
import { AsideTaking } from './aside-taking.tsx'
import { createSyncOverview } from './create-sync-overview.ts'
import type { AsideEntries } from './open-aside.ts'
import { borrowOwnDocument, type OwnDocument, type OwnKind, ownKindsHere } from './own-documents.ts'
import { UnsyncedCard } from './unsynced-card.tsx'
import './storage.css'

export default function Page(): JSX.Element {
  const workplace = useWorkplace()
  const [kinds] = createResource(() => ownKindsHere(workplace).catch(() => []))
  return (
    <div class="page page--narrow">
      <Show when={kinds.state === 'ready' && kinds()} fallback={<Skeleton />}>
        {(known) => <Storage kinds={known()} />}
      </Show>
    </div>
  )
}

interface Looking {
  readonly copy: AsideCopy
  readonly kind: OwnKind
  readonly entries: AsideEntries
}

function Storage(props: { readonly kinds: readonly OwnKind[] }): JSX.Element {
  const t = useText(storageWords)
  const workplace = useWorkplace()
  const { account, database } = workplace
  const overview = createSyncOverview(database)
  const copies = makeQuerySignal<readonly AsideCopy[]>(() => asideCopies(database), [])
  onCleanup(() => {
    overview.stop()
    copies.stop()
  })
  const own: readonly OwnDocument[] = props.kinds.map((kind) => borrowOwnDocument(workplace, kind))
  const [looking, setLooking] = createSignal<Looking | null>(null)
  const ownOf = (kind: OwnKind) => own.find((one) => one.kind === kind)
  const waitingIn = (name: string) =>
    own.find(({ kind }) => documentName({ kind, owner: account }) === name)?.waiting() ?? []
  const entryOf = (about: { readonly sha256: string } | { readonly subject: string }): Item | undefined => {
    for (const { borrowed } of own) {
      const { archive } = borrowed
      if ('subject' in about) {
        const [archiveId, item] = about.subject.split('/')
        const found = archiveId === account && item ? archive.item(item as ItemId) : undefined
        if (found) return found
      } else {
        const found = archive.items().find((item) => item.evidence.some(({ sha256 }) => sha256 === about.sha256))
        if (found) return found
      }
    }
    return undefined
  }
  const preview = () => {
    const now = looking()
    const current = now && ownOf(now.kind)?.borrowed
    return now && current ? { ...now, current } : undefined
  }
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} back={{ href: '/settings', label: t('back') }} />
      <Show
        when={preview()}
        keyed
        fallback={
          <div class="stack stack--loose">
            <Show when={overview.value()} fallback={<Skeleton lines={4} />}>
              {(known) => (
                <>
                  <UnsyncedCard
                    account={account}
                    overview={known()}
                    isAway={workplace.facts.state().kind !== 'live'}
                    waitingIn={waitingIn}
                    entryOf={entryOf}
                  />
                  <AcknowledgedCard account={account} overview={known()} />
                </>
              )}
            </Show>
            <AsideCard
              workplace={workplace}
              copies={copies.value()}
              onLook={(copy, kind, entries) => setLooking({ copy, kind, entries })}
            />
            <StorageCard storage={workplace.storage} />
          </div>
        }
      >
        {({ copy, kind, entries, current }) => (
          <AsideTaking
            account={account}
            kind={kind}
            name={t(`documents.${kind}`)}
            at={copy.at}
            entries={entries}
            now={current}
            evidence={workplace.evidence}
            onClose={() => setLooking(null)}
          />
        )}
      </Show>
    </>
  )
}
