/** What else can be done with a row: copy it, move it. The menu is made when its button is first pressed, since a list has many rows. */
import EllipsisVertical from 'lucide-solid/icons/ellipsis-vertical'
import { createSignal, type JSX, Show } from 'solid-js'
import { listWords } from '../language/archive-list.ts'
import { useText } from '../language/language.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { RowIcon } from '../ui/row-icon.tsx'

export interface RowMenuProps {
  readonly title: string
  /** Its index in the list, and how many there are. */
  readonly at: number
  readonly count: number
  readonly onMoveTo: (to: number) => void
  readonly onDuplicate: () => void
}

export function RowMenu(props: RowMenuProps): JSX.Element {
  const t = useText(listWords)
  const [isMade, setMade] = createSignal(false)
  const label = () => t('more', { title: props.title })
  const icon = () => <RowIcon of={EllipsisVertical} size={16} />
  const entries = (): readonly MenuEntry[] => [
    { label: t('up'), isDisabled: props.at === 0, onChoose: () => props.onMoveTo(props.at - 1) },
    { label: t('down'), isDisabled: props.at === props.count - 1, onChoose: () => props.onMoveTo(props.at + 1) },
    { label: t('first'), isDisabled: props.at === 0, onChoose: () => props.onMoveTo(0) },
    { label: t('last'), isDisabled: props.at === props.count - 1, onChoose: () => props.onMoveTo(props.count - 1) },
    { label: t('copy'), startsGroup: true, onChoose: () => props.onDuplicate() },
  ]
  return (
    <Show
      when={isMade()}
      fallback={
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={label()}
          title={label()}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setMade(true)}
        >
          {icon()}
        </button>
      }
    >
      <Menu label={label()} trigger={icon()} entries={entries()} isOpenAtFirst />
    </Show>
  )
}
