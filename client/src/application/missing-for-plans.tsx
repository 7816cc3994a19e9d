/**
 * 申报还缺什么: for each plan that is open or will be, what the archive lacks, each line leading to the place that mends it. Judged from
 * the relay's facts as this device has them, so it is there offline.
 */
import { A } from '@solidjs/router'
import { type ArchiveGap, archiveGaps } from '@yejibu/shared/application/archive-gaps'
import type { Part } from '@yejibu/shared/archive/item'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { Plan } from '@yejibu/shared/plan/plan'
import { eligibilityText } from '@yejibu/shared/plan/problem-text'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { isBlank } from '../archive/item-line.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { missingWords } from '../language/missing.ts'
import { createPlans } from '../plan/create-plans.ts'
import { planWindow } from '../plan/plan-window.ts'
import { PlanWindowBadge } from '../plan/plan-window-badge.tsx'
import type { ArchiveView } from '../sync/create-archive.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Card } from '../ui/card.tsx'
import './application.css'

type View = Pick<ArchiveView, 'profile' | 'itemsIn' | 'standing'>

export default function MissingForPlans(props: { readonly view: View }): JSX.Element {
  const workplace = useWorkplace()
  const { account, facts } = workplace
  const plans = createPlans(workplace)
  return (
    <Show when={facts.isLoaded(`archive/${account}`) && plans.current()}>
      {(current) => (
        <PlanGaps plans={current()} review={facts.reviewOfArchive(account)} now={plans.now()} view={props.view} />
      )}
    </Show>
  )
}

export interface PlanGapsProps {
  readonly plans: readonly Plan[]
  readonly review: ArchiveReview
  readonly now: Date
  readonly view: View
}

export function PlanGaps(props: PlanGapsProps): JSX.Element {
  const t = useText(missingWords)
  const rows = createMemo(() =>
    props.plans
      .filter((plan) => planWindow(plan, props.now).kind !== 'closed')
      .sort((a, b) => (a.window.close < b.window.close ? -1 : 1))
      .map((plan) => ({ plan, gaps: archiveGaps(plan, props.review) })),
  )
  return (
    <Card title={t('title')}>
      <Show when={rows().length > 0} fallback={<p class="muted">{t('noPlan')}</p>}>
        {/* By the plan: what is missing is found anew with each change of the archive. */}
        <For each={rows().map(({ plan }) => plan.id)}>
          {(id, at) => (
            <Show when={rows().find(({ plan }) => plan.id === id)}>
              {(row) => (
                <details class="missing" open={at() === 0}>
                  <summary>
                    <span class="missing__plan">{row().plan.title}</span>
                    <PlanWindowBadge plan={row().plan} now={props.now} />
                    <span class="small muted">
                      {row().gaps.length === 0 ? t('nothing') : t('count', { n: row().gaps.length })}
                    </span>
                  </summary>
                  <Show
                    when={row().gaps.length > 0}
                    fallback={
                      <p class="small">
                        {t('complete')} <A href="/application">{t('apply')}</A>
                      </p>
                    }
                  >
                    <ul class="todo" aria-label={row().plan.title}>
                      <For each={byPart(row().gaps)}>
                        {(those) => <PartGaps part={those[0].part} gaps={those} view={props.view} />}
                      </For>
                    </ul>
                  </Show>
                </details>
              )}
            </Show>
          )}
        </For>
      </Show>
    </Card>
  )
}

type Gaps = readonly [ArchiveGap, ...ArchiveGap[]]

/** What is missing in one place stands under one link, where the first of it stood. */
function byPart(gaps: readonly ArchiveGap[]): readonly Gaps[] {
  const parts = new Map<ArchiveGap['part'], [ArchiveGap, ...ArchiveGap[]]>()
  for (const gap of gaps) {
    const those = parts.get(gap.part)
    if (those) those.push(gap)
    else parts.set(gap.part, [gap])
  }
  return [...parts.values()]
}

interface PartGapsProps {
  readonly part: Part | null
  readonly gaps: Gaps
  readonly view: View
}

function PartGaps(props: PartGapsProps): JSX.Element {
  const t = useText(missingWords)
  const { say } = useLanguage()
  const name = (part: Part) => say(part === 'profile' ? PROFILE.label : sectionByKey(part).label)
  const href = () => (props.part === null ? '/archive' : `/archive/${props.part}`)
  const about = (gap: ArchiveGap) => {
    if (gap.kind === 'gate') {
      if (gap.gate.kind === 'archive-still-waiting') return t('stillWaiting', { n: gap.gate.items.length })
      return gap.part === null ? '' : t(`state.${stateOf(props.view, gap.part)}`)
    }
    const rest = unapproved(props.view, gap.part)
    return say(eligibilityText(gap.problem).text) + (rest > 0 ? t('unapproved', { n: rest }) : '')
  }
  return (
    <li>
      <A href={href()}>{props.part === null ? t('waitingItems') : name(props.part)}</A>
      <Show when={props.gaps.length > 1} fallback={<span class="small muted">{about(props.gaps[0])}</span>}>
        <ul class="missing__lines small muted">
          <For each={props.gaps}>{(gap) => <li>{about(gap)}</li>}</For>
        </ul>
      </Show>
    </li>
  )
}

/** How far the owner has come with a part of which nothing is approved yet. */
function stateOf(view: View, part: Part): 'empty' | 'draft' | 'back' | 'waiting' {
  const items = (part === 'profile' ? [view.profile()] : view.itemsIn(part)).filter((item) => !isBlank(item))
  const kinds = new Set(items.map(({ id }) => view.standing(id).kind))
  if (kinds.has('waiting') || kinds.has('edited-while-waiting')) return 'waiting'
  if (kinds.has('returned') || kinds.has('rejected')) return 'back'
  return items.length > 0 ? 'draft' : 'empty'
}

function unapproved(view: View, part: Part): number {
  if (part === 'profile') return 0
  return view.itemsIn(part).filter(({ id }) => !isApproved(view.standing(id).kind)).length
}

function isApproved(kind: ReturnType<View['standing']>['kind']): boolean {
  return kind === 'approved' || kind === 'edited-after-approval'
}
