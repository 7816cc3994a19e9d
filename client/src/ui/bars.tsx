/**
 * Horizontal bars, each divided into parts. A drawing of a table that stands beside it and says the same in numbers, so it is hidden from those who
 * listen. Parts differ in colour and in pattern or depth, and come in the order of the legend.
 */
import { For, type JSX, Show } from 'solid-js'
import './bars.css'

export type BarLook = 'done' | 'now' | 'back' | 'ended' | 'depth-1' | 'depth-2' | 'depth-3' | 'depth-4' | 'depth-5'

export interface BarsProps {
  readonly legend: readonly { readonly label: string; readonly look: BarLook }[]
  /** `parts` in the order of the legend. */
  readonly rows: readonly { readonly label: string; readonly parts: readonly number[] }[]
}

export function Bars(props: BarsProps): JSX.Element {
  const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)
  const most = () => Math.max(1, ...props.rows.map(({ parts }) => sum(parts)))
  return (
    <div class="bars" aria-hidden="true">
      <Show when={props.legend.length > 1}>
        <ul class="bars__legend">
          <For each={props.legend}>
            {({ label, look }) => (
              <li>
                <span class={`bars__part bars__part--${look} bars__sample`} />
                {label}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <For each={props.rows}>
        {({ label, parts }) => (
          <div class="bars__row">
            <span class="bars__label">{label}</span>
            <span class="bars__track">
              <For each={props.legend}>
                {({ look }, at) => (
                  <Show when={(parts[at()] ?? 0) > 0}>
                    <span
                      class={`bars__part bars__part--${look}`}
                      style={{ width: `${((parts[at()] ?? 0) / most()) * 100}%` }}
                    />
                  </Show>
                )}
              </For>
            </span>
            <span class="bars__sum">{sum(parts)}</span>
          </div>
        )}
      </For>
    </div>
  )
}
