/**
 * 文字里的年份: where the plan's year is not the one that its texts were written for, the years in them are offered for change, text by text, in one step.
 * Nothing is changed unasked.
 */
import { type YearShift, yearShifts } from '@yejibu/shared/plan/years-in-texts'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { createKeptRows } from '../../ui/kept-rows.ts'
import { useToasts } from '../../ui/toasts.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { trailOf } from './plan-problems.ts'

/** A year that is still being typed is far from the other. */
const YEARS_APART = 20

const keyOf = ({ path }: YearShift): string => path.join('.')

export function YearsOffer(props: { readonly undo: { stopCapturing(): void } }): JSX.Element {
  const t = useText(planWords)
  const toasts = useToasts()
  const edit = usePlanEdit()
  const [isOpen, setOpen] = createSignal(false)
  /** What she has said otherwise than it was offered. */
  const [said, setSaid] = createSignal<ReadonlyMap<string, boolean>>(new Map())
  const span = () => {
    const [from, to] = [edit.writtenFor(), edit.at(['year'])]
    return from !== null && typeof to === 'number' && Math.abs(to - from) <= YEARS_APART ? { from, to } : null
  }
  const shifts = createMemo(() => {
    const known = span()
    return known ? yearShifts(edit.value(), known) : []
  })
  const years = () => ({ from: span()?.from ?? 0, to: span()?.to ?? 0 })
  const sure = () => shifts().filter(({ isSure }) => isSure)
  const isChosen = (shift: YearShift) => said().get(keyOf(shift)) ?? shift.isSure
  const chosen = () => shifts().filter(isChosen)
  const choose = (shift: YearShift, on: boolean) => setSaid((all) => new Map(all).set(keyOf(shift), on))
  const look = () => {
    setSaid(new Map())
    setOpen(true)
  }
  const apply = () => {
    const changes = chosen()
    // A step of its own, however soon something was written before or is written after.
    props.undo.stopCapturing()
    edit.rewrite(changes, years().to)
    props.undo.stopCapturing()
    setOpen(false)
    toasts.show(changes.length > 0 ? t('years.done', { n: changes.length }) : t('years.kept'))
  }
  const list = (isSure: boolean) => (
    <Texts
      label={t(isSure ? 'years.sure' : 'years.unsure')}
      about={isSure ? undefined : t('years.unsureAbout')}
      shifts={shifts().filter((shift) => shift.isSure === isSure)}
      isChosen={isChosen}
      onChoose={choose}
    />
  )
  return (
    <>
      <Show when={shifts().length > 0}>
        <Banner
          kind="info"
          actions={
            <Button size="small" onPress={look}>
              {t('years.look')}
            </Button>
          }
        >
          {sure().length > 0 ? t('years.offer', { ...years(), n: sure().length }) : t('years.offerUnsure', years())}
        </Banner>
      </Show>
      <Dialog
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={t('years.title', years())}
        about={t('years.about')}
        isWide
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('years.cancel')}</Button>
            <Button look="primary" onPress={apply}>
              {chosen().length > 0 ? t('years.apply', { n: chosen().length }) : t('years.none')}
            </Button>
          </>
        }
      >
        <div class="stack">
          {list(true)}
          {list(false)}
        </div>
      </Dialog>
    </>
  )
}

interface TextsProps {
  readonly label: string
  readonly about: string | undefined
  readonly shifts: readonly YearShift[]
  readonly isChosen: (shift: YearShift) => boolean
  readonly onChoose: (shift: YearShift, on: boolean) => void
}

function Texts(props: TextsProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const rows = createKeptRows(() => props.shifts, keyOf)
  return (
    <Show when={rows().length > 0}>
      <section class="stack stack--tight">
        <h3>{props.label}</h3>
        <Show when={props.about}>{(about) => <p class="muted small">{about()}</p>}</Show>
        <ul class="plan-differences" aria-label={props.label}>
          <For each={rows()}>
            {(shift) => (
              <li>
                <Checkbox
                  label={t('years.change', { place: trailOf(shift.path, edit.value(), say) })}
                  isChecked={props.isChosen(shift)}
                  onChange={(on) => props.onChoose(shift, on)}
                />
                <div>
                  <span class="muted">{t('years.before')}</span>
                  <del>{shift.before}</del>
                </div>
                <div>
                  <span class="muted">{t('years.after')}</span>
                  <ins>{shift.after}</ins>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
