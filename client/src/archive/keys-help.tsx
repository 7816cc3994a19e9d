/** The keys of the archive's pages, in a dialog that ? opens anywhere on them. */
import { createSignal, For, type JSX, onCleanup, onMount } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { isElsewhere } from './list-keys.ts'

const KEYS = [
  { keys: 'J　K', does: 'move' },
  { keys: 'Enter', does: 'open' },
  { keys: 'N', does: 'add' },
  { keys: 'Alt + ↑　Alt + ↓', does: 'order' },
  { keys: 'D', does: 'copy' },
  { keys: 'Delete', does: 'delete' },
  { keys: '/', does: 'search' },
  { keys: 'Ctrl + Z　Ctrl + Shift + Z', does: 'undo' },
  { keys: 'Ctrl + Enter', does: 'send' },
  { keys: '?', does: 'help' },
] as const

export function KeysHelp(): JSX.Element {
  const t = useText(archiveWords)
  const [isOpen, setOpen] = createSignal(false)
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })
  return (
    <div class="no-print">
      <Button look="quiet" size="small" onPress={() => setOpen(true)}>
        {t('keys.button')}
      </Button>
      <Dialog isOpen={isOpen()} onClose={() => setOpen(false)} title={t('keys.title')} about={t('keys.about')}>
        <dl class="keys-help">
          <For each={KEYS}>
            {({ keys, does }) => (
              <div>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{t(`keys.${does}`)}</dd>
              </div>
            )}
          </For>
        </dl>
      </Dialog>
    </div>
  )
}
