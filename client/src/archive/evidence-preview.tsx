/** A file of evidence before the eyes: from this browser, else from the relay. Its address lives as long as the dialog. */
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { RevisionEvidence } from '@yejibu/shared/archive/revision'
import { createMemo, createResource, type JSX, Match, onCleanup, Switch } from 'solid-js'
import { fieldsWords } from '../language/fields.ts'
import { useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './evidence.css'

export interface EvidencePreviewProps {
  readonly archive: EvidenceHolder
  readonly evidence: Pick<RevisionEvidence, 'sha256'> & Partial<RevisionEvidence>
  readonly name: string
  readonly store: Pick<EvidenceStore, 'get'>
  readonly onClose: () => void
}

export function EvidencePreview(props: EvidencePreviewProps): JSX.Element {
  return (
    <Dialog isOpen isWide title={props.name} onClose={() => props.onClose()}>
      <EvidenceView {...props} />
    </Dialog>
  )
}

/** The same without a dialog around it, for a page that shows a file beside the fields. */
export function EvidenceView(props: Omit<EvidencePreviewProps, 'onClose'>): JSX.Element {
  const t = useText(fieldsWords)
  const urls: string[] = []
  onCleanup(() => {
    for (const url of urls) URL.revokeObjectURL(url)
  })
  // The same file, of a case or an archive that was read again, is not fetched again: it would go from under who reads it.
  const named = createMemo(() => ({ archive: props.archive, sha256: props.evidence.sha256 }), undefined, {
    equals: (a, b) => a.archive === b.archive && a.sha256 === b.sha256,
  })
  const [file] = createResource(named, async ({ archive, sha256 }) => {
    const found = await props.store.get(archive, sha256)
    if (!found.ok) return { refusal: found.refusal.kind }
    const url = URL.createObjectURL(found.value.blob)
    urls.push(url)
    return { url, type: found.value.type }
  })
  const shown = () => {
    const known = file.state === 'ready' ? file() : undefined
    return known?.url === undefined ? undefined : known
  }
  const missing = (): 'unreachable' | 'gone' | 'other' => {
    const kind = file.state === 'ready' ? file()?.refusal : undefined
    return kind === 'unreachable' ? 'unreachable' : kind === 'not-found' ? 'gone' : 'other'
  }
  return (
    <Switch fallback={<Banner kind="warning">{t(`evidence.missing.${missing()}`)}</Banner>}>
      <Match when={file.loading}>
        <Skeleton lines={6} />
      </Match>
      <Match when={shown()}>
        {(known) => (
          <div class="stack">
            <Switch>
              <Match when={known().type.startsWith('image/')}>
                <img class="evidence__picture" src={known().url} alt={props.name} />
              </Match>
              <Match when={known().type === 'application/pdf'}>
                <object class="evidence__pdf" type="application/pdf" data={known().url} aria-label={props.name}>
                  <p>{t('evidence.pdfFallback')}</p>
                </object>
              </Match>
            </Switch>
            <div class="row">
              <a class="button button--secondary button--small" href={known().url} target="_blank" rel="noopener">
                {t('evidence.open')}
              </a>
              <a class="button button--secondary button--small" href={known().url} download={props.name}>
                {t('evidence.save')}
              </a>
            </div>
          </div>
        )}
      </Match>
    </Switch>
  )
}
