/** The list beside the desk: all entries, or those that are hers to review. */
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { type Desk, readingOf, reviewerOf } from '@yejibu/shared/review/desk-doc'
import { type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { Present } from '../sync/create-presence.ts'
import { Button } from '../ui/button.tsx'
import type { ReviewRoom } from './create-review-room.ts'
import { EntryList } from './entry-list.tsx'
import { KeyHint } from './key-hint.tsx'
import './review.css'

export interface DeskListProps {
  readonly room: ReviewRoom
  readonly desk: Desk
  readonly presentAt: (item: ItemId) => readonly Present[]
  readonly isNarrowed: boolean
  readonly onNarrow: (on: boolean) => void
}

export function DeskList(props: DeskListProps): JSX.Element {
  const t = useText(reviewWords)
  const me = () => props.room.reviewer.actor.accountId
  const mine = () => props.room.entries().filter(({ id }) => reviewerOf(props.desk, id)?.to === me())
  return (
    <>
      <div class="review-mine">
        <Button size="small" isPressed={props.isNarrowed} onPress={() => props.onNarrow(!props.isNarrowed)}>
          {t('room.mine', { n: mine().length })} <KeyHint of="m" />
        </Button>
      </div>
      <Show when={props.room.listed().length === 0}>
        <p class="muted small">{t('room.noneMine')}</p>
      </Show>
      <EntryList
        entries={props.room.listed()}
        selected={props.room.shown()?.item ?? null}
        underWay={props.room.underWay()}
        presentAt={(item) => props.presentAt(item)}
        readingOf={({ id, waits }) => (waits === null ? null : readingOf(props.desk, me(), id, waits))}
        assignedTo={(item) => props.desk.assigned.get(item)?.name ?? null}
        onSelect={(item) => props.room.select(item)}
      />
    </>
  )
}
