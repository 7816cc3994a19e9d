/** 仅自己可见: nobody but the owner can read the entry. */
import EyeOff from 'lucide-solid/icons/eye-off'
import type { JSX } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import './archive.css'

export function PrivateMark(): JSX.Element {
  const t = useText(archiveWords)
  return (
    <span class="private-mark" title={t('privacy.hidden')}>
      <EyeOff size={14} aria-hidden="true" />
      {t('privacy.mark')}
    </span>
  )
}
