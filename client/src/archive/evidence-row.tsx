/** One file of an entry's evidence: its name, its kind, how big it is, where it is, and what can be done with it. */
import { A } from '@solidjs/router'
import type { Evidence } from '@yejibu/shared/archive/item'
import { EVIDENCE_KINDS, type EvidenceKind } from '@yejibu/shared/archive/section'
import FileText from 'lucide-solid/icons/file-text'
import Image from 'lucide-solid/icons/image'
import Trash from 'lucide-solid/icons/trash'
import { For, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceEntry } from '../platform/database.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { momentText } from './today.ts'
import './evidence.css'

export interface EvidenceRowProps {
  readonly evidence: Evidence
  readonly name: string
  /** The file's way to the relay, as this device knows it. */
  readonly upload: EvidenceEntry | undefined
  /** Who of the employer has seen the original, and when (ISO 8601). */
  readonly attested?: { readonly by: string; readonly at: string } | undefined
  readonly alsoUnder: readonly { readonly title: string; readonly href: string }[]
  readonly onShow: () => void
  readonly onRemove: () => void
  readonly onKind: (kind: EvidenceKind) => void
  readonly onRetry: () => void
}

export function EvidenceRow(props: EvidenceRowProps): JSX.Element {
  const t = useText(fieldsWords)
  const { language } = useLanguage()
  return (
    <li class="evidence__row">
      <Dynamic component={props.evidence.type.startsWith('image/') ? Image : FileText} size={18} aria-hidden="true" />
      <div class="evidence__main">
        <button type="button" class="evidence__name" onClick={() => props.onShow()}>
          {props.name}
        </button>
        <span class="evidence__about">
          {sizeText(props.evidence.bytes)}
          <Show when={props.upload}>
            {(upload) => (
              <>
                {' · '}
                <UploadState upload={upload()} />
              </>
            )}
          </Show>
          <Show when={props.attested}>
            {(attested) => (
              <Badge tone="good" mark="check">
                {t('evidence.attested', { by: attested().by, at: momentText(attested().at, language()) })}
              </Badge>
            )}
          </Show>
          <For each={props.alsoUnder.slice(0, 3)}>
            {(other) => (
              <span class="evidence__also">
                {t('evidence.alsoUnder')}
                <A href={other.href}>{other.title}</A>
              </span>
            )}
          </For>
          <Show when={props.upload?.state === 'refused'}>
            <Button size="small" look="quiet" onPress={() => props.onRetry()}>
              {t('evidence.retry')}
            </Button>
          </Show>
        </span>
      </div>
      <ChoiceField
        label={t('evidence.kindOf', { name: props.name })}
        isLabelHidden
        isRequired={false}
        form="select"
        value={props.evidence.kind}
        options={EVIDENCE_KINDS.map((one) => ({ value: one, label: t(`evidence.kinds.${one}`) }))}
        onChoose={(value) => {
          const kind = EVIDENCE_KINDS.find((one) => one === value)
          if (kind) props.onKind(kind)
        }}
      />
      <Button isIcon look="quiet" label={t('evidence.removeOf', { name: props.name })} onPress={() => props.onRemove()}>
        <Trash size={16} aria-hidden="true" />
      </Button>
    </li>
  )
}

function UploadState(props: { readonly upload: EvidenceEntry }): JSX.Element {
  const t = useText(fieldsWords)
  const text = () => {
    const { upload } = props
    if (upload.state === 'there') return t('evidence.state.there')
    if (upload.state === 'refused') return t('evidence.state.refused')
    if (upload.sent === 0) return t('evidence.state.here')
    return t('evidence.state.sending', { percent: Math.floor((100 * upload.sent) / Math.max(1, upload.size)) })
  }
  return <>{text()}</>
}

/** In the unit in which the limit is written (domain §3.5). */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
