/** Files by drag, by choice, by paste, or from the camera of a phone. It hands them on; what is taken is the owner's decision. */
import Camera from 'lucide-solid/icons/camera'
import Upload from 'lucide-solid/icons/upload'
import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { Button } from './button.tsx'
import { FieldFrame, type FieldProps } from './field.tsx'
import './file-drop.css'

export interface FileDropProps extends FieldProps {
  readonly onFiles: (files: readonly File[]) => void
  /** As of the `accept` attribute: `image/jpeg,image/png,application/pdf`. */
  readonly accept: string
  readonly isSingle?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

export function FileDrop(props: FileDropProps): JSX.Element {
  const t = useText(uiWords)
  const cameraId = createUniqueId()
  const [isOver, setOver] = createSignal(false)
  let picker: HTMLInputElement | undefined
  let camera: HTMLInputElement | undefined

  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !props.isDisabled) props.onFiles(props.isSingle ? files.slice(0, 1) : files)
  }
  const takeFrom = (input: HTMLInputElement) => {
    take(input.files)
    // The same file chosen again is a choice again.
    input.value = ''
  }
  return (
    <FieldFrame {...props} isHintFirst>
      {(ids) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first
        <div
          class="file-drop"
          classList={{ 'file-drop--over': isOver() }}
          onDragOver={(event) => {
            if (props.isDisabled) return
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer?.files)
          }}
          onPaste={(event) => take(event.clipboardData?.files)}
        >
          <span class="file-drop__say">
            <Upload size={18} aria-hidden="true" />
            {isOver() ? t('file.dropNow') : t('file.drop')}
          </span>
          <input
            id={ids.control}
            class="for-ears"
            type="file"
            tabIndex={-1}
            accept={props.accept}
            multiple={!props.isSingle}
            disabled={props.isDisabled}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.isInvalid}
            onChange={(event) => takeFrom(event.currentTarget)}
            ref={(input) => {
              picker = input
            }}
          />
          <Button isDisabled={props.isDisabled} onPress={() => picker?.click()}>
            {t('file.choose')}
          </Button>
          <span class="file-drop__camera">
            <input
              id={cameraId}
              class="for-ears"
              type="file"
              tabIndex={-1}
              aria-hidden="true"
              accept="image/*"
              capture="environment"
              onChange={(event) => takeFrom(event.currentTarget)}
              ref={(input) => {
                camera = input
              }}
            />
            <Button isDisabled={props.isDisabled} onPress={() => camera?.click()}>
              <Camera size={16} aria-hidden="true" />
              {t('file.camera')}
            </Button>
          </span>
        </div>
      )}
    </FieldFrame>
  )
}
