/**
 * Undo of what was done on a section's list, in the order in which it was done, over both documents of the owner. Each step is a step
 * of the documents' own undo managers, so what came from another device meanwhile stays.
 */

import { onCleanup, onMount } from 'solid-js'
import type { UndoManager } from 'yjs'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { undoStepOf } from './undo-key.ts'

export interface Steps {
  /** Does it as one step; `managers` are those of the documents that it changes. */
  perform(managers: readonly UndoManager[], work: () => void): void
}

export function createSteps(): Steps {
  const t = useText(archiveWords)
  const toasts = useToasts()
  const stacks: Record<'undo' | 'redo', (readonly UndoManager[])[]> = { undo: [], redo: [] }
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = undoStepOf(event)
      if (step === null || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]')) return
      event.preventDefault()
      const managers = stacks[step].pop()
      if (managers === undefined) return
      for (const manager of managers) manager[step]()
      stacks[step === 'undo' ? 'redo' : 'undo'].push(managers)
      toasts.announce(t(`undo.${step}`))
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })
  return {
    perform(managers, work) {
      const each = [...new Set(managers)]
      for (const manager of each) manager.stopCapturing()
      work()
      for (const manager of each) manager.stopCapturing()
      stacks.undo.push(each)
      stacks.redo = []
    },
  }
}
