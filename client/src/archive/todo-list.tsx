/** What waits for the owner, each leading to the place where it is dealt with. */
import { A } from '@solidjs/router'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { For, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Card } from '../ui/card.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { pathOf, titleOf } from './item-line.ts'
import type { Todo } from './todo.ts'

const SHOWN = 8

export function TodoList(props: { readonly todos: readonly Todo[] }): JSX.Element {
  const t = useText(archiveWords)
  const todos = createKeptRows(() => props.todos.slice(0, SHOWN), keyOfTodo)
  return (
    <Card title={t('overview.todo')}>
      <Show when={props.todos.length > 0} fallback={<p class="muted">{t('overview.todoNone')}</p>}>
        <ul class="todo">
          <For each={todos()}>{(todo) => <TodoLine todo={todo} />}</For>
        </ul>
        <Show when={props.todos.length > SHOWN}>
          <p class="muted small">{t('overview.more', { n: props.todos.length - SHOWN })}</p>
        </Show>
      </Show>
    </Card>
  )
}

function keyOfTodo(todo: Todo): string {
  if ('item' in todo) return `${todo.kind} ${todo.item.id}`
  return todo.kind === 'section' ? `${todo.kind} ${todo.section.key}` : todo.kind
}

function TodoLine(props: { readonly todo: Todo }): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const line = (): { readonly href: string; readonly name: string; readonly about: string } => {
    const { todo } = props
    switch (todo.kind) {
      case 'returned':
        return { ...place(todo), about: t('overview.todoReturned', { reason: todo.reason }) }
      case 'rejected':
        return { ...place(todo), about: t('overview.todoRejected', { reason: todo.reason }) }
      case 'not-sent-again':
        return { ...place(todo), about: t('overview.todoNotSentAgain', { reason: todo.reason }) }
      case 'other-version':
        return { ...place(todo), about: t('overview.todoOther') }
      case 'profile':
        return {
          href: '/archive/profile',
          name: say(PROFILE.label),
          about: t('overview.todoProfile', { n: todo.errors }),
        }
      case 'section':
        return {
          href: `/archive/${todo.section.key}`,
          name: say(todo.section.label),
          about: t('overview.todoMissing'),
        }
    }
  }
  const place = ({ item }: Extract<Todo, { item: unknown }>) => ({ href: pathOf(item), name: say(titleOf(item)) })
  return (
    <li classList={{ 'todo--back': ['returned', 'rejected', 'not-sent-again'].includes(props.todo.kind) }}>
      <A href={line().href}>{line().name}</A>
      <span class="small muted">{line().about}</span>
    </li>
  )
}
