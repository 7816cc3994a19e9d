/** Above the desk: how much is left, who else is here and at which entry, who is to review this archive, and what is done with all at once. */
import type { Assignment } from '@yejibu/shared/review/desk-doc'
import type { NamedPerson } from '@yejibu/shared/wire/review-people'
import Keyboard from 'lucide-solid/icons/keyboard'
import { For, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { Presence } from '../sync/create-presence.ts'
import { Button } from '../ui/button.tsx'
import { AssignmentField } from './assignment-field.tsx'
import type { ReviewRoom } from './create-review-room.ts'
import './review.css'

export interface DeskBarProps {
  readonly room: ReviewRoom
  readonly presence: Pick<Presence, 'others'>
  readonly assignment: Assignment | null
  /** HR of the employer; who reviews her own archive is not among those to choose. */
  readonly colleagues: readonly NamedPerson[]
  readonly onAssign: (to: NamedPerson | null) => void
  readonly onKeys: () => void
  /** Beside who reviews the archive: who reviews the entry shown. */
  readonly children: JSX.Element
  readonly onApproveAll: () => void
}

export function DeskBar(props: DeskBarProps): JSX.Element {
  const t = useText(reviewWords)
  return (
    <div class="review-bar">
      <span class="review-bar__left">
        {props.room.left().length > 0 ? t('room.left', { n: props.room.left().length }) : t('room.leftNone')}
      </span>
      <Show when={props.room.underWay().filter(({ refusal }) => refusal === null).length} keyed>
        {(n) => <span class="muted">{t('room.pending', { n })}</span>}
      </Show>
      <Others room={props.room} presence={props.presence} />
      <span class="row__rest" />
      <AssignmentField
        label={t('room.assignment')}
        nobody={t('room.nobody')}
        assignment={props.assignment}
        colleagues={props.colleagues}
        owner={props.room.owner}
        onAssign={(to) => props.onAssign(to)}
      />
      {props.children}
      <Button size="small" look="quiet" onPress={() => props.onKeys()}>
        <Keyboard size={16} aria-hidden="true" /> {t('room.keys')}
      </Button>
      <Show when={props.room.left().length > 0}>
        <Button size="small" onPress={() => props.onApproveAll()}>
          {t('room.approveAll')}
        </Button>
      </Show>
    </div>
  )
}

/** The other reviewers by name, each with the entry before her. */
function Others(props: Pick<DeskBarProps, 'room' | 'presence'>): JSX.Element {
  const t = useText(reviewWords)
  const { say } = useLanguage()
  const me = () => props.room.reviewer.actor.accountId
  const others = () => props.presence.others().filter(({ account }) => account !== me())
  return (
    <Show when={others().length > 0}>
      <ul class="review-others" aria-label={t('room.others')}>
        <For each={others()}>
          {(person) => {
            const n = () => props.room.entries().findIndex(({ id }) => id === person.item)
            const at = () => props.room.entries()[n()]
            return (
              <li>
                <Show when={at()} fallback={person.name}>
                  {(entry) => t('room.otherAt', { name: person.name, n: n() + 1, item: say(entry().title) })}
                </Show>
              </li>
            )
          }}
        </For>
      </ul>
    </Show>
  )
}
