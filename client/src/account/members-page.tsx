/** The people of one employer, for the lead of its HR: requests to answer, the HR department, the professionals, and adding by user name. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { type JoiningView, type MemberView, membersSchema } from '@yejibu/shared/wire/membership'
import { createSignal, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { ApiResult } from '../platform/api.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNavCounts } from '../ui/nav-counts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RetryBanner } from '../ui/retry-banner.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { createAsked } from './employer-affairs.ts'
import { createEmployerAsking, type EmployerAsking, refusalWords } from './employer-asking.ts'
import { filterMembers } from './filter-members.ts'
import { MemberActions, type MemberStep, ROLE_LEFT } from './member-actions.tsx'
import { MembersAdd } from './members-add.tsx'
import { MembersRequests } from './members-requests.tsx'
import { useSession } from './session-context.ts'
import './employer.css'

export default function Page(): JSX.Element {
  const t = useText(employerWords)
  const { state } = useSession()
  const led = () => {
    const now = state()
    if (now.kind !== 'signed-in') return undefined
    return now.session.memberships.find((m) => m.role === 'hr-lead')
  }
  return (
    <div class="page page--narrow">
      <PageHeader title={t('members.title')} about={led()?.orgName ?? t('members.about')} />
      <Show when={led()?.orgId} keyed fallback={<Banner kind="warning">{t('members.notLead')}</Banner>}>
        {(org) => <Members org={org} />}
      </Show>
    </div>
  )
}

type Chosen = { readonly member: MemberView; readonly step: MemberStep }

function Members(props: { readonly org: OrgId }): JSX.Element {
  const t = useText(employerWords)
  const { api, account } = useWorkplace()
  const session = useSession()
  const toasts = useToasts()
  const asking: EmployerAsking = createEmployerAsking(api)
  const people = createAsked(() => api.call('GET', `/api/orgs/${props.org}/members`, membersSchema))
  const [problem, setProblem] = createSignal<string | null>(null)
  const [chosen, setStep] = createSignal<Chosen | null>(null)
  const open = (): readonly JoiningView[] => people.value()?.joinings.filter((j) => j.declined === null) ?? []
  useNavCounts().report('/members', () => open().filter((j) => j.by === 'person').length)

  const settle = async (answer: ApiResult<true>, done: string): Promise<boolean> => {
    if (answer.ok) toasts.show(done)
    const words = answer.ok ? null : refusalWords(answer.refusal)
    setProblem(words && t(words.key, words.values))
    await people.refresh()
    return answer.ok
  }
  const take = async ({ member, step }: Chosen) => {
    const wish = { org: props.org, account: member.account }
    const answer =
      step === 'name-lead'
        ? await asking.ask('add-lead', wish)
        : await asking.ask('remove-member', { ...wish, role: ROLE_LEFT[step] })
    await settle(answer, t(`members.step.${step}.done`, { name: member.name }))
    setStep(null)
    // Whoever gave up a place in HR is signed out by the relay; the session says so.
    if (member.account === account) await session.confirm()
  }
  const [search, setSearch] = createSignal('')
  const of = (roles: readonly string[]) =>
    people.value()?.members.filter((member) => member.roles.some((role) => roles.includes(role))) ?? []
  const listed = (roles: readonly string[]) => filterMembers(of(roles), search())
  const leads = () => of(['hr-lead']).length
  const trouble = () => {
    const refusal = people.trouble()
    if (!refusal) return undefined
    const { key, values } = refusalWords(refusal)
    return t(key, values)
  }
  const roleColumn: Column<MemberView> = {
    key: 'role',
    label: t('members.role'),
    cell: (member) =>
      member.roles
        .filter((role) => role !== 'applicant')
        .map((role) => t(`members.roles.${role}`))
        .join('、'),
  }
  const table = (caption: string, roles: readonly ('hr-lead' | 'hr-clerk' | 'applicant')[]) => (
    <Table
      caption={caption}
      columns={[
        {
          key: 'person',
          label: t('members.person'),
          cell: (member: MemberView) => (
            <>
              {member.name} <span class="muted small">{member.username}</span>
            </>
          ),
        },
        ...(roles.includes('applicant') ? [] : [roleColumn]),
        {
          key: 'action',
          label: t('members.action'),
          cell: (member) => (
            <MemberActions
              member={member}
              isAmongHr={!roles.includes('applicant')}
              isSelf={member.account === account}
              hasOtherLead={leads() > 1}
              onStep={(step) => setStep({ member, step })}
            />
          ),
        },
      ]}
      rows={listed(roles)}
      rowKey={(member) => member.account}
    />
  )
  const step = () => chosen()?.step ?? 'remove'
  return (
    <div class="stack stack--loose">
      <Show when={problem()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
      <RetryBanner trouble={trouble()} retry={t('retry')} onRetry={() => void people.refresh()} />
      <Show when={people.value()} fallback={<Show when={!trouble()}>{<Skeleton lines={6} />}</Show>}>
        <MembersRequests org={props.org} joinings={open()} asking={asking} onSettled={settle} />
        <MembersAdd org={props.org} api={api} asking={asking} onSettled={settle} />
        <TextField
          label={t('members.search')}
          placeholder={t('members.searchHint')}
          type="search"
          value={search()}
          onInput={setSearch}
        />
        <Card title={t('members.hr')} isFlush>
          {table(t('members.hr'), ['hr-lead', 'hr-clerk'])}
        </Card>
        <Card title={t('members.people')} isFlush>
          <Show
            when={of(['applicant']).length > 0}
            fallback={<EmptyState title={t('members.noPeople')}>{t('members.noPeopleBody')}</EmptyState>}
          >
            <Show
              when={listed(['applicant']).length > 0}
              fallback={
                <EmptyState title={t('members.noMatch', { text: search().trim() })}>
                  {t('members.noMatchBody')}
                </EmptyState>
              }
            >
              {table(t('members.people'), ['applicant'])}
            </Show>
          </Show>
        </Card>
      </Show>
      <AlertDialog
        isOpen={chosen() !== null}
        title={t(`members.step.${step()}.title`, { name: chosen()?.member.name ?? '' })}
        body={t(`members.step.${step()}.body`)}
        confirm={t(`members.step.${step()}.do`)}
        isDangerous={step() !== 'name-lead'}
        isBusy={asking.isBusy()}
        onConfirm={() => {
          const now = chosen()
          if (now) void take(now)
        }}
        onCancel={() => setStep(null)}
      />
    </div>
  )
}
