/** Where an entry is kept: 本机 on this device alone, 已入单位 durable at the employer's relay with exactly this content. */
import HardDrive from 'lucide-solid/icons/hard-drive'
import LoaderCircle from 'lucide-solid/icons/loader-circle'
import Server from 'lucide-solid/icons/server'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import type { JSX } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import type { Whereabouts } from '../sync/saved-where.ts'
import { RowIcon } from '../ui/row-icon.tsx'
import './archive.css'

const MARKS = { 'in-relay': Server, 'on-device': HardDrive, saving: LoaderCircle, broken: TriangleAlert }

export function SavedMark(props: {
  readonly where: Whereabouts
  readonly isPrivate?: boolean | undefined
}): JSX.Element {
  const t = useText(archiveWords)
  const word = () => (props.isPrivate && props.where === 'in-relay' ? 'in-relay-private' : props.where)
  return (
    <span
      class="saved-mark"
      classList={{ 'saved-mark--broken': props.where === 'broken' }}
      title={t(`savedAbout.${word()}`)}
    >
      <RowIcon of={MARKS[props.where]} size={14} />
      {t(`saved.${word()}`)}
    </span>
  )
}
