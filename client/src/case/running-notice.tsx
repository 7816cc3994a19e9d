/** 公示 while it runs: until when, on which days the relay found it posted, where anybody reads it, its objections, and its result once it is over. */
import type { Notice } from '@yejibu/shared/case/publicity'
import { lastDayOf, mayClose, openObjections } from '@yejibu/shared/case/publicity'
import { addDays, dayInShanghai } from '@yejibu/shared/kernel/working-days'
import { createSignal, type JSX, Show } from 'solid-js'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useText } from '../language/language.tsx'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { CalendarStrip } from './calendar-strip.tsx'
import { CalendarWarning } from './calendar-warning.tsx'
import { useCaseRefusal } from './case-refusal.ts'
import type { LineRoom } from './create-line-room.ts'
import type { OpenCase } from './create-open-case.ts'
import { Objections } from './objections.tsx'
import { okValue } from './start-notice.tsx'
import { isWorded, WordsField } from './words-field.tsx'

export interface RunningNoticeProps {
  readonly open: OpenCase
  readonly room: LineRoom
  readonly notice: Notice
  readonly isLead: boolean
  readonly now: Date
}

export function RunningNotice(props: RunningNoticeProps): JSX.Element {
  const t = useText(caseNoticeWords)
  const toasts = useToasts()
  const last = () => lastDayOf(props.notice)
  const period = () => {
    const { startedOn: from, workingDays: n } = props.notice
    const day = okValue(last())
    return day === undefined ? t('running.untilUnknown', { from, n }) : t('running.until', { from, n, last: day })
  }
  const address = () => `${location.origin}/notice/${props.open.noticeCode() ?? ''}`
  const copy = async () => {
    // Where the browser refuses, the address stands beside the button to be marked by hand.
    await navigator.clipboard.writeText(address()).then(
      () => toasts.show(t('running.copied')),
      () => undefined,
    )
  }
  return (
    <>
      <Card title={t('running.title')}>
        <div class="stack">
          <p>{period()}</p>
          <CalendarWarning terms={props.notice} />
          <CalendarStrip terms={props.notice} witnessedOn={props.notice.witnessedOn} today={dayInShanghai(props.now)} />
          <p class="muted small">
            {t('running.witnessed', {
              n: props.notice.witnessedOn.length,
              day: props.notice.witnessedOn.at(-1) ?? '',
            })}
          </p>
          <p>{t('running.method', { method: props.notice.method })}</p>
          <dl class="facts">
            <dt>{t('running.address')}</dt>
            <dd>
              <span class="notice-address">{address()}</span>
              <p class="muted small">{t('running.addressAbout')}</p>
            </dd>
            <dt>{t('running.code')}</dt>
            <dd>{props.open.noticeCode()}</dd>
          </dl>
          <div class="row">
            <Button size="small" onPress={() => void copy()}>
              {t('running.copy')}
            </Button>
            <LinkButton size="small" href="/papers">
              {t('running.form')}
            </LinkButton>
          </div>
          <p class="muted small">{t('running.formAbout')}</p>
        </div>
      </Card>
      <Objections open={props.open} room={props.room} notice={props.notice} isLead={props.isLead} />
      <CloseNotice {...props} />
    </>
  )
}

function CloseNotice(props: RunningNoticeProps): JSX.Element {
  const t = useText(caseNoticeWords)
  const toasts = useToasts()
  const refusalText = useCaseRefusal()
  const [result, setResult] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const [isAsked, setAsked] = createSignal(false)
  const why = () => {
    const open = openObjections(props.notice).length
    if (open > 0) return t('close.openObjections', { n: open })
    const may = mayClose(props.notice, props.now)
    if (may.ok) return null
    const last = okValue(lastDayOf(props.notice))
    return last === undefined
      ? refusalText({ ...may.refusal })
      : t('close.notYet', { n: props.notice.workingDays, last, from: addDays(last, 1) })
  }
  const close = async () => {
    const isDone = await props.open.ask('close-notice', { content: props.notice.content, result: result().trim() })
    setAsked(false)
    if (isDone) toasts.show(t('close.done'))
  }
  const ask = () => {
    setTried(true)
    if (isWorded(result())) setAsked(true)
  }
  return (
    <Card title={t('close.title')}>
      <Show when={why() === null} fallback={<p>{why()}</p>}>
        <div class="stack">
          <WordsField
            label={t('close.result')}
            hint={t('close.resultHint')}
            value={result()}
            onInput={setResult}
            isAsked={isTried()}
            missing={t('close.resultMissing')}
            usual={{ text: t('close.usual'), label: t('close.useUsual', { text: t('close.usual') }) }}
          />
          <div>
            <Button look="primary" onPress={ask}>
              {t('close.button')}
            </Button>
          </div>
        </div>
      </Show>
      <AlertDialog
        isOpen={isAsked()}
        title={t('close.confirmTitle')}
        body={t('close.confirm')}
        confirm={t('close.button')}
        isBusy={props.open.busy() !== null}
        onConfirm={() => void close()}
        onCancel={() => setAsked(false)}
      />
    </Card>
  )
}
