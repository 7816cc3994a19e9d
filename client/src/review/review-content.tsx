/** The entry under review: its title and standing, which version it is, its fields and the evidence beside them. */
import type { CommandId } from '@yejibu/shared/kernel/ids'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import type { Names } from '../account/create-names.ts'
import { differenceOf, isSame } from '../archive/difference.ts'
import { titleOf } from '../archive/item-line.ts'
import { StandingBadge } from '../archive/standing-badge.tsx'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import type { ReviewRoom } from './create-review-room.ts'
import { sectionName } from './entry-list.tsx'
import { EvidencePane } from './evidence-pane.tsx'
import { createPageKeys } from './page-keys.ts'
import { RevisionFields } from './revision-fields.tsx'
import { VersionBar } from './version-bar.tsx'
import { baseOf, type Version } from './versions.ts'
import './review.css'

export interface ReviewContentProps {
  readonly room: ReviewRoom
  readonly shown: Version
  readonly store: Pick<EvidenceStore, 'get'>
  readonly nameOf: (sha256: string) => string | undefined
  readonly names: Pick<Names, 'of'>
  /** Which file of the evidence is before the eyes. */
  readonly fileAt: number
  readonly onFile: (at: number) => void
  readonly onAttest: (sha256: string) => void
  readonly onTakeBack: (sha256: string, reason: string) => void
  readonly onDismiss: (command: CommandId) => void
  readonly onBack: () => void
  /** The entry's heading, to take the focus when the entry changed without a click on it. */
  readonly ref: (heading: HTMLElement) => void
}

export function ReviewContent(props: ReviewContentProps): JSX.Element {
  const t = useText(reviewWords)
  const { language, say } = useLanguage()
  const [onlyChanged, setOnlyChanged] = createSignal(false)
  const content = () => props.shown.content
  const base = createMemo(() => {
    const review = props.room.review()
    const before = review ? baseOf(review, props.shown.digest) : null
    return before && !isSame(differenceOf(before.content, content())) ? before : null
  })
  let paper: HTMLElement | undefined
  createPageKeys({ f: () => paper?.querySelector<HTMLElement>('.review-point[tabindex="0"]')?.focus() })
  return (
    <div class="stack">
      <header class="review-head">
        <div>
          <p class="muted small">{say(sectionName(content().part))}</p>
          <h2 tabIndex={-1} ref={(heading) => props.ref(heading)}>
            {say(titleOf(content()))}
          </h2>
        </div>
        <Show when={props.room.entry()}>{(entry) => <StandingBadge kind={entry().standing} />}</Show>
      </header>
      <Show when={props.room.versions()}>
        {(versions) => (
          <VersionBar
            shown={props.shown}
            versions={versions()}
            drift={props.room.drift()}
            onLook={(which) => props.room.look(which)}
          />
        )}
      </Show>
      <Show when={base()}>
        {(before) => (
          <Checkbox
            label={t('version.onlyChanged')}
            hint={t(`version.since.${before().verdict}`, { at: momentText(before().at, language()) })}
            isChecked={onlyChanged()}
            onChange={setOnlyChanged}
          />
        )}
      </Show>
      <div
        class="review-paper"
        ref={(element) => {
          paper = element
        }}
      >
        <RevisionFields
          content={content()}
          base={base()?.content ?? null}
          onlyChanged={onlyChanged()}
          pointing={props.room.whyNot() === null ? props.room.pointing : undefined}
        />
        <EvidencePane
          room={props.room}
          content={content()}
          base={base()?.content ?? null}
          store={props.store}
          nameOf={props.nameOf}
          names={props.names}
          at={props.fileAt}
          onLook={(at) => props.onFile(at)}
          onAttest={(sha256) => props.onAttest(sha256)}
          onTakeBack={(sha256, reason) => props.onTakeBack(sha256, reason)}
          onDismiss={(command) => props.onDismiss(command)}
          onBack={() => props.onBack()}
        />
      </div>
    </div>
  )
}
