/** Beside the content: the ruling, what was said before, the employer's notes. */

import type { Digest } from '@yejibu/shared/archive/revision'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { Comment } from '@yejibu/shared/review/desk-doc'
import type { PhraseKind } from '@yejibu/shared/review/handbook-doc'
import type { Touched } from '@yejibu/shared/wire/touched-applications'
import { createSignal, type JSX, Show } from 'solid-js'
import type { Names } from '../account/create-names.ts'
import { HistoryList } from '../archive/history-list.tsx'
import { titleOf } from '../archive/item-line.ts'
import { PlacesNamed } from '../archive/places-named.tsx'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { ApiResult } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { ReviewRoom, Shown, Verdict } from './create-review-room.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { DeskNotes } from './desk-notes.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { ReasonPhrases } from './reason-phrases.ts'
import { RefusedRuling } from './refused-ruling.tsx'
import { waitingFor } from './rulings-under-way.ts'
import { TouchedApplications } from './touched-applications.tsx'
import './review.css'

export interface DecisionSideProps {
  readonly room: ReviewRoom
  readonly shown: Shown
  readonly writing: 'returned' | 'rejected' | null
  readonly onWrite: (verdict: 'returned' | 'rejected' | null) => void
  readonly onRule: (verdict: Verdict, reason: string | null) => void
  readonly names: Pick<Names, 'of'>
  readonly notes: readonly Comment[]
  /** Who else has read this very revision, by name. */
  readonly readers: readonly string[]
  readonly phrases: ReasonPhrases
  readonly onEditPhrases: (kind: PhraseKind) => void
  readonly touched: (item: ItemId, digest: Digest) => Promise<ApiResult<Touched>>
  /** Told how to open the notes, for the key. */
  readonly onNotes: (open: () => void) => void
  readonly onComment: (text: string) => void
  readonly onUncomment: (id: Comment['id']) => void
  readonly onDismiss: () => void
  readonly onRetry: () => void
}

export function DecisionSide(props: DecisionSideProps): JSX.Element {
  const t = useText(reviewWords)
  const { language, say } = useLanguage()
  const toasts = useToasts()
  const [isRevoking, setRevoking] = createSignal(false)
  const review = () => props.room.review()
  const approved = () => review()?.approved ?? null
  const pending = () => waitingFor(props.room.underWay(), props.shown.item)
  const revoke = async (reason: string) => {
    const approval = approved()
    if (!approval) return
    setRevoking(false)
    try {
      await props.room.revoke(approval.digest, reason)
      toasts.show(t('revoke.did', { title: say(titleOf(approval.content)) }))
    } catch {
      toasts.show(t('decision.storeFailed'))
    }
  }
  return (
    <section class="review-side stack" aria-label={t('decision.title')}>
      <h2 class="review-side__title">{t('decision.title')}</h2>
      <Show when={props.room.refused()}>
        {(ruling) => (
          <RefusedRuling
            ruling={ruling()}
            saw={props.room.saw(ruling())}
            current={props.room.versions()?.current?.content ?? null}
            onSeeCurrent={() => {
              props.onDismiss()
              props.room.look('current')
            }}
            onRetry={() => props.onRetry()}
            onDismiss={() => props.onDismiss()}
          />
        )}
      </Show>
      <Show
        when={pending()}
        fallback={
          <DecisionPanel
            whyNot={props.room.whyNot()}
            content={props.shown.version.content}
            pointing={props.room.pointing}
            phrases={props.phrases}
            onEditPhrases={(kind) => props.onEditPhrases(kind)}
            writing={props.writing}
            onWrite={(verdict) => props.onWrite(verdict)}
            onRule={(verdict, reason) => props.onRule(verdict, reason)}
          />
        }
      >
        {(ruling) => (
          <Banner kind="info">
            <p>{t('decision.pending', { verdict: t(`verdict.${ruling().verdict}`) })}</p>
            <Show when={ruling().reason}>
              <p class="small">{ruling().reason}</p>
            </Show>
            <PlacesNamed part={props.shown.version.content.part} names={ruling().fields} />
          </Banner>
        )}
      </Show>
      <Show when={review()?.last} keyed>
        {(last) => (
          <div class="review-last">
            <p class="muted small">
              {t(`decision.${last.verdict}By`, { at: momentText(last.at, language()) })} ·{' '}
              {props.names.of(last.by) ?? last.employer.name}
            </p>
            <Show when={last.reason}>
              <p>{last.reason}</p>
            </Show>
            <Show when={last.verdict !== 'revoked' && last}>
              {(ruling) => <PlacesNamed part={ruling().part} names={ruling().fields} />}
            </Show>
          </div>
        )}
      </Show>
      <Show when={approved() && props.room.reviewer.isLead && pending() === null}>
        <div class="row">
          <Button size="small" look="danger" onPress={() => setRevoking(true)}>
            {t('revoke.open')}
          </Button>
        </div>
      </Show>
      <Show when={props.readers.length > 0}>
        <p class="muted small">{t('room.readers', { names: props.readers.join(t('version.join')) })}</p>
      </Show>
      <HistoryList review={review() ?? undefined} nameOf={(account) => props.names.of(account)} />
      <DeskNotes
        notes={props.notes}
        onOpener={(open) => props.onNotes(open)}
        me={props.room.reviewer.actor.accountId}
        onAdd={(text) => props.onComment(text)}
        onRemove={(id) => props.onUncomment(id)}
      />
      <Show when={isRevoking()}>
        <ReasonDialog
          title={t('revoke.title')}
          about={t('revoke.about')}
          confirm={t('revoke.confirm')}
          usual={[t('usual.returned.mismatch'), t('usual.rejected.untrue'), t('usual.rejected.notOwn')]}
          onClose={() => setRevoking(false)}
          onConfirm={(reason) => void revoke(reason)}
        >
          <Show when={approved()} keyed>
            {(approval) => <TouchedApplications ask={() => props.touched(props.shown.item, approval.digest)} />}
          </Show>
        </ReasonDialog>
      </Show>
    </section>
  )
}
