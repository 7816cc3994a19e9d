/** The operator's view of organisations: employers that wait for the judgement of their sealed letter, those under way, and the register. */
import type { RegistrationView } from '@yejibu/shared/wire/membership'
import { operatorEmployersSchema } from '@yejibu/shared/wire/membership'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { createAsked } from '../account/employer-affairs.ts'
import { createEmployerAsking, refusalWords } from '../account/employer-asking.ts'
import { momentOf } from '../account/employer-moment.ts'
import { StageBadge } from '../account/employer-registration-card.tsx'
import { ReasonDialog } from '../account/members-requests.tsx'
import { useSession } from '../account/session-context.ts'
import { employerWords } from '../language/employer.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { operationsWords } from '../language/operations.ts'
import type { ApiResult } from '../platform/api.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { useNavCounts } from '../ui/nav-counts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { isOperator } from './is-operator.ts'
import { WaitingEmployer } from './waiting-employer.tsx'

export default function Page(): JSX.Element {
  const t = useText(operationsWords)
  const { state } = useSession()
  return (
    <div class="page">
      <PageHeader title={t('orgs.title')} about={t('orgs.about')} />
      <Show when={isOperator(state())} fallback={<Banner kind="warning">{t('notOperator')}</Banner>}>
        <Orgs />
      </Show>
    </div>
  )
}

type Judging = { readonly registration: RegistrationView; readonly verdict: 'approve' | 'refuse' }

function Orgs(): JSX.Element {
  const t = useText(operationsWords)
  const say = useText(employerWords)
  const { language } = useLanguage()
  const { api } = useWorkplace()
  const toasts = useToasts()
  const asking = createEmployerAsking(api)
  const known = createAsked(() => api.call('GET', '/api/operator/employers', operatorEmployersSchema))
  const [judging, setJudging] = createSignal<Judging | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  // Another letter of the same employer is another row: what is being judged stays the one that was read.
  const waiting = createKeptRows(
    () => known.value()?.registrations.filter((r) => r.stage === 'authorisation-pending') ?? [],
    ({ org, sha256 }) => `${org} ${sha256}`,
  )
  const underWay = () =>
    known.value()?.registrations.filter((r) => r.stage === 'registered' || r.stage === 'active') ?? []
  useNavCounts().report('/operations/orgs', () => waiting().length)

  const settle = async (answer: ApiResult<true>, done: string) => {
    setJudging(null)
    if (answer.ok) toasts.show(done)
    const words = answer.ok ? null : refusalWords(answer.refusal)
    setProblem(words && say(words.key, words.values))
    await known.refresh()
  }
  const approve = async ({ org, sha256, particulars: { name } }: RegistrationView) =>
    settle(await asking.ask('approve-employer', { org, sha256: sha256 ?? '' }), t('orgs.approved', { name }))
  const refuse = async ({ org, sha256, particulars: { name } }: RegistrationView, reason: string) =>
    settle(await asking.ask('refuse-employer', { org, sha256: sha256 ?? '', reason }), t('orgs.refused', { name }))
  const chosen = (verdict: Judging['verdict']) => {
    const now = judging()
    return now?.verdict === verdict ? now.registration : undefined
  }
  const trouble = () => {
    const refusal = known.trouble()
    if (!refusal) return undefined
    const { key, values } = refusalWords(refusal)
    return say(key, values)
  }
  return (
    <div class="stack stack--loose">
      <Show when={problem()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
      <Show when={trouble()}>{(text) => <Banner kind="warning">{text()}</Banner>}</Show>
      <Show when={known.value()} fallback={<Show when={!trouble()}>{<Skeleton lines={6} />}</Show>}>
        <Card title={t('orgs.waiting')}>
          <Show
            when={waiting().length > 0}
            fallback={<EmptyState title={t('orgs.noneWaiting')}>{t('orgs.noneWaitingBody')}</EmptyState>}
          >
            <ul class="employer-rows">
              <For each={waiting()}>
                {(registration) => (
                  <WaitingEmployer
                    registration={registration}
                    onJudge={(verdict) => setJudging({ registration, verdict })}
                  />
                )}
              </For>
            </ul>
          </Show>
        </Card>
        <Show when={underWay().length > 0}>
          <Card title={t('orgs.underWay')} isFlush>
            <Table
              caption={t('orgs.underWay')}
              columns={[
                { key: 'name', label: t('orgs.name'), cell: (row: RegistrationView) => row.particulars.name },
                { key: 'lead', label: t('orgs.lead'), cell: (row) => row.lead.name },
                { key: 'stage', label: t('orgs.stage'), cell: (row) => <StageBadge registration={row} /> },
                { key: 'since', label: t('orgs.since'), cell: (row) => momentOf(row.at, language()) },
              ]}
              rows={underWay()}
            />
          </Card>
        </Show>
        <Card title={t('orgs.bound')} isFlush>
          <Table
            caption={t('orgs.bound')}
            columns={[
              { key: 'name', label: t('orgs.name'), cell: (org) => org.name },
              { key: 'kind', label: t('orgs.kind'), cell: (org) => t(`orgs.kinds.${org.kind}`) },
              { key: 'code', label: t('orgs.code'), cell: (org) => org.creditCode ?? t('orgs.noCode') },
              {
                key: 'lead',
                label: t('orgs.lead'),
                cell: (org) =>
                  org.kind !== 'employer' ? '—' : org.leads.length > 0 ? org.leads.join('、') : t('orgs.noLead'),
              },
              { key: 'people', label: t('orgs.people'), isNumber: true, cell: (org) => String(org.people) },
            ]}
            rows={known.value()?.orgs ?? []}
          />
        </Card>
      </Show>
      <AlertDialog
        isOpen={chosen('approve') !== undefined}
        title={t('orgs.approveTitle', { name: chosen('approve')?.particulars.name ?? '' })}
        body={t('orgs.approveBody', { lead: chosen('approve')?.lead.name ?? '' })}
        confirm={t('orgs.approve')}
        isBusy={asking.isBusy()}
        onConfirm={() => {
          const registration = chosen('approve')
          if (registration) void approve(registration)
        }}
        onCancel={() => setJudging(null)}
      />
      <Show when={chosen('refuse')} keyed>
        {(registration) => (
          <ReasonDialog
            title={t('orgs.refuseTitle', { name: registration.particulars.name })}
            hint={t('orgs.refuseHint')}
            confirm={t('orgs.refuse')}
            isBusy={asking.isBusy()}
            onClose={() => setJudging(null)}
            onConfirm={(reason) => void refuse(registration, reason)}
          />
        )}
      </Show>
    </div>
  )
}
