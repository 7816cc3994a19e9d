/** The keys of the review page, shown by `?` and by the button in its head. */
import { For, type JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { pageKeysAreOn, switchPageKeys } from './page-keys.ts'

const KEYS = [
  ['a', 'keys.a'],
  ['r', 'keys.r'],
  ['x', 'keys.x'],
  ['f', 'keys.f'],
  ['e', 'keys.e'],
  ['o', 'keys.o'],
  ['c', 'keys.c'],
  ['j', 'keys.j'],
  ['k', 'keys.k'],
  ['m', 'keys.m'],
  ['?', 'keys.help'],
] as const

export function KeysDialog(props: { readonly onClose: () => void }): JSX.Element {
  const t = useText(reviewWords)
  return (
    <Dialog isOpen title={t('keys.title')} onClose={() => props.onClose()}>
      <Checkbox
        label={t('keys.isOn')}
        hint={t('keys.isOnAbout')}
        isChecked={pageKeysAreOn()}
        onChange={switchPageKeys}
      />
      <dl class="facts">
        <For each={KEYS}>
          {([key, word]) => (
            <>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(word)}</dd>
            </>
          )}
        </For>
      </dl>
    </Dialog>
  )
}
