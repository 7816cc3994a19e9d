/** Nothing here yet: what would be here, and the one thing to do next. */
import { type JSX, Show } from 'solid-js'
import './notices.css'

export interface EmptyStateProps {
  readonly title: string
  readonly children?: JSX.Element | undefined
  readonly action?: JSX.Element | undefined
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class="empty">
      <h2 class="empty__title">{props.title}</h2>
      <Show when={props.children}>
        <p>{props.children}</p>
      </Show>
      {props.action}
    </div>
  )
}
