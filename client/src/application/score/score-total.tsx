/** The sum against what the plan asks for, in view wherever one is in the table. */
import { reaches } from '@yejibu/shared/plan/self-score'
import type { JSX } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import '../steps/steps.css'

export interface ScoreTotalProps {
  /** Decimal text with at most one place. */
  readonly total: string
  readonly threshold: number
}

export function ScoreTotal(props: ScoreTotalProps): JSX.Element {
  const t = useText(filingWords)
  const isReached = () => reaches(props.total, props.threshold)
  const left = () => Math.round((props.threshold - Number(props.total)) * 10) / 10
  return (
    <div class="score-total" role="status">
      <span>{t('score.total')}</span>
      <span class="score-total__number">{props.total}</span>
      <span class="muted">{t('score.needed', { n: props.threshold })}</span>
      <Badge tone={isReached() ? 'good' : 'warn'} mark={isReached() ? 'check' : 'none'}>
        {isReached() ? t('score.reached', { n: props.threshold }) : t('score.short', { n: left() })}
      </Badge>
    </div>
  )
}
