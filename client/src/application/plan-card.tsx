/** One plan that is published: its window, what must be there first, and the way into an application for it. */
import { type StartGate, startGates } from '@yejibu/shared/application/pull'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { PlanSummary } from '../plan/plan-summary.tsx'
import { PlanTerms } from '../plan/plan-terms.tsx'
import { planWindow } from '../plan/plan-window.ts'
import { PlanWindowBadge } from '../plan/plan-window-badge.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { GateList, type Years } from './gate-list.tsx'
import type { OwnApplication } from './own-applications.ts'
import { RuleGaps } from './rule-gaps.tsx'

export interface PlanCardProps {
  readonly plan: Plan
  readonly review: ArchiveReview
  readonly now: Date
  /** What the person already has under this plan. */
  readonly own: OwnApplication | undefined
  /** What stands in the way of this plan since a falsification was established, from her own facts. */
  readonly ban?: Years | null | undefined
  readonly isStarting: boolean
  readonly onStart: () => void
  /** Begin with an earlier application. */
  readonly copy?: { readonly label: string; readonly onPress: () => void } | undefined
}

export function PlanCard(props: PlanCardProps): JSX.Element {
  const t = useText(applicationWords)
  const { say, language } = useLanguage()
  const gates = createMemo(() => startGates(props.plan, props.review))
  const nameOf = (gate: StartGate): string => {
    switch (gate.kind) {
      case 'profile-not-approved':
        return t('gates.profile')
      case 'section-without-approval':
        return say(sectionByKey(gate.section).label)
      case 'archive-still-waiting':
        return t('gates.waiting')
    }
  }
  const whyNot = () => {
    const { ban } = props
    if (ban) return t('whyNot.ban', { ...ban, next: ban.until + 1 })
    const window = planWindow(props.plan, props.now)
    if (window.kind === 'closed') return t('whyNot.closed')
    if (window.kind === 'not-yet') return t('whyNot.notYet', { at: momentText(props.plan.window.open, language()) })
    if (gates().length === 0) return undefined
    const names = gates().map(nameOf)
    return t('whyNot.gates', { list: names.join(t('whyNot.join')) })
  }
  return (
    <Card title={props.plan.title} aside={<PlanWindowBadge plan={props.plan} now={props.now} />}>
      <PlanSummary plan={props.plan} />
      <details class="plan-read">
        <summary>{t('plans.read')}</summary>
        <PlanTerms plan={props.plan} />
      </details>
      <div class="stack stack--tight">
        <h3>{t('gates.title')}</h3>
        <GateList plan={props.plan} gates={gates()} ban={props.ban} />
      </div>
      <RuleGaps plan={props.plan} review={props.review} />
      <div class="row">
        <Switch
          fallback={
            <>
              <Button look="primary" isBusy={props.isStarting} whyNot={whyNot()} onPress={() => props.onStart()}>
                {t('plans.start')}
              </Button>
              <Show when={whyNot() === undefined && props.copy}>
                {(copy) => (
                  <Button isBusy={props.isStarting} onPress={() => copy().onPress()}>
                    {copy().label}
                  </Button>
                )}
              </Show>
              <span class="small muted row__rest" aria-hidden="true">
                {whyNot()}
              </span>
            </>
          }
        >
          <Match when={props.own?.kind === 'draft' ? props.own : undefined}>
            {(own) => (
              <>
                <LinkButton look="primary" href={`/application/${own().id}`}>
                  {t(isUnderWay(own()) ? 'plans.look' : 'plans.goOn')}
                </LinkButton>
                <span class="small muted row__rest">{t(isUnderWay(own()) ? 'mine.waitingNext' : 'whyNot.draft')}</span>
              </>
            )}
          </Match>
          <Match when={props.own?.kind === 'submitted' ? props.own : undefined}>
            {(own) => (
              <>
                <LinkButton href={`/application/${own().id}`}>{t('plans.look')}</LinkButton>
                <span class="small muted row__rest">{t('whyNot.submitted')}</span>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </Card>
  )
}

/** Submitted as far as its owner can: the relay has not answered yet. */
function isUnderWay(own: OwnApplication): boolean {
  return own.kind === 'draft' && own.asked?.state === 'waiting'
}
