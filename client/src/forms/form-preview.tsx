/** A form before the eyes and on the way to the printer: fetched when it is asked for, kept as long as the dialog is open. */
import { createResource, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { formsWords } from '../language/forms.ts'
import { useText } from '../language/language.tsx'
import type { Api } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { troubleKey } from './form-trouble.ts'
import '../archive/evidence.css'

export interface FormPreviewProps {
  readonly api: Pick<Api, 'bytes'>
  readonly path: string
  readonly title: string
  readonly onClose: () => void
}

export function FormPreview(props: FormPreviewProps): JSX.Element {
  const t = useText(formsWords)
  let url: string | null = null
  const [file] = createResource(
    () => props.path,
    async (path) => {
      const found = await props.api.bytes(path, { patience: 60_000 })
      if (!found.ok) return { trouble: troubleKey(found.refusal) }
      url = URL.createObjectURL(new Blob([found.value.bytes], { type: 'application/pdf' }))
      return { url }
    },
  )
  onCleanup(() => {
    if (url !== null) URL.revokeObjectURL(url)
  })
  const shown = () => (file.state === 'ready' ? file()?.url : undefined)
  const trouble = () => (file.state === 'ready' ? file()?.trouble : undefined)
  return (
    <Dialog isOpen isWide title={props.title} onClose={() => props.onClose()}>
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={trouble()}>{(key) => <Banner kind="warning">{t(`papers.trouble.${key()}`)}</Banner>}</Match>
        <Match when={shown()}>
          {(address) => <PdfPaper address={address()} title={props.title} fileName={`${props.title}.pdf`} />}
        </Match>
      </Switch>
    </Dialog>
  )
}

/** The pages, and the way to keep them. */
export function PdfPaper(props: {
  readonly address: string
  readonly title: string
  readonly fileName: string
}): JSX.Element {
  const t = useText(formsWords)
  // Phones and some desktops say so; who says nothing is tried.
  const showsPdf = navigator.pdfViewerEnabled !== false
  return (
    <div class="stack">
      <Show when={showsPdf} fallback={<p>{t('papers.fallback')}</p>}>
        <object class="evidence__pdf" type="application/pdf" data={props.address} aria-label={props.title}>
          <p>{t('papers.fallback')}</p>
        </object>
      </Show>
      <div class="row">
        <a
          class={showsPdf ? 'button button--secondary button--small' : 'button button--primary'}
          href={props.address}
          download={props.fileName}
        >
          {t('papers.save')}
        </a>
      </div>
    </div>
  )
}
