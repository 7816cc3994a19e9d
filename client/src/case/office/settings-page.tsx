/** `/office/settings`: by plan, what this office charges (收费设定) and which office does which stage for whom. */
import type { PlanId } from '@yejibu/shared/kernel/ids'
import { officeSettingsSchema } from '@yejibu/shared/wire/office-desk'
import { createMemo, createResource, createSignal, type JSX, Show } from 'solid-js'
import { OrgSwitch } from '../../account/org-switch.tsx'
import { casesWords } from '../../language/cases.ts'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { createPlans } from '../../plan/create-plans.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FeesCard } from './fees-card.tsx'
import { useOfficeChoice } from './office-in.ts'
import { PaymentsCard } from './payments-card.tsx'
import { SeatsCard } from './seats-card.tsx'
import './office.css'

export default function Page(): JSX.Element {
  const t = useText(officeCasesWords)
  const c = useText(casesWords)
  const { api, database } = useWorkplace()
  const plans = createPlans({ api, database })
  const choice = useOfficeChoice()
  const office = choice.chosen
  const [chosen, setChosen] = createSignal('')
  const plan = createMemo(() => plans.current()?.find(({ id }) => id === chosen()) ?? plans.current()?.[0])
  const asked = () => {
    const org = office()?.id
    const id = plan()?.id as PlanId | undefined
    return org && id ? { org, id } : null
  }
  const [settings, { refetch }] = createResource(
    createMemo(asked, null, { equals: (a, b) => a?.id === b?.id && a?.org === b?.org }),
    async ({ org, id }) => ({
      of: `${org}/${id}`,
      said: await api.call('GET', `/api/office/${org}/settings/${encodeURIComponent(id)}`, officeSettingsSchema),
    }),
  )
  const known = () => {
    const latest = settings.latest
    return latest?.said.ok ? { of: latest.of, settings: latest.said.value } : undefined
  }
  return (
    <div class="page stack">
      <PageHeader title={t('settings.title')} about={t('settings.about')} actions={<OrgSwitch choice={choice} />} />
      <Show when={choice.orgs().length === 0}>
        <Banner kind="warning">{t('list.notOffice')}</Banner>
      </Show>
      <Show when={office()}>
        {(own) => (
          <Show when={plans.current()?.length !== 0} fallback={<EmptyState title={t('settings.none')} />}>
            <Show when={plan()} fallback={<Skeleton lines={4} />}>
              {(shown) => (
                <>
                  <ChoiceField
                    label={t('settings.plan')}
                    form="select"
                    isRequired
                    options={(plans.current() ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                    value={shown().id}
                    onChoose={setChosen}
                  />
                  <Show when={settings.latest && !settings.latest.said.ok}>
                    <Banner kind="warning" actions={<Button onPress={() => void refetch()}>{t('page.retry')}</Button>}>
                      {c('page.unreachable')}
                    </Banner>
                  </Show>
                  {/* Made anew for another plan or office, and not when one card was saved: what stands unsaved in the other one stays. */}
                  <Show when={known()?.of} keyed>
                    {(_of) => (
                      <Show when={known()?.settings}>
                        {(value) => (
                          <>
                            <FeesCard
                              office={own().id}
                              plan={shown()}
                              settings={value()}
                              onSaved={() => void refetch()}
                            />
                            <PaymentsCard office={own().id} plan={shown()} api={api} />
                            <SeatsCard
                              office={own().id}
                              plan={shown()}
                              settings={value()}
                              onSaved={() => void refetch()}
                            />
                          </>
                        )}
                      </Show>
                    )}
                  </Show>
                </>
              )}
            </Show>
          </Show>
        )}
      </Show>
    </div>
  )
}
