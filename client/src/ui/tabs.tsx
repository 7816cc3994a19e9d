/** Several views of one thing, one at a time. Arrow keys move between tabs. */
import { Tabs as Parts } from '@kobalte/core/tabs'
import { For, type JSX, Show } from 'solid-js'
import { Count } from './badge.tsx'
import './tabs.css'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly count?: number | undefined
  /** The sentence ears hear for the count. */
  readonly countLabel?: string | undefined
  readonly content: () => JSX.Element
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

export function Tabs(props: TabsProps): JSX.Element {
  return (
    <Parts value={props.chosen} onChange={(key) => props.onChoose(key)}>
      <Parts.List class="tabs__list" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Parts.Trigger class="tabs__tab" value={tab.key}>
              {tab.label}
              <Show when={tab.count !== undefined}>
                <Count n={tab.count ?? 0} label={tab.countLabel ?? String(tab.count)} />
              </Show>
            </Parts.Trigger>
          )}
        </For>
      </Parts.List>
      <For each={props.tabs}>
        {(tab) => (
          <Parts.Content class="tabs__panel" value={tab.key}>
            {tab.content()}
          </Parts.Content>
        )}
      </For>
    </Parts>
  )
}
