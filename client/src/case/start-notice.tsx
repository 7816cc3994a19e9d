/** 公示 before it begins: what will be posted, how, and for how long; begun by the lead, or an earlier notice of exactly the same content carried over. */

import type { Submission } from '@yejibu/shared/application/submission'
import { caseRulesOf } from '@yejibu/shared/case/case-rules'
import { noticeContentOf, noticeDigest } from '@yejibu/shared/case/notice-content'
import { lastDayOf, noticeTerms } from '@yejibu/shared/case/publicity'
import { addDays } from '@yejibu/shared/kernel/working-days'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useText } from '../language/language.tsx'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { CalendarStrip } from './calendar-strip.tsx'
import { CalendarWarning, useCalendarWarning } from './calendar-warning.tsx'
import type { OpenCase } from './create-open-case.ts'
import { NoticePreview } from './notice-preview.tsx'
import { isWorded, WordsField } from './words-field.tsx'

export interface StartNoticeProps {
  readonly open: OpenCase
  readonly submission: Submission
  readonly plan: Plan
  readonly isLead: boolean
  /** The relay's clock. */
  readonly now: Date
}

const MOST_DAYS = 60

export function StartNotice(props: StartNoticeProps): JSX.Element {
  const t = useText(caseNoticeWords)
  const toasts = useToasts()
  const warning = useCalendarWarning()
  const rules = () => caseRulesOf(props.plan)
  const [method, setMethod] = createSignal('')
  const [days, setDays] = createSignal(String(rules().noticeWorkingDays))
  const [isTried, setTried] = createSignal(false)
  const [isAsked, setAsked] = createSignal(false)
  const content = createMemo(() => noticeContentOf(props.submission))
  const digest = () => noticeDigest(content())
  const count = () => (/^\d{1,3}$/.test(days().trim()) ? Number(days().trim()) : 0)
  const areDaysRight = () => count() >= rules().noticeWorkingDays && count() <= MOST_DAYS
  const terms = createMemo(() =>
    noticeTerms(digest(), method(), areDaysRight() ? count() : rules().noticeWorkingDays, {
      countStartDay: rules().countStartDay,
      now: props.now,
    }),
  )
  const last = () => lastDayOf(terms())
  const mayCarryOver = () => props.open.kase()?.cleared?.content === digest()
  const seen = () => props.open.kase()?.filed?.digest
  const ask = () => {
    setTried(true)
    if (isWorded(method()) && areDaysRight()) setAsked(true)
  }
  const start = async () => {
    const submission = seen()
    if (submission === undefined) return
    const body = { digest: submission, content: digest(), workingDays: count(), method: method().trim() }
    const isDone = await props.open.ask('start-notice', body)
    setAsked(false)
    if (isDone) toasts.show(t('start.done'))
  }
  const carryOver = () => {
    const submission = seen()
    if (submission !== undefined) void props.open.ask('carry-notice-over', { digest: submission })
  }
  return (
    <Card title={t('start.title')}>
      <div class="stack">
        <Show when={mayCarryOver() && props.isLead}>
          <Banner
            kind="success"
            isQuiet
            actions={
              <Button size="small" isBusy={props.open.busy() !== null} onPress={carryOver}>
                {t('start.carryOver')}
              </Button>
            }
          >
            {t('start.carriedOver')}
          </Banner>
        </Show>
        <h3>{t('start.preview')}</h3>
        <p class="muted small">{t('start.previewAbout')}</p>
        <NoticePreview content={content()} plan={props.plan} />
        <CalendarStrip terms={terms()} today={terms().startedOn} />
        <Show when={okValue(last())} fallback={<CalendarWarning terms={terms()} />}>
          {(day) => <p>{t('start.closable', { day: addDays(day(), 1) })}</p>}
        </Show>
        <Show when={props.isLead} fallback={<p>{t('start.leadOnly')}</p>}>
          <WordsField
            label={t('start.method')}
            hint={t('start.methodHint')}
            value={method()}
            onInput={setMethod}
            isAsked={isTried()}
            missing={t('start.methodMissing')}
            usual={{ text: t('start.usual'), label: t('start.usual') }}
          />
          <TextField
            label={t('start.days')}
            hint={t('start.daysHint', { n: rules().noticeWorkingDays })}
            inputMode="numeric"
            value={days()}
            onInput={setDays}
            error={areDaysRight() ? undefined : t('start.daysWrong', { n: rules().noticeWorkingDays })}
          />
          <div>
            <Button look="primary" onPress={ask}>
              {t('start.button')}
            </Button>
          </div>
        </Show>
      </div>
      <AlertDialog
        isOpen={isAsked()}
        title={t('start.confirmTitle')}
        body={[warning(terms()), t('start.confirm')].filter((text) => text !== null).join('')}
        confirm={t('start.button')}
        isBusy={props.open.busy() !== null}
        onConfirm={() => void start()}
        onCancel={() => setAsked(false)}
      />
    </Card>
  )
}

type Last = ReturnType<typeof lastDayOf>

export function okValue(last: Last): string | undefined {
  return last.ok ? last.value : undefined
}
