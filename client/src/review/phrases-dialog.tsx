/** 编辑常用语: the phrases for reasons, one to a line: a reviewer's own, and for the lead those of the whole employer. */
import { PHRASES_MOST, type PhraseKind } from '@yejibu/shared/review/handbook-doc'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import type { PhraseOwner, ReasonPhrases } from './reason-phrases.ts'
import { useUsualPhrases } from './usual-phrases.ts'

export interface PhrasesDialogProps {
  readonly kind: PhraseKind
  readonly phrases: ReasonPhrases
  /** May lay down those of the whole employer. */
  readonly isLead: boolean
  readonly onClose: () => void
}

const MOST_CHARS = 10_000

export function PhrasesDialog(props: PhrasesDialogProps): JSX.Element {
  const t = useText(reviewWords)
  const usual = useUsualPhrases()
  const kept = (owner: PhraseOwner) => props.phrases.of(owner, props.kind)
  const begin = (owner: PhraseOwner) => (kept(owner) ?? (kept('shared') === null ? usual(props.kind) : [])).join('\n')
  const [owner, setOwner] = createSignal<PhraseOwner>('own')
  const [text, setText] = createSignal(begin('own'))
  const choose = (next: PhraseOwner) => {
    setOwner(next)
    setText(begin(next))
  }
  const keep = (phrases: readonly string[] | null) => {
    props.phrases.keep(owner(), props.kind, phrases)
    props.onClose()
  }
  return (
    <Dialog
      isOpen
      title={t(`phrases.${props.kind}`)}
      about={t(owner() === 'own' ? 'phrases.about' : 'phrases.aboutShared')}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button
            look="quiet"
            whyNot={kept(owner()) === null ? t('phrases.areUsual') : undefined}
            onPress={() => keep(null)}
          >
            {t(owner() === 'own' ? 'phrases.usual' : 'phrases.noShared')}
          </Button>
          <Button onPress={() => props.onClose()}>{t('decision.cancel')}</Button>
          <Button look="primary" onPress={() => keep(text().split('\n'))}>
            {t('phrases.keep')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Show when={props.isLead}>
          <ChoiceField
            label={t('phrases.whose')}
            form="radio"
            isRequired
            value={owner()}
            options={[
              { value: 'own', label: t('phrases.mine') },
              { value: 'shared', label: t('phrases.everybodys') },
            ]}
            onChoose={(value) => choose(value === 'shared' ? 'shared' : 'own')}
          />
        </Show>
        <ProseField
          label={t('phrases.label')}
          hint={t('phrases.hint', { n: PHRASES_MOST })}
          value={text()}
          onInput={setText}
          maxChars={MOST_CHARS}
          rows={8}
        />
        <Show when={!props.isLead && kept('shared')}>
          {(shared) => (
            <div>
              <p class="muted small">{t('phrases.sharedTitle')}</p>
              <ul class="small">
                <For each={shared()}>{(phrase) => <li>{phrase}</li>}</For>
              </ul>
            </div>
          )}
        </Show>
      </div>
    </Dialog>
  )
}
