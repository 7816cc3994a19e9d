/** The bell in the frame: how many messages are unread, and the way to them. */
import { A } from '@solidjs/router'
import Bell from 'lucide-solid/icons/bell'
import { type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { messagesWords } from '../../language/messages.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { createMessages, type MessageParts } from './create-messages.ts'
import './messages.css'

export default function MessageBell(): JSX.Element {
  const { api, database } = useWorkplace()
  return <BellLink api={api} database={database} />
}

export function BellLink(props: MessageParts): JSX.Element {
  const t = useText(messagesWords)
  const messages = createMessages({ api: props.api, database: props.database })
  const unread = () => messages.said()?.unread ?? 0
  return (
    <A
      class="bell"
      href="/messages"
      aria-label={unread() > 0 ? t('bell.unread', { n: unread() }) : t('bell.label')}
      title={t('bell.label')}
    >
      <Bell size={18} aria-hidden="true" />
      <Show when={unread() > 0}>
        <span class="bell__count" aria-hidden="true">
          {unread() > 99 ? '99+' : unread()}
        </span>
      </Show>
    </A>
  )
}
