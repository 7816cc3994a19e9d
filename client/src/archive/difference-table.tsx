/** What changed between two contents of an entry, field by field: before and after side by side, one above the other on a phone. */
import type { RevisionEvidence } from '@yejibu/shared/archive/revision'
import { For, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { fieldsWords } from '../language/fields.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { TextDifference } from '../ui/text-difference.tsx'
import type { Difference } from './difference.ts'
import { sizeText } from './evidence-row.tsx'
import { valueText } from './value-text.ts'
import './archive.css'

export interface DifferenceTableProps {
  readonly difference: Difference
  /** What the file is called, where this device knows. */
  readonly nameOf?: ((sha256: string) => string | undefined) | undefined
}

export function DifferenceTable(props: DifferenceTableProps): JSX.Element {
  const t = useText(archiveWords)
  const f = useText(fieldsWords)
  const { say } = useLanguage()
  const fileName = (file: RevisionEvidence) =>
    `${props.nameOf?.(file.sha256) ?? f(`evidence.kinds.${file.kind}`)}（${sizeText(file.bytes)}）`
  return (
    <dl class="difference">
      <For each={props.difference.fields}>
        {(change) => (
          <div class="difference__field">
            <dt>{say(change.field.label)}</dt>
            <dd>
              <Show
                when={change.field.type.kind === 'prose' && change.before !== null && change.after !== null}
                fallback={
                  <>
                    <del>
                      <span class="for-ears">{t('difference.before')}</span>
                      {say(valueText(change.field, change.before))}
                    </del>
                    <ins>
                      <span class="for-ears">{t('difference.after')}</span>
                      {say(valueText(change.field, change.after))}
                    </ins>
                  </>
                }
              >
                <TextDifference
                  before={change.before ?? ''}
                  after={change.after ?? ''}
                  removed={t('difference.before')}
                  added={t('difference.after')}
                />
              </Show>
            </dd>
          </div>
        )}
      </For>
      <Show when={props.difference.added.length + props.difference.removed.length > 0}>
        <div class="difference__field">
          <dt>{f('evidence.title')}</dt>
          <dd>
            <For each={props.difference.removed}>
              {(file) => <del>{t('difference.removed', { file: fileName(file) })}</del>}
            </For>
            <For each={props.difference.added}>
              {(file) => <ins>{t('difference.added', { file: fileName(file) })}</ins>}
            </For>
          </dd>
        </div>
      </Show>
      <Show when={props.difference.isEvidenceRearranged}>
        <div class="difference__field">
          <dt>{f('evidence.title')}</dt>
          <dd>{t('difference.rearranged')}</dd>
        </div>
      </Show>
    </dl>
  )
}
