/**
 * The work on one entry: its form and evidence on one side, its standing on the other. The same for an item and the profile.
 * Everything typed is kept at once; Ctrl+Z takes back what was done here since the page was opened, in steps.
 */
import type { Item } from '@yejibu/shared/archive/item'
import { isError, isGap, type Problem } from '@yejibu/shared/archive/problem'
import { EVIDENCE_FIELD } from '@yejibu/shared/archive/revision'
import type { EvidenceKind } from '@yejibu/shared/archive/section'
import { createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { pointingWords } from '../language/pointing.ts'
import { Card } from '../ui/card.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { type FormGroup, ItemForm } from './item-form.tsx'
import { pathOf, titleOf } from './item-line.ts'
import type { OwnArchive } from './own-archive.tsx'
import { StandingPanel } from './standing-panel.tsx'
import { undoStepOf } from './undo-key.ts'
import { WhoReads } from './who-reads.tsx'

export interface EntryEditorProps {
  readonly archive: OwnArchive
  readonly item: Item
  readonly title: string
  readonly hint: string
  readonly groups: readonly FormGroup[]
  readonly problems: readonly Problem[]
  /** Null where no files belong to the entry: the profile. */
  readonly usualKind: EvidenceKind | null
  readonly children?: JSX.Element | undefined
}

export function EntryEditor(props: EntryEditorProps): JSX.Element {
  const t = useText(archiveWords)
  const f = useText(fieldsWords)
  const p = useText(pointingWords)
  const { say } = useLanguage()
  const toasts = useToasts()
  const [wasTried, setTried] = createSignal(false)
  const filesProblem = createMemo(() => {
    const about = props.problems.filter(({ field }) => field === EVIDENCE_FIELD)
    const shown = about.filter((problem) => wasTried() || !isGap(problem))
    return {
      error: shown.find(isError),
      warning: shown.find((problem) => !isError(problem)),
    }
  })
  const undo = () => props.archive.documentOf(props.item.id).undo
  onMount(() => {
    // Steps of another page must not be taken back from here, where nobody would see it.
    undo().clear()
    const onKey = (event: KeyboardEvent) => {
      const step = undoStepOf(event)
      if (step === null || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      const { undoStack, redoStack } = undo()
      if ((step === 'undo' ? undoStack : redoStack).length === 0) return
      undo()[step]()
      toasts.announce(t(`undo.${step}`))
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })
  /** Who of the employer has seen the original of a file, and when. */
  const attestedBy = (sha256: string) => {
    const files = props.archive.facts.reviewOfArchive(props.archive.id).items[props.item.id]?.attested ?? {}
    const known = Object.hasOwn(files, sha256) ? files[sha256] : undefined
    return known && { at: known.at, by: props.archive.names.of(known.by) ?? known.employer.name }
  }
  /** The reason of the last "no" stands beside what it points at. */
  const remarks = createMemo(() => props.archive.view.pointedOut(props.item.id))
  const remarkOn = (place: string) => {
    const no = remarks()
    return no?.fields.includes(place) ? p(no.verdict, { reason: no.reason }) : undefined
  }
  const said = (problem: Problem | undefined) => problem && say(problem.message)
  return (
    <div class="entry">
      <div class="entry__form">
        <Card title={props.title}>
          <p class="muted small">{props.hint}</p>
          <ItemForm
            item={props.item}
            groups={props.groups}
            edits={props.archive.edits}
            problems={props.problems}
            today={props.archive.today}
            showsAll={wasTried()}
            remarkOn={remarkOn}
          />
        </Card>
        <Show when={props.usualKind}>
          {(kind) => (
            <Card title={f('evidence.title')}>
              <EvidenceList
                archive={props.archive.privacy.holderOf(props.item.id)}
                item={props.item}
                store={props.archive.evidence}
                edits={props.archive.edits}
                usualKind={kind()}
                alsoUnder={(sha256) =>
                  props.archive.view
                    .items()
                    .filter(
                      ({ id, evidence }) => id !== props.item.id && evidence.some((file) => file.sha256 === sha256),
                    )
                    .map((other) => ({ title: say(titleOf(other)), href: pathOf(other) }))
                }
                error={said(filesProblem().error)}
                warning={said(filesProblem().warning)}
                remark={remarkOn(EVIDENCE_FIELD)}
                attestedBy={attestedBy}
              />
            </Card>
          )}
        </Show>
        {props.children}
      </div>
      <div class="entry__side">
        <WhoReads archive={props.archive} item={props.item} />
        <StandingPanel
          archive={props.archive}
          item={props.item}
          problems={props.problems}
          onTried={() => setTried(true)}
        />
      </div>
    </div>
  )
}
