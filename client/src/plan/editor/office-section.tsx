/** One office's plans: in preparation and published, and every way to begin a new one. */

import { useNavigate } from '@solidjs/router'
import { documentName } from '@yejibu/shared/account/access'
import type { OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import {
  draftIds,
  type PlanDraft,
  putPlanDraft,
  readPlanDraft,
  removePlanDraft,
} from '@yejibu/shared/plan/plan-drafts-doc'
import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { twentyBytes } from '../../platform/new-id.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { BeginDraft } from './begin-draft.tsx'
import type { OfficePlans } from './create-office-plans.ts'
import { changePublished, copyForNextYear } from './new-drafts.ts'
import { nameOf } from './plan-problems.ts'
import { PublishedCard } from './published-card.tsx'

export interface OfficeSectionProps {
  readonly office: OrgId
  readonly name: string
  readonly plans: OfficePlans
}

export function OfficeSection(props: OfficeSectionProps): JSX.Element {
  const t = useText(planWords)
  const navigate = useNavigate()
  const toasts = useToasts()
  const { office, plans } = props
  const { document, giveBack } = useWorkplace().borrow(documentName({ kind: 'plan-drafts', office }))
  const { doc } = document
  const read = () => draftIds(doc).flatMap((id) => readPlanDraft(doc, id) ?? [])
  const [drafts, setDrafts] = createSignal<readonly PlanDraft[]>(read())
  const follow = () => setDrafts(read())
  doc.on('update', follow)
  onCleanup(() => {
    doc.off('update', follow)
    giveBack()
  })
  const open = (id: PlanId) => navigate(`/plans/${office}/${id}`)
  const published = () => plans.all()?.filter(({ versions }) => versions.at(-1)?.committee.orgId === office) ?? []
  const change = (plan: Plan) => {
    // A draft of the next version that is there already is gone on with, never written over.
    if (!readPlanDraft(doc, plan.id)) changePublished(doc, plan)
    open(plan.id)
  }
  const remove = (draft: PlanDraft) => {
    removePlanDraft(doc, draft.id)
    toasts.offerUndo(t('list.removed'), () => putPlanDraft(doc, draft))
  }
  const retry = () => (
    <Button size="small" onPress={() => void plans.refresh()}>
      {t('list.retry')}
    </Button>
  )
  return (
    <section class="stack">
      <h2>{props.name}</h2>
      <Show when={plans.refusal() && plans.all()}>
        <Banner kind="info" isQuiet actions={retry()}>
          {t('list.kept')}
        </Banner>
      </Show>
      <Card title={t('list.drafts')}>
        <div class="stack">
          <ul class="plan-list">
            {/* By their ids: with each letter that a colleague writes in one they are read anew. */}
            <For
              each={drafts().map(({ id }) => id)}
              fallback={
                <li>
                  <EmptyState title={t('list.noneDrafts')}>{t('list.noneDraftsBody')}</EmptyState>
                </li>
              }
            >
              {(id) => (
                <Show when={drafts().find((one) => one.id === id)}>
                  {(draft) => (
                    <li class="plan-list__line">
                      <span class="row__rest">{nameOf(draft().value) ?? t('list.untitled')}</span>
                      <LinkButton size="small" href={`/plans/${office}/${id}`}>
                        {t('list.goOn')}
                      </LinkButton>
                      <Button look="quiet" size="small" onPress={() => remove(draft())}>
                        {t('list.remove')}
                      </Button>
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
          <BeginDraft doc={doc} office={office} onBegun={open} />
        </div>
      </Card>
      <h3>{t('list.published')}</h3>
      <Show when={plans.all() === null && plans.refusal()}>
        <EmptyState title={t('list.unreachable')} action={retry()}>
          {t('list.unreachableBody')}
        </EmptyState>
      </Show>
      <Show when={plans.all() && published().length === 0}>
        <EmptyState title={t('list.nonePublished')}>{t('list.nonePublishedBody')}</EmptyState>
      </Show>
      <For each={published().flatMap(({ versions }) => versions.at(-1)?.id ?? [])}>
        {(id) => (
          <PublishedCard
            plans={plans}
            id={id}
            onCopy={(plan) => open(copyForNextYear(doc, plan, office, twentyBytes()))}
            onChange={change}
          />
        )}
      </For>
    </section>
  )
}
