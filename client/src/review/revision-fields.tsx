/**
 * The fields of one version as a reviewer reads them: beside each changed value the one that was ruled on before,
 * in a long text the changed words alone. What is empty
 * stands in one line at the end, so that a long form of few values stays short.
 */
import type { Field } from '@yejibu/shared/archive/field'
import { fieldsOf, type RevisionContent } from '@yejibu/shared/archive/revision'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { differenceOf, type FieldDifference, isSame } from '../archive/difference.ts'
import { valueText } from '../archive/value-text.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Badge } from '../ui/badge.tsx'
import { TextDifference } from '../ui/text-difference.tsx'
import type { Pointing } from './create-pointing.ts'
import { PointToggle } from './point-toggle.tsx'
import './review.css'

export interface RevisionFieldsProps {
  readonly content: RevisionContent
  /** What was ruled on before; null when nothing was. */
  readonly base: RevisionContent | null
  readonly onlyChanged: boolean
  /** On the desk, while a ruling may be asked for. */
  readonly pointing?: Pointing | undefined
}

export function RevisionFields(props: RevisionFieldsProps): JSX.Element {
  const t = useText(reviewWords)
  const { say } = useLanguage()
  const difference = createMemo(() => (props.base ? differenceOf(props.base, props.content) : null))
  const changeOf = (field: Field) => difference()?.fields.find((change) => change.field.name === field.name)
  const isOpenEnded = (field: Field) => field.type.kind === 'month' && field.type.openEnded === true
  const isShown = (field: Field) =>
    changeOf(field) !== undefined ||
    (!(props.onlyChanged && props.base) && (props.content.fields[field.name] != null || isOpenEnded(field)))
  const shown = () => fieldsOf(props.content.part).filter(isShown)
  const empty = () =>
    props.onlyChanged && props.base ? [] : fieldsOf(props.content.part).filter((field) => !isShown(field))
  /** The flag that Tab leads to; the arrows lead on. */
  const [visited, setVisited] = createSignal<string | null>(null)
  const stop = () => (shown().some(({ name }) => name === visited()) ? visited() : (shown()[0]?.name ?? null))
  const flags = new Map<string, HTMLButtonElement>()
  const goTo = (name: string | null | undefined) => flags.get(name ?? '')?.focus()
  const onArrow = (event: KeyboardEvent & { readonly target: EventTarget | null }) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !(event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    goTo(shown()[shown().findIndex(({ name }) => name === stop()) + step]?.name)
  }
  return (
    <div class="stack stack--tight">
      <Show when={difference()} keyed>
        {(known) => (
          <Show when={isSame(known)}>
            <p class="muted">{t('version.nothingChanged')}</p>
          </Show>
        )}
      </Show>
      <dl class="facts review-fields" onKeyDown={onArrow}>
        <For each={shown()}>
          {(field) => (
            <>
              <dt>
                {say(field.label)}
                <Show when={props.pointing}>
                  {(pointing) => (
                    <PointToggle
                      name={say(field.label)}
                      isPointed={pointing().at().includes(field.name)}
                      onToggle={() => pointing().toggle(field.name)}
                      isStop={stop() === field.name}
                      onFocus={() => setVisited(field.name)}
                      ref={(flag) => flags.set(field.name, flag)}
                    />
                  )}
                </Show>
              </dt>
              <dd>
                <Show
                  when={changeOf(field)}
                  fallback={say(valueText(field, props.content.fields[field.name] ?? null))}
                  keyed
                >
                  {(change) => (
                    <div class="review-change">
                      <Show
                        when={isRunningText(change)}
                        fallback={
                          <>
                            <del>
                              <span class="for-ears">{t('version.before')}：</span>
                              {say(valueText(field, change.before))}
                            </del>
                            <ins>
                              <span class="for-ears">{t('version.after')}：</span>
                              {say(valueText(field, change.after))}
                            </ins>
                          </>
                        }
                      >
                        <TextDifference
                          before={change.before ?? ''}
                          after={change.after ?? ''}
                          removed={`${t('version.removed')}：`}
                          added={`${t('version.added')}：`}
                        />
                      </Show>
                      <Badge tone="warn" mark="changed">
                        {t('version.changed')}
                      </Badge>
                    </div>
                  )}
                </Show>
              </dd>
            </>
          )}
        </For>
      </dl>
      <Show when={empty().length > 0}>
        <p class="muted small">
          {t('version.empty', {
            names: empty()
              .map((field) => say(field.label))
              .join(t('version.join')),
          })}
        </p>
      </Show>
    </div>
  )
}

/** Characters of the longer text from which on the changed words are marked inside it. */
const LONG_TEXT = 24

function isRunningText({ field, before, after }: FieldDifference): boolean {
  if (before === null || after === null) return false
  if (field.type.kind !== 'prose' && field.type.kind !== 'text') return false
  return Math.max(before.length, after.length) >= LONG_TEXT
}
