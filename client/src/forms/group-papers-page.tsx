/** 打印与导出 for HR and offices: by plan, the forms about the people whom they passed on, and everybody's evaluation forms in one file. */
import { groupOffersSchema } from '@yejibu/shared/wire/forms'
import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { formsWords } from '../language/forms.ts'
import { useText } from '../language/language.tsx'
import { createPlans } from '../plan/create-plans.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RetryBanner } from '../ui/retry-banner.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BatchPanel } from './batch-panel.tsx'
import { FormList } from './form-list.tsx'
import { troubleKey } from './form-trouble.ts'

export default function Page(): JSX.Element {
  const t = useText(formsWords)
  const { api, database } = useWorkplace()
  const plans = createPlans({ api, database })
  const [chosen, setChosen] = createSignal('')
  const plan = createMemo(() => (chosen() || plans.current()?.[0]?.id) ?? null)
  const [answer, { refetch }] = createResource(plan, (id) =>
    api.call('GET', `/api/forms/plan/${encodeURIComponent(id)}`, groupOffersSchema),
  )
  const groups = () => {
    const known = answer.latest
    return known?.ok ? known.value.groups : []
  }
  const orgs = () => [...new Map(groups().map(({ org, orgName }) => [org, orgName])).entries()]
  const trouble = () => {
    const known = answer.latest
    return known && !known.ok ? t(`papers.trouble.${troubleKey(known.refusal)}`) : undefined
  }
  const listed = (org: string) =>
    groups()
      // Everybody's evaluation forms are printed in the background, not one after the other on a page.
      .filter((group) => group.org === org && group.kind !== 'evaluation')
      .map(({ kind, title, purpose, people }) => {
        const base = `/api/forms/plan/${encodeURIComponent(plan() ?? '')}/${encodeURIComponent(org)}`
        return {
          key: `${org}/${kind}`,
          title,
          purpose,
          state: 'final' as const,
          note: t('groups.people', { n: people }),
          path: `${base}/${kind}.pdf`,
          ...(kind === 'roster' ? { sheetPath: `${base}/roster.xlsx` } : {}),
        }
      })
  const peopleFor = (org: string) =>
    groups().find((group) => group.org === org && group.kind === 'evaluation')?.people ?? 0
  return (
    <div class="page">
      <PageHeader title={t('groups.title')} about={t('groups.about')} />
      <div class="stack">
        <Show when={plans.current()} fallback={<Skeleton lines={4} />}>
          {(current) => (
            <ChoiceField
              label={t('groups.plan')}
              form="select"
              options={current().map(({ id, title }) => ({ value: id, label: title }))}
              value={plan() ?? ''}
              onChoose={setChosen}
            />
          )}
        </Show>
        <RetryBanner
          trouble={trouble()}
          retry={t('papers.retry')}
          isBusy={answer.loading}
          onRetry={() => void refetch()}
        />
        <Show when={!answer.loading || groups().length > 0} fallback={<Skeleton lines={4} />}>
          <For
            each={orgs()}
            fallback={
              <Show when={!trouble()}>{<EmptyState title={t('groups.none')}>{t('groups.noneBody')}</EmptyState>}</Show>
            }
          >
            {([org, name]) => (
              <Card title={name}>
                <FormList api={api} forms={listed(org)} />
                <Show when={peopleFor(org) > 0 && plan()}>
                  {(id) => <BatchPanel api={api} plan={id()} org={org} people={peopleFor(org)} />}
                </Show>
              </Card>
            )}
          </For>
        </Show>
      </div>
    </div>
  )
}
