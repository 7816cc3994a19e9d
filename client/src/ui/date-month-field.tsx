/**
 * A month: six digits to type, or to pick from a small calendar of years and months. The value is `YYYYMM`, or what was typed
 * when that is no month; empty may mean 至今 where the owner says so.
 */
import { Popover } from '@kobalte/core/popover'
import Calendar from 'lucide-solid/icons/calendar'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { bindText } from './bind-text.ts'
import { formatMonth, parseMonth, tidyMonth } from './date-month.ts'
import { FieldFrame, type FieldProps } from './field.tsx'
import './floating.css'
import './button.css'

export interface DateMonthFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  /** Empty means "up to now". */
  readonly isOpenEnded?: boolean | undefined
  /** `YYYYMM`: where the picker opens when nothing is written yet, and the last month it offers. */
  readonly today: string
  readonly mayBeFuture?: boolean | undefined
  readonly isReadOnly?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

export function DateMonthField(props: DateMonthFieldProps): JSX.Element {
  const t = useText(uiWords)
  const [isOpen, setOpen] = createSignal(false)
  const chosen = () => parseMonth(props.value)
  const start = () => chosen()?.year ?? parseMonth(props.today)?.year ?? 2000
  const [year, setYear] = createSignal(start())
  const isTooLate = (month: number) => !props.mayBeFuture && formatMonth({ year: year(), month }) > props.today
  const pick = (value: string) => {
    props.onInput(value)
    setOpen(false)
    props.onBlur?.()
  }
  const tidy = () => {
    const tidied = tidyMonth(props.value)
    if (tidied !== props.value) props.onInput(tidied)
    props.onBlur?.()
  }
  const isFixed = () => props.isReadOnly || props.isDisabled
  return (
    <FieldFrame {...props}>
      {(ids) => (
        <Popover
          open={isOpen()}
          onOpenChange={(open) => {
            if (open) setYear(start())
            setOpen(open)
          }}
          placement="bottom-start"
          gutter={4}
        >
          <Popover.Anchor class="field__box" classList={{ 'field__box--sided': !isFixed() }}>
            <input
              id={ids.control}
              class="field__control"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              placeholder={props.isOpenEnded ? t('month.upToNow') : 'YYYYMM'}
              readOnly={props.isReadOnly}
              disabled={props.isDisabled}
              aria-required={props.isRequired}
              aria-describedby={ids.describedBy}
              aria-invalid={ids.isInvalid}
              onBlur={tidy}
              ref={(control) =>
                bindText(control, { value: () => props.value, onInput: (value) => props.onInput(value) })
              }
            />
            <Show when={!isFixed()}>
              <Popover.Trigger class="field__side" aria-label={`${props.label}: ${t('month.pick')}`}>
                <Calendar size={16} aria-hidden="true" />
              </Popover.Trigger>
            </Show>
          </Popover.Anchor>
          <Popover.Portal>
            <Popover.Content class="floating month-picker">
              <div class="month-picker__year">
                <button
                  type="button"
                  class="button button--quiet button--icon"
                  aria-label={t('month.previousYear')}
                  onClick={() => setYear(year() - 1)}
                >
                  <ChevronLeft size={18} aria-hidden="true" />
                </button>
                <Popover.Title class="month-picker__title" aria-live="polite">
                  {year()}
                </Popover.Title>
                <button
                  type="button"
                  class="button button--quiet button--icon"
                  aria-label={t('month.nextYear')}
                  disabled={!props.mayBeFuture && formatMonth({ year: year() + 1, month: 1 }) > props.today}
                  onClick={() => setYear(year() + 1)}
                >
                  <ChevronRight size={18} aria-hidden="true" />
                </button>
              </div>
              <div class="month-picker__months">
                <For each={MONTHS}>
                  {(month) => (
                    <button
                      type="button"
                      class="month-picker__month"
                      aria-pressed={chosen()?.year === year() && chosen()?.month === month}
                      aria-label={t('month.name', { year: year(), month })}
                      disabled={isTooLate(month)}
                      onClick={() => pick(formatMonth({ year: year(), month }))}
                    >
                      {t('month.monthOnly', { month })}
                    </button>
                  )}
                </For>
              </div>
              <Show when={props.isOpenEnded}>
                <button type="button" class="button button--secondary button--small" onClick={() => pick('')}>
                  {t('month.upToNow')}
                </button>
              </Show>
            </Popover.Content>
          </Popover.Portal>
        </Popover>
      )}
    </FieldFrame>
  )
}
