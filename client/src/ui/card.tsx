/** A sheet of paper on the desk: one matter, with a heading of its own. */
import { createUniqueId, type JSX, Show } from 'solid-js'
import './card.css'

export interface CardProps {
  readonly title?: string | undefined
  /** Beside the title: a badge, a count, a button. */
  readonly aside?: JSX.Element | undefined
  readonly children: JSX.Element
  readonly foot?: JSX.Element | undefined
  /** The content reaches the edges, as a table does. */
  readonly isFlush?: boolean | undefined
}

export function Card(props: CardProps): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="card" aria-labelledby={props.title ? id : undefined}>
      <Show when={props.title}>
        <header class="card__head">
          <h2 id={id}>{props.title}</h2>
          {props.aside}
        </header>
      </Show>
      <div class="card__body" classList={{ 'card__body--flush': props.isFlush === true }}>
        {props.children}
      </div>
      <Show when={props.foot}>
        <footer class="card__foot">{props.foot}</footer>
      </Show>
    </section>
  )
}
