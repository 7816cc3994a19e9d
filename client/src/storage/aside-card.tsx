/**
 * Copies that a reset left aside: when and why, how many entries, and the ways out — look in and take back, download, delete after a
 * question. Nothing while there are none.
 */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { momentText, todayHere } from '../archive/today.ts'
import { saveBlob } from '../archive/transfer/save-blob.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { storageWords } from '../language/storage.ts'
import { type AsideCopy, deleteAside } from '../sync/set-aside.ts'
import type { Workplace } from '../sync/workplace.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { useToasts } from '../ui/toasts.tsx'
import { holderOf } from './aside-taking.tsx'
import { documentTitle } from './document-title.ts'
import { type AsideEntries, entriesAside } from './open-aside.ts'
import { OWN_KINDS, type OwnKind } from './own-documents.ts'

export interface AsideCardProps {
  readonly workplace: Pick<Workplace, 'account' | 'database' | 'evidence'>
  readonly copies: readonly AsideCopy[]
  readonly onLook: (copy: AsideCopy, kind: OwnKind, entries: AsideEntries) => void
}

export function AsideCard(props: AsideCardProps): JSX.Element {
  const t = useText(storageWords)
  const copies = createKeptRows(
    () => props.copies,
    ({ document, copy }) => `${document} ${copy}`,
  )
  return (
    <Show when={props.copies.length > 0}>
      <Card title={t('aside.title')}>
        <p>{t('aside.about')}</p>
        <ul class="waiting">
          <For each={copies()}>{(copy) => <Copy workplace={props.workplace} copy={copy} onLook={props.onLook} />}</For>
        </ul>
      </Card>
    </Show>
  )
}

type Said = 'deleteFailed' | 'downloadFailed' | { readonly n: number; readonly files: number; readonly missing: number }

function Copy(props: Omit<AsideCardProps, 'copies'> & { readonly copy: AsideCopy }): JSX.Element {
  const t = useText(storageWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const [isAsking, setAsking] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal<Said | null>(null)
  const title = () => documentTitle(props.copy.document, props.workplace.account)
  const name = () => t(`documents.${title()}`)
  const own = () => OWN_KINDS.find((kind) => kind === title())
  const at = () =>
    props.copy.at === null ? t('aside.atUnknown') : t('aside.at', { at: momentText(props.copy.at, language()) })
  const whether = () => {
    if (props.copy.isUnsent === null) return t('aside.unsentUnknown')
    return t(props.copy.isUnsent ? 'aside.unsent' : 'aside.sent')
  }
  const [entries] = createResource(
    () => own() && props.copy,
    (copy) => entriesAside(props.workplace.account, copy).catch(() => null),
  )
  const read = () => (entries.state === 'ready' ? entries() : undefined)
  const download = async (kind: OwnKind, { profile, items }: AsideEntries) => {
    setBusy(true)
    setSaid(null)
    try {
      const { account, evidence } = props.workplace
      const { writeArchiveFile } = await import('../archive/transfer/write-archive-file.ts')
      const written = await writeArchiveFile({
        id: account,
        profile,
        items,
        facts: [],
        evidence: { get: (_id, sha256) => evidence.get(holderOf(account, kind), sha256) },
        now: new Date(),
        signal: new AbortController().signal,
        onProgress: () => undefined,
      })
      if (!written.ok) return setSaid('downloadFailed')
      const { blob, items: n, files, missing } = written.value
      saveBlob(blob, `${name()}-${account}-${todayHere(new Date())}.zip`)
      setSaid({ n, files, missing: missing.length })
    } catch {
      setSaid('downloadFailed')
    } finally {
      setBusy(false)
    }
  }
  const remove = async () => {
    setBusy(true)
    setSaid(null)
    try {
      await deleteAside(props.workplace.database, props.workplace.account, props.copy)
      toasts.show(t('aside.deleted'))
    } catch {
      setSaid('deleteFailed')
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  return (
    <li class="aside-copy">
      <div class="stack stack--tight">
        <div>
          <strong>{name()}</strong> <span class="muted small">{at()}</span>
        </div>
        <p class="small">
          {t('aside.why')} {whether()}
        </p>
        <Show when={own()}>
          <p class="small">
            {entries.state === 'ready'
              ? read()
                ? t('aside.entries', { n: read()?.items.length ?? 0 })
                : t('aside.unreadable')
              : t('aside.counting')}
          </p>
        </Show>
        <SaidLine said={said()} />
        <div class="row">
          <Show when={read()}>
            {(known) => (
              <Show when={own()}>
                {(kind) => (
                  <>
                    <Button size="small" onPress={() => props.onLook(props.copy, kind(), known())}>
                      {t('aside.look')}
                    </Button>
                    <Button size="small" isBusy={isBusy()} onPress={() => void download(kind(), known())}>
                      {t('aside.download')}
                    </Button>
                  </>
                )}
              </Show>
            )}
          </Show>
          <Button size="small" look="danger" onPress={() => setAsking(true)}>
            {t('aside.delete')}
          </Button>
        </div>
      </div>
      <AlertDialog
        isOpen={isAsking()}
        isDangerous
        isBusy={isBusy()}
        title={t('aside.deleteTitle')}
        body={t('aside.deleteBody', { name: name(), at: at() })}
        confirm={t('aside.deleteConfirm')}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      />
    </li>
  )
}

function SaidLine(props: { readonly said: Said | null }): JSX.Element {
  const t = useText(storageWords)
  const done = () => (typeof props.said === 'object' ? props.said : null)
  const failed = () => (typeof props.said === 'string' ? props.said : null)
  return (
    <>
      <Show when={failed()}>{(kind) => <Banner kind="error">{t(`aside.${kind()}`)}</Banner>}</Show>
      <Show when={done()}>
        {(now) => (
          <Banner kind={now().missing > 0 ? 'warning' : 'success'}>
            {t('aside.downloaded', { n: now().n, files: now().files })}{' '}
            <Show when={now().missing > 0}>{t('aside.downloadMissing', { n: now().missing })}</Show>
          </Banner>
        )}
      </Show>
    </>
  )
}
