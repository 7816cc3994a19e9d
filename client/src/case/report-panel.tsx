/** 上报: the way up with its offices by name, and the employer's recommendation; or no recommendation, with the reason. By the lead alone. */
import type { NoticeRecord } from '@yejibu/shared/case/case-state'
import { reportWaysSchema } from '@yejibu/shared/wire/report-ways'
import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { caseNoticeWords } from '../language/case-notice.ts'
import { filingWords } from '../language/filing.ts'
import { useText } from '../language/language.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { useCaseRefusal } from './case-refusal.ts'
import type { OpenCase } from './create-open-case.ts'
import { createVacancies, VacanciesField } from './vacancies-field.tsx'
import { isWorded, WordsField } from './words-field.tsx'

export interface ReportPanelProps {
  readonly open: OpenCase
  readonly record: NoticeRecord
  readonly isLead: boolean
}

export function ReportPanel(props: ReportPanelProps): JSX.Element {
  const t = useText(caseNoticeWords)
  return (
    <Card title={t('report.title')}>
      <div class="stack">
        <p>
          {t('report.record', {
            from: props.record.startedOn,
            to: props.record.closedOn,
            result: props.record.result,
          })}
        </p>
        <Show when={props.isLead} fallback={<p>{t('report.leadOnly')}</p>}>
          <Report open={props.open} />
        </Show>
      </div>
    </Card>
  )
}

function Report(props: { readonly open: OpenCase }): JSX.Element {
  const t = useText(caseNoticeWords)
  const stages = useText(filingWords)
  const toasts = useToasts()
  const { api } = useWorkplace()
  const refusalText = useCaseRefusal(stageName)
  const [opinion, setOpinion] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [picked, setPicked] = createSignal<string | null>(null)
  const [isTried, setTried] = createSignal(false)
  const [asked, setAsked] = createSignal<'report' | 'decline' | null>(null)
  const [answer] = createResource(
    () => props.open.application,
    (id) => api.call('GET', `/api/ways/${encodeURIComponent(id)}`, reportWaysSchema),
  )
  const ways = createMemo(() => {
    const known = answer.latest
    return known?.ok ? known.value.ways : []
  })
  const quota = () => {
    const known = answer.latest
    return known?.ok ? known.value.quota : null
  }
  const vacancies = createVacancies(quota)
  const trouble = () => {
    const known = answer.latest
    return known && !known.ok ? known.refusal : null
  }
  const open = () => ways().filter(({ refusal }) => refusal === null)
  /** Chosen by hand only where there is a choice. */
  const chain = () => picked() ?? (open().length === 1 ? (open()[0]?.chain ?? null) : null)
  const way = () => ways().find((one) => one.chain === chain())
  function stageName(stage: string): string {
    const known = ways()
      .flatMap(({ stops }) => stops)
      .find((stop) => stop.stage === stage)
    return known ? stages(`stages.${known.stage}`) : stage
  }
  const ask = () => {
    setTried(true)
    if (isWorded(opinion()) && way()?.refusal === null && !vacancies.problem()) setAsked('report')
  }
  const digest = () => props.open.kase()?.filed?.digest
  const report = async () => {
    const [submission, chosen] = [digest(), chain()]
    if (submission === undefined || chosen === null) return
    const posts = vacancies.count()
    const body = { digest: submission, chain: chosen, opinion: opinion().trim() }
    const isDone = await props.open.ask('report-application', posts === null ? body : { ...body, vacancies: posts })
    setAsked(null)
    if (isDone) toasts.show(t('report.done'))
  }
  const decline = async () => {
    const submission = digest()
    setTried(true)
    if (submission === undefined || !isWorded(reason())) return
    const isDone = await props.open.ask('decline-application', { digest: submission, reason: reason().trim() })
    setAsked(null)
    if (isDone) toasts.show(t('report.declined'))
  }
  return (
    <Show when={!answer.loading} fallback={<Skeleton lines={3} />}>
      <Show when={trouble()}>{(refusal) => <Banner kind="warning">{refusalText(refusal())}</Banner>}</Show>
      <Show when={ways().length > 1}>
        <ChoiceField
          label={t('report.chain')}
          isRequired
          options={ways().map(({ chain: value, appliesTo }) => ({ value, label: appliesTo }))}
          value={chain() ?? ''}
          onChoose={setPicked}
          error={isTried() && chain() === null ? t('report.chainMissing') : undefined}
        />
      </Show>
      <Show when={way()}>
        {(chosen) => (
          <Show
            when={chosen().refusal}
            fallback={
              <section class="stack stack--tight" aria-label={t('report.route')}>
                <h3>{t('report.route')}</h3>
                <ol class="report-route">
                  <For each={chosen().stops}>
                    {(stop) => (
                      <li>
                        {stages(`stages.${stop.stage}`)}
                        <span class="muted small"> {stop.orgName}</span>
                      </li>
                    )}
                  </For>
                </ol>
              </section>
            }
          >
            {(refusal) => <Banner kind="warning">{t('report.noRoute', { why: refusalText(refusal()) })}</Banner>}
          </Show>
        )}
      </Show>
      <Show when={quota()}>
        {(known) => (
          <VacanciesField vacancies={vacancies} quota={known()} isAsked={isTried() && asked() !== 'decline'} />
        )}
      </Show>
      <WordsField
        label={t('report.opinion')}
        hint={t('report.opinionHint')}
        value={opinion()}
        onInput={setOpinion}
        isAsked={isTried() && asked() !== 'decline'}
        missing={t('report.opinionMissing')}
        usual={{ text: t('report.usual'), label: t('report.usual') }}
      />
      <div class="row">
        <Button look="primary" onPress={ask}>
          {t('report.button')}
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            setTried(false)
            setAsked('decline')
          }}
        >
          {t('report.decline')}
        </Button>
      </div>
      <AlertDialog
        isOpen={asked() === 'report'}
        title={t('report.confirmTitle', { office: way()?.stops[0]?.orgName ?? '' })}
        body={t('report.confirm')}
        confirm={t('report.button')}
        isBusy={props.open.busy() !== null}
        onConfirm={() => void report()}
        onCancel={() => setAsked(null)}
      />
      <AlertDialog
        isOpen={asked() === 'decline'}
        title={t('report.declineTitle')}
        body={t('report.declineBody')}
        confirm={t('report.decline')}
        isDangerous
        isBusy={props.open.busy() !== null}
        onConfirm={() => void decline()}
        onCancel={() => setAsked(null)}
      >
        <WordsField
          label={t('report.reason')}
          value={reason()}
          onInput={setReason}
          isAsked={isTried()}
          missing={t('report.reasonMissing')}
        />
      </AlertDialog>
    </Show>
  )
}
