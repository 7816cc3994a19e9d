/**
 * 节假日安排, on the operator's page of the machine's health: through which year it is known, what was entered, and a year entered from the notice's text or
 * a file, shown as a list before it counts.
 */
import { isYearKnown, knownThrough } from '@yejibu/shared/kernel/known-years'
import { CALENDAR_STREAM, isCalendarFact, lastBuiltIn } from '@yejibu/shared/plan/calendar-facts'
import { type CalendarFault, calendarFaults } from '@yejibu/shared/plan/calendar-faults'
import type { HolidayYear } from '@yejibu/shared/plan/holiday-year'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { momentOf } from '../account/employer-moment.ts'
import { calendarWords } from '../language/calendar.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { askAtOnce } from '../platform/ask-at-once.ts'
import type { Facts } from '../sync/facts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { readDraft } from './calendar-draft.ts'

export interface CalendarCardProps {
  readonly api: Pick<Api, 'call'>
  readonly facts: Pick<Facts, 'factsOf' | 'refresh'>
}

export function CalendarCard(props: CalendarCardProps): JSX.Element {
  const t = useText(calendarWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const [text, setText] = createSignal('')
  const [notice, setNotice] = createSignal('')
  const [source, setSource] = createSignal('')
  const [wasTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const send = askAtOnce(props.api)
  const draft = createMemo(() => readDraft({ text: text(), notice: notice(), source: source() }))
  const faults = createMemo(() => {
    const { year } = draft()
    return year ? calendarFaults(year) : []
  })
  const problem = (kind: ReturnType<typeof draft>['said']['kind']) => wasTried() && draft().said.kind === kind
  const entered = () => {
    const facts = props.facts.factsOf(CALENDAR_STREAM).filter(isCalendarFact)
    return facts.map((fact, at) => ({
      ...fact,
      isInForce: !facts.slice(at + 1).some((later) => later.data.year === fact.data.year),
    }))
  }
  const publish = async () => {
    setTried(true)
    const { said } = draft()
    if (said.kind !== 'read' || faults().length > 0 || isBusy()) return
    setBusy(true)
    const answer = await send('publish-calendar-year', { content: said.year })
    setBusy(false)
    setRefusal(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    toasts.show(t('published', { year: said.year.year }))
    for (const empty of [setText, setNotice, setSource]) empty('')
    setTried(false)
    await props.facts.refresh()
  }
  return (
    <Card title={t('title')}>
      <div class="stack">
        <p>{t('through', { year: knownThrough(), builtIn: lastBuiltIn() })}</p>
        <Show when={entered().length > 0}>
          <ul class="calendar-entered" aria-label={t('entered')}>
            <For each={entered()}>
              {({ data, at, isInForce }) => (
                <li>
                  {t(isInForce ? 'isEntered' : 'wasCorrected', { year: data.year, at: momentOf(at, language()) })}
                  <span class="muted calendar-source">{`${data.notice} · ${data.source}`}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void publish()
          }}
        >
          <ProseField
            label={t('text')}
            hint={t('textHint')}
            rows={6}
            isRequired
            value={text()}
            onInput={setText}
            error={problem('empty') ? t('empty') : text().trim() !== '' && !draft().year ? t('unreadable') : undefined}
          />
          <FileDrop
            label={t('file')}
            accept="application/json,text/plain,.json,.txt"
            isSingle
            onFiles={([file]) => void file?.text().then(setText)}
          />
          <div class="form-grid">
            <TextField
              label={t('notice')}
              hint={t('noticeHint')}
              isRequired
              value={notice()}
              onInput={setNotice}
              error={problem('notice-missing') ? t('noticeMissing') : undefined}
            />
            <TextField
              label={t('source')}
              hint={t('sourceHint')}
              isRequired
              value={source()}
              onInput={setSource}
              error={
                problem('source-missing') || (problem('notice-missing') && source().trim() === '')
                  ? t('sourceMissing')
                  : undefined
              }
            />
          </div>
          <Show when={draft().year}>{(year) => <Preview year={year()} faults={faults()} />}</Show>
          <Show when={refusal()}>{(said) => <Banner kind="error">{wordsOf(t, said())}</Banner>}</Show>
          <div class="row">
            <Button type="submit" look="primary" isBusy={isBusy()}>
              {t('publish')}
            </Button>
          </div>
        </form>
      </div>
    </Card>
  )
}

function Preview(props: { readonly year: HolidayYear; readonly faults: readonly CalendarFault[] }): JSX.Element {
  const t = useText(calendarWords)
  return (
    <section class="stack" aria-label={t('preview', { year: props.year.year })}>
      <h3>{t('preview', { year: props.year.year })}</h3>
      <dl class="facts">
        <For each={props.year.off}>
          {({ name, first, last }) => (
            <>
              <dt>{name}</dt>
              <dd>{first === last ? first : t('span', { first, last })}</dd>
            </>
          )}
        </For>
        <dt>{t('worked')}</dt>
        <dd>{props.year.worked.join(t('and')) || t('none')}</dd>
      </dl>
      <Show
        when={props.faults.length > 0}
        fallback={<p class="hint">{t(isYearKnown(props.year.year) ? 'compareCorrection' : 'compare')}</p>}
      >
        <Banner kind="error" title={t('faulty')}>
          <ul>
            <For each={props.faults}>{(fault) => <li>{t(`faults.${fault.rule}`, { ...BLANK, ...fault })}</li>}</For>
          </ul>
        </Banner>
      </Show>
    </section>
  )
}

const BLANK = { day: '', name: '', festival: '', atLeast: 0 }

type RefusedKind = keyof (typeof calendarWords)['zh']['refused']

function wordsOf(t: ReturnType<typeof useText<(typeof calendarWords)['zh']>>, refusal: ApiRefusal): string {
  const kinds: Record<RefusedKind, true> = {
    ...{ 'calendar-built-in': true, 'calendar-year-far': true, 'calendar-unchanged': true },
    ...{ 'not-yours': true, unreachable: true, other: true },
  }
  const kind = Object.hasOwn(kinds, refusal.kind) ? (refusal.kind as RefusedKind) : 'other'
  return t(`refused.${kind}`, { year: String(refusal.year ?? ''), latest: String(refusal.latest ?? '') })
}
