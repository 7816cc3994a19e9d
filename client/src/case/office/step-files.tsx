/** What a step rests on: files that an officer hands over, named while the page is open, with a way to leave one out again. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeStepsWords } from '../../language/office-steps.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Button } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'

export interface StepFilesProps {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly hashes: readonly string[]
  readonly onChange: (hashes: readonly string[]) => void
}

/** They are handed over as files of the officer's own; the fact names them by hash. */
export function StepFiles(props: StepFilesProps): JSX.Element {
  const t = useText(officeStepsWords)
  const { evidence, account } = useWorkplace()
  const [hasFailed, setFailed] = createSignal(false)
  const [names, setNames] = createSignal<Readonly<Record<string, string>>>({})
  const take = async (files: readonly File[]) => {
    setFailed(false)
    for (const file of files) {
      const added = await evidence.add(file, { archive: account, kind: 'evidence', name: file.name })
      if (!added.ok) {
        setFailed(true)
        continue
      }
      const { sha256 } = added.value
      setNames((known) => ({ ...known, [sha256]: file.name }))
      props.onChange([...new Set([...props.hashes, sha256])])
    }
  }
  return (
    <div class="stack stack--tight">
      <FileDrop
        label={props.label}
        hint={props.hint}
        isRequired
        error={hasFailed() ? t('files.failed') : props.error}
        accept="application/pdf,image/jpeg,image/png"
        onFiles={(files) => void take(files)}
      />
      <Show when={props.hashes.length > 0}>
        <p role="status">{t('files.added', { n: props.hashes.length })}</p>
        <ul class="office-files">
          <For each={props.hashes}>
            {(hash) => (
              <li>
                <bdi>{names()[hash] ?? hash.slice(0, 16)}</bdi>
                <Button
                  look="quiet"
                  size="small"
                  label={t('files.remove', { name: names()[hash] ?? hash.slice(0, 16) })}
                  onPress={() => props.onChange(props.hashes.filter((one) => one !== hash))}
                >
                  {t('files.removeDo')}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
