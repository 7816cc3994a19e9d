/** Looking into a copy that was set aside, and taking entries of it back: which are there already, and what each would become. */
import { mapOf } from '@yejibu/shared/archive/archive-doc'
import { type EvidenceHolder, privateHolder } from '@yejibu/shared/archive/evidence-holder'
import { planRestore } from '@yejibu/shared/archive/transfer/restore-plan'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { ImportDone } from '../archive/transfer/import-done.tsx'
import { RestorePreview } from '../archive/transfer/restore-preview.tsx'
import { useText } from '../language/language.tsx'
import { storageWords } from '../language/storage.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import type { BorrowedArchive } from '../sync/workplace.ts'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type AsideEntries, asFile } from './open-aside.ts'
import type { OwnKind } from './own-documents.ts'
import '../archive/transfer/transfer.css'

export interface AsideTakingProps {
  readonly account: AccountId
  readonly kind: OwnKind
  /** What the document is called. */
  readonly name: string
  readonly at: string | null
  readonly entries: AsideEntries
  /** The document as it is now. */
  readonly now: Pick<BorrowedArchive, 'archive'> & {
    readonly document: Pick<BorrowedArchive['document'], 'doc' | 'undo' | 'connection'>
  }
  readonly evidence: Pick<EvidenceStore, 'add' | 'get'>
  readonly onClose: () => void
}

type Step =
  | { readonly kind: 'choosing'; readonly hasFailed: boolean }
  | { readonly kind: 'taking' }
  | {
      readonly kind: 'taken'
      readonly lines: readonly string[]
      readonly filesMissing: number
      readonly bySection: ReadonlyMap<string, number>
      readonly takeBack: () => void
    }

export function holderOf(account: AccountId, kind: OwnKind): EvidenceHolder {
  return kind === 'private' ? privateHolder(account) : account
}

export function AsideTaking(props: AsideTakingProps): JSX.Element {
  const t = useText(storageWords)
  const stopping = new AbortController()
  onCleanup(() => stopping.abort())
  const [step, setStep] = createSignal<Step>({ kind: 'choosing', hasFailed: false })
  const holder = () => holderOf(props.account, props.kind)
  const isRelayRead = () => props.now.document.connection().kind === 'live'
  const file = asFile(props.account, holder(), props.entries, props.at, props.evidence)
  const plan = () =>
    planRestore(file.verified, {
      archive: props.account,
      profile: props.now.archive.profile(),
      items: props.now.archive.items(),
      isUsed: (id) => mapOf(props.now.document.doc, id) !== undefined,
      isRelayRead: isRelayRead(),
    })
  // As it was when it was opened: rows must not change their number under somebody who ticks them.
  const shown = plan()
  const take = async (chosen: ReadonlySet<number>) => {
    setStep({ kind: 'taking' })
    try {
      const { applyRestore } = await import('../archive/transfer/apply-restore.ts')
      const { doc, undo } = props.now.document
      const target = {
        doc,
        undo,
        now: () => new Date(),
        randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
      }
      const restored = await applyRestore(target, {
        file,
        plan: plan(),
        chosen,
        archive: props.account,
        holder: holder(),
        evidence: props.evidence,
        signal: stopping.signal,
        onProgress: () => undefined,
      })
      if (!restored.ok) return setStep({ kind: 'choosing', hasFailed: true })
      const { added, isProfileFilled, filesMissing, takeBack } = restored.value
      const bySection = new Map<string, number>()
      for (const id of added) {
        const part = props.now.archive.item(id)?.part
        if (part !== undefined) bySection.set(part, (bySection.get(part) ?? 0) + 1)
      }
      const lines = [t('aside.taken', { n: added.length }), ...(isProfileFilled ? [t('aside.takenProfile')] : [])]
      setStep({ kind: 'taken', lines, filesMissing, bySection, takeBack })
    } catch {
      setStep({ kind: 'choosing', hasFailed: true })
    }
  }
  const taken = () => {
    const now = step()
    return now.kind === 'taken' ? now : undefined
  }
  const hasFailed = () => {
    const now = step()
    return now.kind === 'choosing' && now.hasFailed
  }
  return (
    <Show
      when={taken()}
      fallback={
        <Show when={step().kind !== 'taking'} fallback={<Skeleton lines={4} />}>
          <RestorePreview
            name={props.name}
            file={file}
            plan={shown}
            archive={props.account}
            isRelayRead={isRelayRead()}
            head={
              <Card title={t('aside.previewTitle', { name: props.name })}>
                <Show when={hasFailed()}>
                  <Banner kind="error">{t('aside.takeFailed')}</Banner>
                </Show>
                <p>{t('aside.previewAbout')}</p>
                <Show when={!isRelayRead()}>
                  <Banner kind="info" isQuiet>
                    {t('aside.previewAway')}
                  </Banner>
                </Show>
              </Card>
            }
            onConfirm={(chosen) => void take(chosen)}
            onCancel={props.onClose}
          />
        </Show>
      }
    >
      {(now) => (
        <ImportDone
          lines={now().lines}
          filesMissing={now().filesMissing}
          bySection={now().bySection}
          takeBack={(done) => {
            now().takeBack()
            done()
          }}
          again={t('aside.close')}
          onAgain={props.onClose}
        />
      )}
    </Show>
  )
}
