/** Whether the relay is reached, and how much waits to be sent. Offline is a state, not an error: it is said calmly. */
import { Popover } from '@kobalte/core/popover'
import Cloud from 'lucide-solid/icons/cloud'
import CloudOff from 'lucide-solid/icons/cloud-off'
import LoaderCircle from 'lucide-solid/icons/loader-circle'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useText } from '../language/language.tsx'
import { shellWords } from '../language/shell.ts'
import './floating.css'
import './frame.css'

export type Connection = 'online' | 'connecting' | 'offline' | 'broken'

const ICONS = { online: Cloud, connecting: LoaderCircle, offline: CloudOff, broken: TriangleAlert }

export function ConnectionBadge(props: { readonly state: Connection; readonly waiting: number }): JSX.Element {
  const t = useText(shellWords)
  return (
    <Popover placement="bottom-end" gutter={4}>
      <Popover.Trigger class={`connection connection--${props.state}`}>
        <Dynamic component={ICONS[props.state]} size={16} aria-hidden="true" />
        <span>{t(`connection.${props.state}`)}</span>
        <Show when={props.waiting > 0}>
          <span>· {t('connection.waiting', { n: props.waiting })}</span>
        </Show>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class="floating connection__about">
          <p>{t(`connection.${props.state}About`)}</p>
          <Show when={props.waiting > 0}>
            <p>{t('connection.waitingAbout', { n: props.waiting })}</p>
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}
