/** A button that opens a short list of things to do. */
import { DropdownMenu as Parts } from '@kobalte/core/dropdown-menu'
import { For, type JSX, Show } from 'solid-js'
import './button.css'
import './floating.css'

export interface MenuEntry {
  readonly label: string
  readonly onChoose: () => void
  readonly icon?: JSX.Element | undefined
  readonly isDangerous?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** A thin line above: another kind of deed begins. */
  readonly startsGroup?: boolean | undefined
}

export interface MenuProps {
  readonly label: string
  /** What is seen on the button; its name for ears is `label`. */
  readonly trigger: JSX.Element
  readonly entries: readonly MenuEntry[]
  readonly about?: string | undefined
  readonly triggerClass?: string | undefined
  /** Open from the start: for a menu that is made when its button is pressed. */
  readonly isOpenAtFirst?: boolean | undefined
}

export function Menu(props: MenuProps): JSX.Element {
  return (
    <Parts
      defaultOpen={props.isOpenAtFirst ?? false}
      placement="bottom-end"
      gutter={4}
      preventScroll={false}
      modal={false}
    >
      <Parts.Trigger class={props.triggerClass ?? 'button button--quiet button--icon'} aria-label={props.label}>
        {props.trigger}
      </Parts.Trigger>
      <Parts.Portal>
        <Parts.Content class="floating menu">
          <Show when={props.about}>
            <div class="menu__about">{props.about}</div>
          </Show>
          <For each={props.entries}>
            {(entry) => (
              <>
                <Show when={entry.startsGroup}>
                  <Parts.Separator class="menu__rule" />
                </Show>
                <Parts.Item
                  class="floating__item"
                  classList={{ 'floating__item--bad': entry.isDangerous === true }}
                  disabled={entry.isDisabled ?? false}
                  onSelect={() => entry.onChoose()}
                >
                  <span>{entry.label}</span>
                  {entry.icon}
                </Parts.Item>
              </>
            )}
          </For>
        </Parts.Content>
      </Parts.Portal>
    </Parts>
  )
}
