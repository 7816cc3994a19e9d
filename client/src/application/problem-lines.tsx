/** A list of what stands in the way, each leading to the place where it is mended. */
import { A, useLocation } from '@solidjs/router'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { For, type JSX, Show } from 'solid-js'
import { createKeptRows } from '../ui/kept-rows.ts'
import type { DraftProblem } from './check-draft.ts'
import { type EntriesHere, goToAnchor, useProblemWords } from './problem-line.ts'
import './application.css'

export interface ProblemLinesProps {
  readonly plan: Plan
  readonly application: ApplicationId
  readonly problems: readonly DraftProblem[]
  readonly entries: EntriesHere
  /** Told as mistakes. */
  readonly isLoud: boolean
}

export function ProblemLines(props: ProblemLinesProps): JSX.Element {
  const location = useLocation()
  const words = useProblemWords(
    () => props.plan,
    () => props.application,
    props.entries,
  )
  /** A place on this very page is gone to even when the address already names it. */
  const goHere = (event: MouseEvent, href: string) => {
    const [path, anchor] = href.split('#')
    if (anchor === undefined || path !== location.pathname) return
    event.preventDefault()
    goToAnchor(anchor)
  }
  const lines = createKeptRows(
    () => props.problems.map((problem) => words.lineOf(problem)),
    ({ href, name, text }) => `${href} ${name} ${text}`,
  )
  return (
    <ul class="todo-lines">
      <For each={lines()}>
        {(line) => (
          <li>
            <Show when={line.href} fallback={<span>{line.name}</span>}>
              {(href) => (
                <A href={href()} onClick={(event) => goHere(event, href())}>
                  {line.name}
                </A>
              )}
            </Show>
            <span classList={{ 'todo-lines__text--blocking': props.isLoud }}>{line.text}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
