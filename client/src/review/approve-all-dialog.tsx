/**
 * 全部通过: everything that waits, with the exceptions unticked. What is listed is what was waiting when the dialog opened, each with
 * the digest it had then; each ticked entry becomes a ruling of its own (domain §3.6).
 */
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { createSignal, For, type JSX } from 'solid-js'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { sectionName } from './entry-list.tsx'
import type { ReviewEntry } from './review-entries.ts'
import './review.css'

export interface ApproveAllDialogProps {
  readonly entries: readonly ReviewEntry[]
  readonly onClose: () => void
  readonly onApprove: (chosen: readonly ReviewEntry[]) => void
}

export function ApproveAllDialog(props: ApproveAllDialogProps): JSX.Element {
  const t = useText(reviewWords)
  const { say } = useLanguage()
  const [without, setWithout] = createSignal<ReadonlySet<ItemId>>(new Set())
  // Not reactive on purpose: what arrives while she reads the list is not approved with it.
  const listed = props.entries
  const chosen = () => listed.filter(({ id }) => !without().has(id))
  const tick = (id: ItemId, isTicked: boolean) => {
    const next = new Set(without())
    if (isTicked) next.delete(id)
    else next.add(id)
    setWithout(next)
  }
  return (
    <Dialog
      isOpen
      title={t('all.title')}
      about={t('all.about')}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button onPress={() => props.onClose()}>{t('decision.cancel')}</Button>
          <Button
            look="primary"
            whyNot={chosen().length === 0 ? t('all.none') : undefined}
            onPress={() => props.onApprove(chosen())}
          >
            {t('all.confirm', { n: chosen().length })}
          </Button>
        </>
      }
    >
      <ul class="review-all">
        <For each={listed}>
          {(entry) => (
            <li>
              <Checkbox
                label={say(entry.title)}
                hint={[
                  entry.part === 'profile' ? '' : say(sectionName(entry.part)),
                  entry.standing === 'edited-while-waiting' ? t('all.edited') : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
                isChecked={!without().has(entry.id)}
                onChange={(isTicked) => tick(entry.id, isTicked)}
              />
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  )
}
