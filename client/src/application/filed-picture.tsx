/** A picture of a filing in its place: from this browser, else from the relay. Its address lives as long as the picture. */
import type { FiledFile } from '@yejibu/shared/application/filing'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createResource, type JSX, Match, onCleanup, Switch } from 'solid-js'
import { fieldsWords } from '../language/fields.ts'
import { useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { Skeleton } from '../ui/skeleton.tsx'

export interface FiledPictureProps {
  readonly file: FiledFile
  readonly owner: AccountId
  readonly files: Pick<EvidenceStore, 'get'>
  readonly alt: string
}

export function FiledPicture(props: FiledPictureProps): JSX.Element {
  const t = useText(fieldsWords)
  const urls: string[] = []
  onCleanup(() => {
    for (const url of urls) URL.revokeObjectURL(url)
  })
  const [picture] = createResource(
    () => props.file.sha256,
    async (sha256) => {
      const found = await props.files.get(props.owner, sha256)
      if (!found.ok || !found.value.type.startsWith('image/')) return { url: null }
      const url = URL.createObjectURL(found.value.blob)
      urls.push(url)
      return { url }
    },
  )
  const url = () => (picture.state === 'ready' ? (picture()?.url ?? undefined) : undefined)
  return (
    <Switch fallback={<p class="muted">{t('evidence.missing.unreachable')}</p>}>
      <Match when={picture.loading}>
        <Skeleton lines={3} />
      </Match>
      <Match when={url()}>{(src) => <img src={src()} alt={props.alt} />}</Match>
    </Switch>
  )
}
