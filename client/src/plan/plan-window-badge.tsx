/** How a plan's window stands: 未开始, 开放中 with the days that are left, 已截止. */
import type { Plan } from '@yejibu/shared/plan/plan'
import { type JSX, Match, Switch } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { planWindow } from './plan-window.ts'

const SOON_DAYS = 7

export function PlanWindowBadge(props: { readonly plan: Plan; readonly now: Date }): JSX.Element {
  const t = useText(applicationWords)
  const window = () => planWindow(props.plan, props.now)
  const days = () => {
    const state = window()
    return state.kind === 'closed' ? 0 : state.days
  }
  return (
    <Switch>
      <Match when={window().kind === 'open'}>
        <Badge tone={days() < SOON_DAYS ? 'warn' : 'good'} mark="clock">
          {days() === 0 ? t('plans.openToday') : t('plans.open', { days: days() })}
        </Badge>
      </Match>
      <Match when={window().kind === 'not-yet'}>
        <Badge tone="info" mark="clock">
          {t('plans.notYet')} · {days() === 0 ? t('plans.notYetToday') : t('plans.notYetDays', { days: days() })}
        </Badge>
      </Match>
      <Match when={window().kind === 'closed'}>
        <Badge tone="plain">{t('plans.closed')}</Badge>
      </Match>
    </Switch>
  )
}
