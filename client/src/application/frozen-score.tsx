/** A score line by line: what each indicator gives, by which row and which entry. */
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { DEMO_TABLE_LABEL, indicatorsOf, rowsOf } from '@yejibu/shared/plan/score-table'
import type { Score } from '@yejibu/shared/plan/self-score'
import { For, type JSX, Show } from 'solid-js'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import './application.css'

export interface FrozenScoreProps {
  readonly plan: Plan | undefined
  readonly score: Score
  readonly titleOf: (item: ItemId) => string
}

export function FrozenScore(props: FrozenScoreProps): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const table = () => {
    const known = props.plan?.selfEvaluation?.table
    return known?.id === props.score.table.id ? known : undefined
  }
  const lines = () => props.score.lines.filter(({ value }) => value !== '0')
  const rowName = (indicator: string, code: string) => {
    const known = table()
    const found = known && indicatorsOf(known).find((one) => one.code === indicator)
    return (found && rowsOf(found).find((row) => row.code === code)?.name) ?? code
  }
  return (
    <div class="stack stack--tight">
      <p class="row">
        <strong>{t('score.got', { n: props.score.total })}</strong>
        <span class="muted">
          {t('frozen.scoreTable', {
            title: table()?.title ?? props.score.table.id,
            version: props.score.table.version,
          })}
        </span>
        <Show when={!props.score.table.isOfficial}>
          <Badge tone="warn">{say(DEMO_TABLE_LABEL)}</Badge>
        </Show>
      </p>
      <Show when={lines().length > 0} fallback={<p>{t('frozen.noScore')}</p>}>
        <table class="table table--stacks">
          <caption class="for-ears">{t('frozen.score')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('frozen.indicator')}</th>
              <th scope="col">{t('frozen.points')}</th>
              <th scope="col">{t('frozen.basis')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={lines()}>
              {(line) => (
                <tr>
                  <th scope="row">{line.name}</th>
                  <td data-label={t('frozen.points')}>{t('frozen.line', { counted: line.counted, cap: line.cap })}</td>
                  <td data-label={t('frozen.basis')}>
                    <For each={line.claims}>
                      {(claim) => (
                        <div>
                          {rowName(line.indicator, claim.row)}：{t('score.points', { n: claim.points })}，
                          {claim.item === null
                            ? t('frozen.noItem')
                            : t('frozen.by', { item: props.titleOf(claim.item) })}
                        </div>
                      )}
                    </For>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </div>
  )
}
