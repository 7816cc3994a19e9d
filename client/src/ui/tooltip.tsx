/** A few words more about something that already has a name; never the only place where something needed is said. */
import { Tooltip as Parts } from '@kobalte/core/tooltip'
import type { JSX } from 'solid-js'
import './floating.css'

export interface TooltipProps {
  readonly text: string
  readonly children: JSX.Element
  readonly triggerClass?: string | undefined
}

export function Tooltip(props: TooltipProps): JSX.Element {
  return (
    <Parts openDelay={350} closeDelay={80} gutter={6}>
      <Parts.Trigger class={props.triggerClass} as="span" tabIndex={0}>
        {props.children}
      </Parts.Trigger>
      <Parts.Portal>
        <Parts.Content class="floating tooltip">{props.text}</Parts.Content>
      </Parts.Portal>
    </Parts>
  )
}
