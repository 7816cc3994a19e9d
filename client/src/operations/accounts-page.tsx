/** The operator's list of accounts: issuing one, a new password, ending sign-ins. A password is shown in one dialog and nowhere else. */
import type { OperatorAccount } from '@yejibu/shared/wire/membership'
import { issuedSchema, operatorAccountsSchema } from '@yejibu/shared/wire/membership'
import { createSignal, type JSX, Show } from 'solid-js'
import type * as z from 'zod/mini'
import { createAsked } from '../account/employer-affairs.ts'
import { refusalWords } from '../account/employer-asking.ts'
import { momentOf } from '../account/employer-moment.ts'
import { ReasonDialog } from '../account/members-requests.tsx'
import { useSession } from '../account/session-context.ts'
import { employerWords } from '../language/employer.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { operationsWords } from '../language/operations.ts'
import { type ApiRefusal, nothingSchema } from '../platform/api.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { isOperator } from './is-operator.ts'
import { IssueAccount } from './issue-account.tsx'
import { type Issued, ShownOnce } from './shown-once.tsx'
import './operations.css'

export default function Page(): JSX.Element {
  const t = useText(operationsWords)
  const { state } = useSession()
  return (
    <div class="page">
      <PageHeader title={t('accounts.title')} about={t('accounts.about')} />
      <Show when={isOperator(state())} fallback={<Banner kind="warning">{t('notOperator')}</Banner>}>
        <Accounts />
      </Show>
    </div>
  )
}

type Step = { readonly kind: 'reset' | 'revoke'; readonly account: OperatorAccount }

function Accounts(): JSX.Element {
  const t = useText(operationsWords)
  const say = useText(employerWords)
  const { language } = useLanguage()
  const { api, account: own } = useWorkplace()
  const toasts = useToasts()
  const known = createAsked(() => api.call('GET', '/api/operator/accounts', operatorAccountsSchema))
  const [search, setSearch] = createSignal('')
  const [step, setStep] = createSignal<Step | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string | null>(null)
  const [issued, setIssued] = createSignal<Issued | null>(null)
  const rows = () => {
    const text = search().trim().toLowerCase()
    return (known.value()?.accounts ?? []).filter(({ name, username, memberships }) =>
      [name, username, ...memberships.map((m) => m.orgName)].some((word) => word.toLowerCase().includes(text)),
    )
  }
  const wordsOf = (refusal: ApiRefusal) => {
    const { key, values } = refusalWords(refusal)
    return say(key, values)
  }
  const perform = async <Schema extends z.core.$ZodType>(path: string, schema: Schema, json?: object) => {
    setBusy(true)
    const answer = await api.call('POST', path, schema, json ? { json } : {})
    setBusy(false)
    setStep(null)
    setProblem(answer.ok ? null : wordsOf(answer.refusal))
    void known.refresh()
    return answer
  }
  const reset = async ({ account }: OperatorAccount) => {
    const answer = await perform(`/api/operator/accounts/${account}/password`, issuedSchema)
    if (answer.ok) setIssued(answer.value)
  }
  const revoke = async ({ account, name }: OperatorAccount, reason: string) => {
    const answer = await perform(`/api/operator/accounts/${account}/revoke`, nothingSchema, { reason })
    if (answer.ok) toasts.show(t('accounts.revoked', { name }))
  }
  const chosen = (kind: Step['kind']) => {
    const now = step()
    return now?.kind === kind ? now.account : undefined
  }
  return (
    <div class="stack stack--loose">
      <Show when={problem() ?? (known.trouble() ? wordsOf(known.trouble() ?? { kind: 'unreachable' }) : null)}>
        {(text) => <Banner kind="error">{text()}</Banner>}
      </Show>
      <IssueAccount
        api={api}
        onIssued={(made) => {
          setIssued(made)
          void known.refresh()
        }}
      />
      <Show when={known.value()} fallback={<Show when={!known.trouble()}>{<Skeleton lines={6} />}</Show>}>
        <TextField
          label={t('accounts.search')}
          placeholder={t('accounts.searchHint')}
          type="search"
          value={search()}
          onInput={setSearch}
        />
        <Card title={t('accounts.all')} isFlush>
          <Show
            when={rows().length > 0}
            fallback={<EmptyState title={t('accounts.none')}>{t('accounts.noneBody')}</EmptyState>}
          >
            <Table
              caption={t('accounts.all')}
              columns={[
                {
                  key: 'name',
                  label: t('accounts.name'),
                  cell: (row: OperatorAccount) => (
                    <>
                      {row.name} <span class="muted small">{row.username}</span>
                    </>
                  ),
                },
                {
                  key: 'memberships',
                  label: t('accounts.memberships'),
                  cell: (row) =>
                    row.memberships.map((m) => `${m.orgName}（${say(`members.roles.${m.role}`)}）`).join('、') ||
                    t('accounts.noMembership'),
                },
                {
                  key: 'used',
                  label: t('accounts.lastUse'),
                  cell: (row) => (
                    <span class="nowrap">{row.usedAt ? momentOf(row.usedAt, language()) : t('accounts.never')}</span>
                  ),
                },
                {
                  key: 'action',
                  label: t('accounts.action'),
                  cell: (row) => (
                    <Show when={row.account !== own} fallback={<span class="muted">{t('accounts.you')}</span>}>
                      <span class="operations-actions">
                        <Button
                          size="small"
                          look="quiet"
                          label={t('accounts.resetOf', { name: row.name })}
                          onPress={() => setStep({ kind: 'reset', account: row })}
                        >
                          {t('accounts.reset')}
                        </Button>
                        <Button
                          size="small"
                          look="quiet"
                          label={t('accounts.revokeOf', { name: row.name })}
                          onPress={() => setStep({ kind: 'revoke', account: row })}
                        >
                          {t('accounts.revoke')}
                        </Button>
                      </span>
                    </Show>
                  ),
                },
              ]}
              rows={rows()}
              rowKey={({ account }) => account}
            />
          </Show>
        </Card>
      </Show>
      <AlertDialog
        isOpen={chosen('reset') !== undefined}
        title={t('accounts.resetTitle', { name: chosen('reset')?.name ?? '' })}
        body={t('accounts.resetBody')}
        confirm={t('accounts.reset')}
        isDangerous
        isBusy={isBusy()}
        onConfirm={() => {
          const account = chosen('reset')
          if (account) void reset(account)
        }}
        onCancel={() => setStep(null)}
      />
      <Show when={chosen('revoke')} keyed>
        {(account) => (
          <ReasonDialog
            title={t('accounts.revokeTitle', { name: account.name })}
            hint={t('accounts.revokeHint')}
            confirm={t('accounts.revoke')}
            isBusy={isBusy()}
            onClose={() => setStep(null)}
            onConfirm={(reason) => void revoke(account, reason)}
          />
        )}
      </Show>
      <ShownOnce issued={issued()} onClose={() => setIssued(null)} />
    </div>
  )
}
