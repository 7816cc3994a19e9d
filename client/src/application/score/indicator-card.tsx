/** One indicator of the table: what was claimed under it, what could be, and the controls that its kind of points needs. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Indicator } from '@yejibu/shared/plan/score-table'
import { needsItem } from '@yejibu/shared/plan/self-score'
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Draft } from '../create-draft.ts'
import { indicatorAnchor } from '../problem-line.ts'
import { ClaimAdder } from './claim-adder.tsx'
import { ClaimLine } from './claim-line.tsx'
import { allRows, claimKeys, pointsOf, rowsFitting, type ScoreDesk, type TitleOf } from './score-desk.ts'
import '../steps/steps.css'

export interface IndicatorCardProps {
  readonly application: ApplicationId
  readonly indicator: Indicator
  readonly desk: ScoreDesk
  readonly draft: Draft
  readonly isLocked: boolean
  readonly titleOf: TitleOf
}

export function IndicatorCard(props: IndicatorCardProps): JSX.Element {
  const t = useText(filingWords)
  const line = () => props.desk.score.lines.find(({ indicator }) => indicator === props.indicator.code)
  const points = () => {
    const { value = '0', counted = '0' } = line() ?? {}
    const isCapped = value !== counted && `-${value}` !== counted
    return isCapped ? t('score.capped', { value, n: counted }) : t('score.got', { n: counted })
  }
  return (
    <fieldset id={indicatorAnchor(props.indicator.code)} class="indicator" aria-label={props.indicator.name}>
      <div class="indicator__head">
        <h4>{props.indicator.name}</h4>
        <span>
          <span class="indicator__points">{points()}</span>{' '}
          <span class="small muted">{t('score.cap', { n: props.indicator.cap })}</span>
        </span>
      </div>
      <Show when={props.indicator.note !== ''}>
        <p class="small muted">{props.indicator.note}</p>
      </Show>
      <Switch fallback={<ByItem {...props} />}>
        <Match when={props.indicator.scoreKind === 'range' && props.indicator}>
          {(indicator) => <Range {...props} min={indicator().min} max={indicator().max} />}
        </Match>
        <Match when={props.indicator.scoreKind === 'choice' && !needsItem(props.indicator)}>
          <OneRow {...props} />
        </Match>
        <Match when={props.indicator.scoreKind === 'penalty'}>
          <Penalties {...props} />
        </Match>
      </Switch>
    </fieldset>
  )
}

function Range(props: IndicatorCardProps & { readonly min: number; readonly max: number }): JSX.Element {
  const t = useText(filingWords)
  const bounds = () => ({ min: props.min, max: props.max })
  const isWrong = () => props.desk.score.problems.some(({ indicator }) => indicator === props.indicator.code)
  return (
    <TextField
      label={t('score.range', bounds())}
      inputMode="decimal"
      value={props.desk.answers.ranges[props.indicator.code] ?? ''}
      isReadOnly={props.isLocked}
      error={isWrong() ? t('score.why.number-out-of-range', bounds()) : undefined}
      onInput={(text) => props.draft.setRange(props.indicator.code, text.trim())}
    />
  )
}

/** A row of the person's own, with no entry behind it. Only rows that hold can be chosen; one that no longer does stays in sight. */
function OneRow(props: IndicatorCardProps): JSX.Element {
  const t = useText(filingWords)
  const claims = () => props.desk.answers.claims.filter(({ indicator }) => indicator === props.indicator.code)
  const chosen = () => claims()[0]?.row ?? ''
  const fitting = () => rowsFitting(props.indicator, null, props.desk.person)
  const options = () => {
    const fits = new Set(fitting().map(({ code }) => code))
    return [
      { value: 'none', label: t('score.none') },
      ...allRows(props.indicator)
        .filter(({ code }) => fits.has(code) || code === chosen())
        .map(({ code, name, points }) => ({
          value: code,
          label: `${name}，${t('score.points', { n: points })}${fits.has(code) ? '' : t('score.notMet')}`,
        })),
    ]
  }
  const choose = (row: string) => {
    for (const claim of claims()) props.draft.unclaim(claim)
    if (row !== 'none') props.draft.claim({ indicator: props.indicator.code, row, item: null, rank: null })
  }
  const isWrong = () => props.desk.score.problems.some(({ indicator }) => indicator === props.indicator.code)
  return (
    <ChoiceField
      form="radio"
      label={props.indicator.name}
      isLabelHidden
      isRequired
      value={chosen() === '' ? 'none' : chosen()}
      options={options()}
      isDisabled={props.isLocked}
      error={isWrong() ? t('score.why.row-does-not-match') : undefined}
      onChoose={choose}
    />
  )
}

function Penalties(props: IndicatorCardProps): JSX.Element {
  const t = useText(filingWords)
  const isClaimed = (row: string) =>
    props.desk.answers.claims.some((claim) => claim.indicator === props.indicator.code && claim.row === row)
  return (
    <For each={allRows(props.indicator)}>
      {({ code, name, points }) => (
        <Checkbox
          label={`${name}，−${t('score.points', { n: points })}`}
          isChecked={isClaimed(code)}
          isDisabled={props.isLocked}
          onChange={(isTicked) => {
            const claim = { indicator: props.indicator.code, row: code, item: null }
            if (isTicked) props.draft.claim({ ...claim, rank: null })
            else props.draft.unclaim(claim)
          }}
        />
      )}
    </For>
  )
}

function ByItem(props: IndicatorCardProps): JSX.Element {
  const t = useText(filingWords)
  const claims = createMemo(() => claimKeys(props.desk.answers.claims, props.indicator.code))
  const keys = createMemo(() => [...claims().keys()])
  const proposals = () => props.desk.proposals.filter(({ indicator }) => indicator === props.indicator.code)
  const rowName = (code: string) => allRows(props.indicator).find((row) => row.code === code)?.name ?? code
  const isFull = () => props.indicator.scoreKind === 'choice' && keys().length > 0
  return (
    <>
      <Show when={keys().length > 0 || proposals().length > 0}>
        <ul class="claims">
          <For each={keys()}>
            {(key) => (
              <Show when={claims().get(key)}>
                {(claim) => (
                  <ClaimLine
                    claim={claim()}
                    indicator={props.indicator}
                    desk={props.desk}
                    draft={props.draft}
                    isLocked={props.isLocked}
                    titleOf={props.titleOf}
                  />
                )}
              </Show>
            )}
          </For>
          <Show when={!props.isLocked}>
            <For each={proposals()}>
              {(claim) => {
                const item = () => (claim.item === null ? t('score.noItem') : props.titleOf(claim.item))
                return (
                  <li class="claim claim--proposed">
                    <span>
                      <span class="small muted">{t('score.proposal')}</span> <span class="claim__item">{item()}</span> ·{' '}
                      {rowName(claim.row)}
                    </span>
                    <span class="claim__points">{t('score.points', { n: pointsOf(props.desk, claim) })}</span>
                    <Button
                      size="small"
                      label={t('score.takeOf', { row: rowName(claim.row), item: item() })}
                      onPress={() => props.draft.claim(claim)}
                    >
                      {t('score.take')}
                    </Button>
                  </li>
                )
              }}
            </For>
          </Show>
        </ul>
      </Show>
      <Show when={!isFull() && !props.isLocked}>
        <ClaimAdder
          application={props.application}
          indicator={props.indicator}
          desk={props.desk}
          draft={props.draft}
          titleOf={props.titleOf}
        />
      </Show>
    </>
  )
}
