/** A short state in words, with a mark and a colour that only repeat what the words say. */
import Check from 'lucide-solid/icons/check'
import Circle from 'lucide-solid/icons/circle'
import Clock from 'lucide-solid/icons/clock'
import CornerUpLeft from 'lucide-solid/icons/corner-up-left'
import Pencil from 'lucide-solid/icons/pencil'
import X from 'lucide-solid/icons/x'
import { type JSX, Show } from 'solid-js'
import { RowIcon } from './row-icon.tsx'
import './badge.css'

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad'
export type Mark = 'none' | 'check' | 'clock' | 'returned' | 'changed' | 'cross' | 'dot'

export interface BadgeProps {
  readonly tone: Tone
  readonly mark?: Mark | undefined
  readonly children: JSX.Element
  readonly title?: string | undefined
}

const MARKS = { check: Check, clock: Clock, returned: CornerUpLeft, changed: Pencil, cross: X, dot: Circle }

export function Badge(props: BadgeProps): JSX.Element {
  const mark = () => (props.mark === undefined || props.mark === 'none' ? undefined : MARKS[props.mark])
  return (
    <span class={`badge badge--${props.tone}`} title={props.title}>
      <Show when={mark()}>{(icon) => <RowIcon of={icon()} size={13} />}</Show>
      {props.children}
    </span>
  )
}

export interface CountProps {
  readonly n: number
  /** The whole sentence for ears, such as "3 to deal with". */
  readonly label: string
  readonly isLoud?: boolean | undefined
}

export function Count(props: CountProps): JSX.Element {
  return (
    <span class="count" classList={{ 'count--loud': props.isLoud === true }}>
      <span aria-hidden="true">{props.n > 999 ? '999+' : props.n}</span>
      <span class="for-ears">{props.label}</span>
    </span>
  )
}
