/** The keys of a section's list, below it. */
import type { JSX } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { listWords } from '../language/archive-list.ts'
import { useText } from '../language/language.tsx'
import { Shortcut } from '../ui/shortcut.tsx'

export function SectionKeys(): JSX.Element {
  const t = useText(archiveWords)
  const list = useText(listWords)
  return (
    <p class="list-keys no-print">
      <Shortcut keys={['N']} /> {t('section.keys')} <Shortcut keys={['J', 'K']} /> {t('section.keysMove')}{' '}
      <Shortcut keys={['Enter']} /> {t('section.keysOpen')} <Shortcut keys={['Alt', '↑↓']} /> {list('keysOrder')}{' '}
      <Shortcut keys={['D']} /> {list('keysCopy')} <Shortcut keys={['Delete']} /> {list('keysDelete')}{' '}
      <Shortcut keys={['Ctrl', 'Z']} /> {list('keysUndo')}
    </p>
  )
}
