/** The employer's own notes on one entry; its owner never sees them. */
import { COMMENT_MAX_CHARS, type Comment } from '@yejibu/shared/review/desk-doc'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Button } from '../ui/button.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { ProseField } from '../ui/prose-field.tsx'
import './review.css'

export interface DeskNotesProps {
  readonly notes: readonly Comment[]
  /** Who reads: her own notes she may take out again. */
  readonly me: string
  readonly onAdd: (text: string) => void
  readonly onRemove: (id: string) => void
  /** Told how to open the notes with the caret in the field. */
  readonly onOpener?: ((open: () => void) => void) | undefined
}

export function DeskNotes(props: DeskNotesProps): JSX.Element {
  const t = useText(reviewWords)
  const { language } = useLanguage()
  const notes = createKeptRows(
    () => props.notes,
    ({ id }) => id,
  )
  const [text, setText] = createSignal('')
  let details: HTMLDetailsElement | undefined
  let field: HTMLTextAreaElement | undefined
  props.onOpener?.(() => {
    if (details) details.open = true
    field?.focus()
  })
  const add = () => {
    const written = text().trim()
    if (written === '' || [...written].length > COMMENT_MAX_CHARS) return
    props.onAdd(written)
    setText('')
  }
  return (
    <details
      class="review-notes"
      open={props.notes.length > 0}
      ref={(element) => {
        details = element
      }}
    >
      <summary>
        {t('comments.title')}
        {props.notes.length > 0 ? ` (${props.notes.length})` : ''}
      </summary>
      <div class="stack stack--tight">
        <p class="muted small">{t('comments.about')}</p>
        <ul class="stack stack--tight">
          <For each={notes()}>
            {(note) => (
              <li class="review-note">
                <p>{note.text}</p>
                <span class="row muted small">
                  {t('comments.by', { name: note.name, at: momentText(note.at, language()) })}
                  <Show when={note.by === props.me}>
                    <Button size="small" look="quiet" onPress={() => props.onRemove(note.id)}>
                      {t('comments.remove')}
                    </Button>
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
        <ProseField
          label={t('comments.label')}
          value={text()}
          onInput={setText}
          maxChars={COMMENT_MAX_CHARS}
          rows={2}
          ref={(control) => {
            field = control
          }}
        />
        <div class="row">
          <Button size="small" onPress={add}>
            {t('comments.add')}
          </Button>
        </div>
      </div>
    </details>
  )
}
