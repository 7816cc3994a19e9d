/**
 * One archive on the reviewer's desk: the list, the content, the ruling, and who else is here. Works with the relay away from what
 * this device has kept; the rulings then wait in the outbox.
 */

import type { Digest } from '@yejibu/shared/archive/revision'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { decideAttestation } from '@yejibu/shared/review/attestation'
import { readersOf, reviewerOf } from '@yejibu/shared/review/desk-doc'
import type { PhraseKind } from '@yejibu/shared/review/handbook-doc'
import type { Touched } from '@yejibu/shared/wire/touched-applications'
import { createEffect, createSignal, type JSX, on, Show, untrack } from 'solid-js'
import type { Names } from '../account/create-names.ts'
import { titleOf } from '../archive/item-line.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { ApiResult } from '../platform/api.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import type { Outbox } from '../platform/outbox.ts'
import type { Presence, Present } from '../sync/create-presence.ts'
import type { OpenDocument } from '../sync/open-document.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { ApproveAllDialog } from './approve-all-dialog.tsx'
import { AssignmentField } from './assignment-field.tsx'
import { createDesk } from './create-desk.ts'
import type { ReviewRoom, Verdict } from './create-review-room.ts'
import { DecisionSide } from './decision-side.tsx'
import { DeskBar } from './desk-bar.tsx'
import { DeskList } from './desk-list.tsx'
import { deskWriter } from './desk-writer.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { createPageKeys } from './page-keys.ts'
import { PhrasesDialog } from './phrases-dialog.tsx'
import type { ReasonPhrases } from './reason-phrases.ts'
import { ReviewContent } from './review-content.tsx'
import type { ReviewEntry } from './review-entries.ts'
import './review.css'
export interface ReviewDeskProps {
  readonly room: ReviewRoom
  readonly desk: Pick<OpenDocument, 'doc'>
  readonly presence: Pick<Presence, 'others' | 'at'>
  readonly evidence: Pick<EvidenceStore, 'get'>
  readonly outbox: Pick<Outbox, 'dismiss' | 'retry'>
  /** Her own name, for the notes she writes. */
  readonly myName: string
  readonly names: Names
  readonly phrases: ReasonPhrases
  /** Which submissions carry an approval, as far as the relay tells. */
  readonly touched: (item: ItemId, digest: Digest) => Promise<ApiResult<Touched>>
  readonly nameOf: (sha256: string) => string | undefined
}

type OpenDialog = 'none' | 'all' | 'keys' | PhraseKind

export function ReviewDesk(props: ReviewDeskProps): JSX.Element {
  const t = useText(reviewWords)
  const { say } = useLanguage()
  const toasts = useToasts()
  const [writing, setWriting] = createSignal<'returned' | 'rejected' | null>(null)
  const [dialog, setDialog] = createSignal<OpenDialog>('none')
  /** Her own other window is nobody else. */
  const isSomebodyElse = ({ account }: Present) => account !== props.room.reviewer.actor.accountId
  const desk = createDesk(props.desk.doc)
  const [fileAt, setFileAt] = createSignal(0)
  let openNotes: () => void = () => undefined
  const { room } = props
  let heading: HTMLElement | undefined
  /** The next entry comes before the eyes, and is read out: what had the focus is gone with the entry before it. */
  const goToHeading = () => queueMicrotask(() => heading?.focus())
  const step = (by: 1 | -1) => {
    room.step(by)
    goToHeading()
  }

  createEffect(
    on(
      () => room.shown()?.turn,
      () => {
        setWriting(null)
        setFileAt(0)
      },
      { defer: true },
    ),
  )
  const me = room.reviewer.actor.accountId
  const writer = deskWriter(props.desk.doc, me, () => props.myName)
  // What she has had before her eyes of what waits; a later content of the same entry is unread again.
  createEffect(() => {
    const shown = room.shown()
    const digest = shown?.version.digest
    if (shown?.version.which === 'sent' && digest) untrack(() => writer.saw(shown.item, digest))
  })
  // A "no" may come after she has gone on to the next entry: say it once, wherever she is.
  createEffect(
    on(
      () => room.underWay().filter(({ refusal }) => refusal !== null),
      (refused, before) => {
        for (const one of refused) {
          if (before?.some(({ command }) => command === one.command)) continue
          const title = room.entries().find(({ id }) => id === one.item)?.title
          toasts.show(
            `${t('refused.title', { verdict: t(`verdict.${one.verdict}`) })}${title ? `：${say(title)}` : ''}`,
          )
        }
      },
      { defer: true },
    ),
  )

  const rule = async (verdict: Verdict, reason: string | null) => {
    const shown = room.shown()
    if (!shown || room.whyNot() !== null) return
    const title = say(titleOf(shown.version.content))
    const isLast = room.left().length <= 1
    try {
      await room.rule(verdict, reason)
      setWriting(null)
      goToHeading()
      toasts.show(t('decision.did', { verdict: t(`verdict.${verdict}`), title }))
      if (isLast) toasts.announce(t('decision.allDone'))
    } catch {
      toasts.show(t('decision.storeFailed'))
    }
  }
  const approveAll = async (chosen: readonly ReviewEntry[]) => {
    setDialog('none')
    try {
      await room.approveAll(chosen)
      toasts.show(t('all.did', { n: chosen.length }))
    } catch {
      toasts.show(t('decision.storeFailed'))
    }
  }
  const write = (verdict: 'returned' | 'rejected' | null) => {
    if (verdict === null || room.whyNot() === null) setWriting(verdict)
  }
  createPageKeys({
    a: () => void rule('approved', null),
    r: () => write('returned'),
    x: () => write('rejected'),
    e: () => setFileAt((at) => at + 1),
    o: () => {
      const files = room.shown()?.version.content.evidence ?? []
      const file = files[fileAt() % Math.max(1, files.length)]
      const about = room.review()
      const shown = room.shown()
      if (!file || !about || !shown) return
      const asked = { kind: 'attest-evidence' as const, item: shown.item, sha256: file.sha256, isHere: true }
      const { actor, employer } = room.reviewer
      if (decideAttestation(about, asked, { actor, owner: room.owner, employer }).ok) void attest(file.sha256)
    },
    c: () => openNotes(),
    j: () => step(1),
    k: () => step(-1),
    m: () => narrow(!isNarrowed()),
    '?': () => setDialog('keys'),
  })
  const attest = (sha256: string) =>
    room.attest(sha256).then(
      () => toasts.announce(t('attest.asked')),
      () => toasts.show(t('decision.storeFailed')),
    )
  const takeBack = (sha256: string, reason: string) =>
    room.takeBackAttestation(sha256, reason).catch(() => toasts.show(t('decision.storeFailed')))
  const [isNarrowed, setNarrowed] = createSignal(false)
  const narrow = (on: boolean) => {
    setNarrowed(on)
    room.narrow(on ? (item) => reviewerOf(desk(), item)?.to === me : null)
  }
  const phraseKind = () => {
    const open = dialog()
    return open === 'returned' || open === 'rejected' ? open : null
  }
  const note = (text: string) => {
    const shown = room.shown()
    if (shown) writer.note(shown.item, text)
  }
  return (
    <>
      <DeskBar
        room={room}
        presence={props.presence}
        assignment={desk().assignment}
        colleagues={props.names.colleagues()}
        onAssign={(to) => writer.appoint(to, null)}
        onKeys={() => setDialog('keys')}
        onApproveAll={() => setDialog('all')}
      >
        <Show when={room.shown()}>
          {(shown) => (
            <AssignmentField
              label={t('room.assignmentOfItem')}
              nobody={t('room.asArchive', { name: desk().assignment?.name ?? t('room.nobody') })}
              assignment={desk().assigned.get(shown().item) ?? null}
              colleagues={props.names.colleagues()}
              owner={room.owner}
              onAssign={(to) => writer.appoint(to, shown().item)}
            />
          )}
        </Show>
      </DeskBar>
      <Show
        when={room.entries().length > 0}
        fallback={<EmptyState title={t('room.emptyTitle')}>{t('room.empty')}</EmptyState>}
      >
        <div class="review-desk">
          <nav class="review-desk__list" data-scrolls aria-label={t('room.list')}>
            <DeskList
              room={room}
              desk={desk()}
              presentAt={(item) => props.presence.at(item).filter(isSomebodyElse)}
              isNarrowed={isNarrowed()}
              onNarrow={narrow}
            />
          </nav>
          {/* Keyed by the turn: another entry or another version begins with its own evidence and an empty reason. */}
          <Show when={room.shown()} keyed fallback={<p class="muted">{t('room.choose')}</p>}>
            {(shown) => (
              <>
                <div class="review-desk__content">
                  <ReviewContent
                    room={room}
                    shown={shown.version}
                    store={props.evidence}
                    nameOf={props.nameOf}
                    names={props.names}
                    fileAt={fileAt()}
                    onFile={setFileAt}
                    onAttest={(sha256) => void attest(sha256)}
                    onTakeBack={(sha256, reason) => void takeBack(sha256, reason)}
                    onDismiss={(command) => void props.outbox.dismiss(command)}
                    onBack={goToHeading}
                    ref={(element) => {
                      heading = element
                    }}
                  />
                </div>
                <div class="review-desk__side">
                  <DecisionSide
                    room={room}
                    shown={shown}
                    writing={writing()}
                    onWrite={write}
                    onRule={(verdict, reason) => void rule(verdict, reason)}
                    names={props.names}
                    notes={desk().comments.filter(({ item }) => item === shown.item)}
                    readers={readersOf(desk(), shown.item, shown.version.digest ?? '')
                      .filter(({ account }) => account !== me)
                      .map(({ name }) => name)}
                    phrases={props.phrases}
                    onEditPhrases={setDialog}
                    touched={props.touched}
                    onNotes={(open) => {
                      openNotes = open
                    }}
                    onComment={note}
                    onUncomment={(id) => writer.takeNoteBack(id)}
                    onDismiss={() => {
                      const refused = room.refused()
                      if (refused) void props.outbox.dismiss(refused.command)
                    }}
                    onRetry={() => {
                      const refused = room.refused()
                      if (refused) void props.outbox.retry(refused.command)
                    }}
                  />
                </div>
              </>
            )}
          </Show>
        </div>
      </Show>
      <Show when={dialog() === 'all'}>
        <ApproveAllDialog
          entries={room.left()}
          onClose={() => setDialog('none')}
          onApprove={(chosen) => void approveAll(chosen)}
        />
      </Show>
      <Show when={phraseKind()} keyed>
        {(kind) => (
          <PhrasesDialog
            kind={kind}
            phrases={props.phrases}
            isLead={room.reviewer.isLead}
            onClose={() => setDialog('none')}
          />
        )}
      </Show>
      <Show when={dialog() === 'keys'}>
        <KeysDialog onClose={() => setDialog('none')} />
      </Show>
    </>
  )
}
