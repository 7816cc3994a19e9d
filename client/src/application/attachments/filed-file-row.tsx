/** One file of a filing: its name to look at it, its size, where it is, and the way to take it away. */
import type { FiledFile } from '@yejibu/shared/application/filing'
import FileText from 'lucide-solid/icons/file-text'
import Image from 'lucide-solid/icons/image'
import Trash from 'lucide-solid/icons/trash'
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { sizeText } from '../../archive/evidence-row.tsx'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import type { EvidenceEntry } from '../../platform/database.ts'
import { Button } from '../../ui/button.tsx'
import '../../archive/evidence.css'
import '../steps/steps.css'

export interface FiledFileRowProps {
  readonly file: FiledFile
  /** The file's way to the relay, as this device knows it. */
  readonly upload: EvidenceEntry | undefined
  readonly isLocked: boolean
  readonly onShow: () => void
  readonly onRemove: () => void
  readonly onRetry: () => void
}

export function FiledFileRow(props: FiledFileRowProps): JSX.Element {
  const t = useText(filingWords)
  const name = () => (props.file.name === '' ? t('files.unnamed') : props.file.name)
  const state = () => {
    const { upload } = props
    if (!upload) return t('files.state.elsewhere')
    if (upload.state === 'there' || upload.state === 'refused') return t(`files.state.${upload.state}`)
    if (upload.sent === 0) return t('files.state.here')
    return t('files.state.sending', { percent: Math.floor((100 * upload.sent) / Math.max(1, upload.size)) })
  }
  return (
    <li class="filed__file">
      <Dynamic component={props.file.type.startsWith('image/') ? Image : FileText} size={18} aria-hidden="true" />
      <div class="evidence__main">
        <button
          type="button"
          class="evidence__name"
          aria-label={t('files.show', { name: name() })}
          onClick={() => props.onShow()}
        >
          {name()}
        </button>
        <span class="evidence__about">
          {sizeText(props.file.bytes)} · <span role="status">{state()}</span>
          <Show when={props.upload?.state === 'refused'}>
            <Button size="small" look="quiet" onPress={() => props.onRetry()}>
              {t('files.retry')}
            </Button>
          </Show>
        </span>
      </div>
      <Button
        isIcon
        look="quiet"
        label={t('files.remove', { name: name() })}
        isDisabled={props.isLocked}
        onPress={() => props.onRemove()}
      >
        <Trash size={16} aria-hidden="true" />
      </Button>
    </li>
  )
}
