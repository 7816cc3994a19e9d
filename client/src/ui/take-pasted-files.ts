/** Files that are pasted anywhere on a page, such as a screenshot, while its one list of files is shown. */
import { onCleanup, onMount } from 'solid-js'

/** Nothing is taken while a dialog is open, nor inside a drop field, which takes its own. Call it in the part that shows the list. */
export function takePastedFiles(take: (files: readonly File[]) => unknown): void {
  onMount(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const isTaken = event.target instanceof Element && event.target.closest('.file-drop') !== null
      if (files.length === 0 || isTaken || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      void take(files)
    }
    document.addEventListener('paste', onPaste)
    onCleanup(() => document.removeEventListener('paste', onPaste))
  })
}
