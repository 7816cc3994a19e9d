/**
 * 证件照: chosen, dropped, pasted or taken; judged at once by the rule that the relay applies, each fault in the domain's words; and made to fit with the crop
 * tool where it does not. It lies in this browser's store before the application names it.
 */
import type { FiledFile } from '@yejibu/shared/application/filing'
import type { PhotoProblem } from '@yejibu/shared/application/photo'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { MESSAGES } from '@yejibu/shared/plan/messages'
import type { Plan } from '@yejibu/shared/plan/plan'
import { textOf } from '@yejibu/shared/plan/problem-text'
import { createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { photoPledgeWords } from '../../language/photo-pledge.ts'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { takePastedFiles } from '../../ui/take-pasted-files.ts'
import { useToasts } from '../../ui/toasts.tsx'
import { FiledPicture } from '../filed-picture.tsx'
import { type Crop, firstCrop } from './crop.ts'
import { CropTool } from './crop-tool.tsx'
import { isBlockingPhoto, type JudgedPhoto, judgePhoto } from './judge-photo.ts'
import { makePhoto, type Picture, photoName, readPicture } from './make-photo.ts'
import './photo.css'

export interface PhotoPartProps {
  readonly plan: Plan
  readonly owner: AccountId
  readonly photo: FiledFile | null
  readonly files: Pick<EvidenceStore, 'add' | 'get'>
  readonly onChange: (photo: FiledFile | null) => void
  readonly isReadOnly: boolean
}

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly word: Word; readonly name: string }
  /** What is wrong with it, and its picture to be cropped. */
  | { readonly kind: 'wrong'; readonly name: string; readonly judged: JudgedPhoto; readonly picture: Picture }
  | { readonly kind: 'cropping'; readonly name: string; readonly picture: Picture }
  | { readonly kind: 'stored'; readonly problems: readonly PhotoProblem[] }
const MEGA = 1024 * 1024
type Word = 'unreadable' | 'tooFew' | 'noFit' | 'storageFull' | 'failed'

export function PhotoPart(props: PhotoPartProps): JSX.Element {
  const t = useText(photoPledgeWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const id = createUniqueId()
  const [stage, setStage] = createSignal<Stage>({ kind: 'choosing' })
  const [isMaking, setMaking] = createSignal(false)
  const [isReplacing, setReplacing] = createSignal(false)
  const rule = () => props.plan.photo
  const rules = () => {
    const { minBytesExclusive, maxBytesExclusive, minWidthExclusive, minHeightExclusive, minRatio, maxRatio } = rule()
    return t('photo.rules', {
      minK: minBytesExclusive / 1024,
      max: maxBytesExclusive % MEGA === 0 ? `${maxBytesExclusive / MEGA}M` : `${maxBytesExclusive / 1024}K`,
      minWidth: minWidthExclusive,
      minHeight: minHeightExclusive,
      minRatio,
      maxRatio,
    })
  }

  const take = async (files: readonly File[]) => {
    const [file] = files
    if (!file || props.isReadOnly) return
    const { name } = file
    setStage({ kind: 'reading' })
    const picture = await readPicture(file)
    if (!picture) return setStage({ kind: 'refused', word: 'unreadable', name })
    const judged = await judgePhoto(file, rule(), picture)
    if (!isBlockingPhoto(judged)) return store(judged)
    if (!firstCrop(picture, rule())) return setStage({ kind: 'refused', word: 'tooFew', name })
    setStage({ kind: 'wrong', name, judged, picture })
  }
  const store = async ({ file, problems }: JudgedPhoto) => {
    // The store may fail in ways that are no refusal (a browser that lost its database); the application then names nothing.
    const added = await props.files
      .add(file, { archive: props.owner, kind: 'other', name: photoName(file.name) })
      .catch(() => null)
    if (!added?.ok) {
      const word = added?.refusal.kind === 'storage-full' ? 'storageFull' : 'failed'
      return setStage({ kind: 'refused', word, name: file.name })
    }
    const { sha256, bytes, type, name } = added.value
    props.onChange({ sha256, bytes, type, name })
    setReplacing(false)
    setStage({ kind: 'stored', problems })
  }
  const use = async (picture: Picture, crop: Crop, name: string) => {
    setMaking(true)
    const made = await makePhoto(picture, crop, rule(), name)
    const judged = made && (await judgePhoto(made, rule(), await readPicture(made)))
    if (judged && !isBlockingPhoto(judged)) await store(judged)
    else setStage({ kind: 'refused', word: 'noFit', name })
    setMaking(false)
  }
  const remove = () => {
    const before = props.photo
    props.onChange(null)
    setStage({ kind: 'choosing' })
    if (before) toasts.offerUndo(t('photo.removed'), () => props.onChange(before))
  }
  takePastedFiles(take)
  const at = <Kind extends Stage['kind']>(kind: Kind) => {
    const now = stage()
    return now.kind === kind ? (now as Extract<Stage, { kind: Kind }>) : undefined
  }
  const needsOne = () => !props.isReadOnly && (props.photo === null || isReplacing())
  return (
    <div class="stack" id={`${id}-photo`}>
      <Show when={props.photo}>
        {(photo) => (
          <div class="photo__now">
            <FiledPicture file={photo()} owner={props.owner} files={props.files} alt={t('photo.alt')} />
            <div class="stack stack--tight">
              <p>
                {photo().name} <span class="muted">{t('photo.about', { size: Math.round(photo().bytes / 1024) })}</span>
              </p>
              <Show when={!props.isReadOnly}>
                <div class="row">
                  <Button onPress={() => setReplacing(true)}>{t('photo.replace')}</Button>
                  <Button look="quiet" onPress={remove}>
                    {t('photo.remove')}
                  </Button>
                </div>
              </Show>
            </div>
          </div>
        )}
      </Show>
      <Switch>
        <Match when={at('reading')}>
          <p role="status">{t('photo.reading')}</p>
          <Skeleton lines={2} />
        </Match>
        <Match when={at('stored')}>
          {(stored) => (
            <Banner kind={stored().problems.length === 0 ? 'success' : 'warning'}>
              <Show when={stored().problems.length > 0} fallback={t('photo.good')}>
                <Problems problems={stored().problems} />
              </Show>
            </Banner>
          )}
        </Match>
        <Match when={at('refused')}>
          {(refused) => <Banner kind="error">{t(`photo.${refused().word}`, { name: refused().name })}</Banner>}
        </Match>
        <Match when={at('wrong')}>
          {(wrong) => (
            <Banner
              kind="warning"
              title={t('photo.wrong', { name: wrong().name })}
              actions={
                <Button look="primary" onPress={() => setStage({ ...wrong(), kind: 'cropping' })}>
                  {t('photo.crop')}
                </Button>
              }
            >
              <Problems problems={wrong().judged.problems} />
            </Banner>
          )}
        </Match>
        <Match when={at('cropping')} keyed>
          {({ picture, name }) => (
            <CropTool
              picture={picture}
              rule={rule()}
              isBusy={isMaking()}
              onUse={(turned, crop) => void use(turned, crop, name)}
              onCancel={() => setStage({ kind: 'choosing' })}
            />
          )}
        </Match>
      </Switch>
      <Show when={rule().isInchSize && !props.isReadOnly}>
        <p>{MESSAGES['V-PHOTO-KIND'].text[language()]}</p>
      </Show>
      <Show when={needsOne() && !at('cropping')}>
        <FileDrop
          label={t('photo.label')}
          hint={rules()}
          accept="image/*"
          isSingle
          isRequired={rule().isRequired}
          onFiles={(files) => void take(files)}
        />
      </Show>
    </div>
  )
}

function Problems(props: { readonly problems: readonly PhotoProblem[] }): JSX.Element {
  const { language } = useLanguage()
  return (
    <ul>
      <For each={props.problems}>
        {({ code, values }) => <li>{textOf(MESSAGES[code], values).text[language()]}</li>}
      </For>
    </ul>
  )
}
