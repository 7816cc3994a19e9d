/** What an import or a restoration did, where to go on, and the one step back. */
import { A } from '@solidjs/router'
import type { Section } from '@yejibu/shared/archive/section'
import { SECTIONS } from '@yejibu/shared/archive/sections'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToasts } from '../../ui/toasts.tsx'

export interface ImportDoneProps {
  /** What happened, a sentence each. */
  readonly lines: readonly string[]
  /** Files of evidence that did not come along. */
  readonly filesMissing: number
  /** How many entries came into each section. */
  readonly bySection: ReadonlyMap<string, number>
  /** Calls back when it was done: taking back many entries is asked about first. */
  readonly takeBack: (done: () => void) => void
  /** What the button after it says. */
  readonly again?: string | undefined
  readonly onAgain: () => void
}

export function ImportDone(props: ImportDoneProps): JSX.Element {
  const t = useText(transferWords)
  const { say } = useLanguage()
  const toasts = useToasts()
  const [isUndone, setUndone] = createSignal(false)
  const sections = (): readonly { readonly section: Section; readonly n: number }[] =>
    SECTIONS.flatMap((section) => {
      const n = props.bySection.get(section.key) ?? 0
      return n > 0 ? [{ section, n }] : []
    })
  const undo = () => {
    props.takeBack(() => {
      setUndone(true)
      toasts.announce(t('done.undone'))
    })
  }
  return (
    <Card
      title={t('done.title')}
      foot={
        <>
          <Show when={!isUndone()}>
            <Button onPress={undo}>{t('done.undo')}</Button>
          </Show>
          <Button onPress={() => props.onAgain()}>{props.again ?? t('import.again')}</Button>
        </>
      }
    >
      <Show when={!isUndone()} fallback={<Banner kind="info">{t('done.undone')}</Banner>}>
        <Banner kind="success">
          <For each={props.lines}>{(line) => <p>{line}</p>}</For>
        </Banner>
        <Show when={props.filesMissing > 0}>
          <Banner kind="warning">{t('done.filesMissing', { n: props.filesMissing })}</Banner>
        </Show>
        <Show when={sections().length > 0}>
          <p>{t('done.next')}</p>
          <ul class="transfer__report">
            <For each={sections()}>
              {({ section, n }) => (
                <li>
                  <A href={`/archive/${section.key}`}>{t('done.sections', { section: say(section.label), n })}</A>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </Card>
  )
}
