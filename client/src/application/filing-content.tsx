/**
 * What an application carries beside the archive, as it is frozen: photo, signed pledge, answers, score with the entry behind each point,
 * recommenders, files by slot. Preview, receipt and reviewer see it alike.
 */
import type { FiledFile, FrozenFiling } from '@yejibu/shared/application/filing'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { sizeText } from '../archive/evidence-row.tsx'
import { momentText } from '../archive/today.ts'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { FiledFilePreview } from './filed-file-preview.tsx'
import { FiledPicture } from './filed-picture.tsx'
import { FrozenScore } from './frozen-score.tsx'
import './application.css'

export interface FilingContentProps {
  readonly plan: Plan | undefined
  readonly filing: FrozenFiling
  readonly owner: AccountId
  readonly files: Pick<EvidenceStore, 'get'>
  /** How a pulled entry is called. */
  readonly titleOf: (item: ItemId) => string
  readonly title: (text: string) => JSX.Element
}

export function FilingContent(props: FilingContentProps): JSX.Element {
  const t = useText(filingWords)
  const { language } = useLanguage()
  const [shown, setShown] = createSignal<FiledFile | null>(null)
  const has = (ask: FrozenFiling['asked'][number]) => props.filing.asked.includes(ask)
  const nameOf = (file: FiledFile) => (file.name === '' ? t('files.unnamed') : file.name)
  const question = (code: string) => props.plan?.questions?.find((one) => one.code === code)
  const slots = () => [...new Set(props.filing.attachments.map(({ slot }) => slot))]
  const slotTitle = (code: string) => props.plan?.attachmentSlots.find((slot) => slot.code === code)?.title ?? code
  const answer = (code: string, text: string) =>
    question(code)?.kind === 'yes-no' ? t(text === 'yes' ? 'questions.yes' : 'questions.no') : text
  const picture = (file: FiledFile, alt: string) => (
    <FiledPicture file={file} owner={props.owner} files={props.files} alt={alt} />
  )
  const link = (file: FiledFile) => (
    <button type="button" class="evidence__name" onClick={() => setShown(file)}>
      {nameOf(file)}（{sizeText(file.bytes)}）
    </button>
  )
  return (
    <>
      <Show when={has('photo')}>
        {props.title(t('frozen.photo'))}
        <Show when={props.filing.photo} fallback={<p>{t('frozen.notYet')}</p>}>
          {(photo) => <div class="frozen__photo">{picture(photo(), t('frozen.photo'))}</div>}
        </Show>
      </Show>
      <Show when={has('pledge')}>
        {props.title(t('frozen.pledge'))}
        <Show when={props.filing.pledge} fallback={<p>{t('frozen.notYet')}</p>}>
          {(pledge) => (
            <>
              <p>
                {t('frozen.signed', {
                  title: props.plan?.pledge.title ?? t('frozen.pledge'),
                  at: momentText(pledge().signedAt, language()),
                })}
              </p>
              <div class="frozen__signature">{picture(pledge().signature, t('frozen.signature'))}</div>
            </>
          )}
        </Show>
      </Show>
      <Show when={Object.keys(props.filing.answers).length > 0}>
        {props.title(t('frozen.details'))}
        <dl class="facts">
          <For each={Object.entries(props.filing.answers)}>
            {([code, text]) => (
              <>
                <dt>{question(code)?.label ?? code}</dt>
                <dd class="frozen__statement">{answer(code, text)}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <Show when={props.filing.score}>
        {(score) => (
          <>
            {props.title(t('frozen.score'))}
            <FrozenScore plan={props.plan} score={score()} titleOf={props.titleOf} />
          </>
        )}
      </Show>
      <Show when={props.filing.recommenders.length > 0}>
        {props.title(t('frozen.recommenders'))}
        <ul class="frozen__items">
          <For each={props.filing.recommenders}>
            {(one) => (
              <li class="frozen__item">
                {[one.name, one.employer, one.title, one.specialty].filter((text) => text !== '').join(' · ')}
                {one.isInPost ? ` · ${t('recommenders.inPost')}` : ''}{' '}
                <Show when={one.certificate}>{(file) => link(file())}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={has('attachments')}>
        {props.title(t('frozen.attachments'))}
        <Show when={slots().length > 0} fallback={<p>{t('frozen.empty')}</p>}>
          <dl class="facts">
            <For each={slots()}>
              {(code) => (
                <>
                  <dt>{slotTitle(code)}</dt>
                  <dd class="stack stack--tight">
                    <For each={props.filing.attachments.filter(({ slot }) => slot === code)}>
                      {(file) => link(file)}
                    </For>
                  </dd>
                </>
              )}
            </For>
          </dl>
        </Show>
      </Show>
      <FiledFilePreview
        file={shown()}
        nameOf={nameOf}
        owner={props.owner}
        files={props.files}
        onClose={() => setShown(null)}
      />
    </>
  )
}
