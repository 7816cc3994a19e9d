/**
 * 自评: the plan's own table, whatever kinds of points it has. Points are proposed from what was pulled, with the entry behind each; the person
 * takes them over or changes them, and the sum is always in view.
 */

import { A } from '@solidjs/router'
import type { AccountId, ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { DEMO_TABLE_LABEL, indicatorsOf, type ScoreTable } from '@yejibu/shared/plan/score-table'
import { NOTHING_CLAIMED, type Score } from '@yejibu/shared/plan/self-score'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { DraftCheck } from '../check-draft.ts'
import type { Draft } from '../create-draft.ts'
import { ANCHORS, indicatorAnchor } from '../problem-line.ts'
import { needsScore, stepPath } from '../steps/step.ts'
import { IndicatorCard } from './indicator-card.tsx'
import { RecommendersPart } from './recommenders-part.tsx'
import { scoreDesk, type TitleOf } from './score-desk.ts'
import { ScoreTotal } from './score-total.tsx'
import { StrayClaims } from './stray-claims.tsx'
import '../steps/steps.css'

export interface ScorePartProps {
  readonly application: ApplicationId
  readonly owner: AccountId
  readonly plan: Plan
  readonly check: DraftCheck
  readonly draft: Draft
  readonly store: EvidenceStore
  readonly isLocked: boolean
  readonly wasTried: boolean
  readonly titleOf: TitleOf
}

export function ScorePart(props: ScorePartProps): JSX.Element {
  const t = useText(filingWords)
  return (
    <Show
      when={needsScore(props.plan, props.check.candidate)}
      fallback={
        <p>
          {t('score.notNeeded')} <A href={stepPath(props.application, 'info', ANCHORS.type)}>{t('score.toInfo')}</A>
        </p>
      }
    >
      <div class="stack stack--loose">
        <Show when={props.plan.selfEvaluation?.table}>
          {(table) => (
            <Show when={props.check.score}>{(score) => <Table {...props} table={table()} score={score()} />}</Show>
          )}
        </Show>
        <RecommendersPart
          plan={props.plan}
          owner={props.owner}
          check={props.check}
          draft={props.draft}
          store={props.store}
          isLocked={props.isLocked}
          wasTried={props.wasTried}
        />
      </div>
    </Show>
  )
}

function Table(props: ScorePartProps & { readonly table: ScoreTable; readonly score: Score }): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const answers = () => props.draft.value().filing.score ?? NOTHING_CLAIMED
  const desk = createMemo(() => scoreDesk(props.table, props.score, answers(), props.plan, props.check))
  const threshold = () => props.plan.selfEvaluation?.threshold ?? 0
  const takeAll = () => {
    for (const claim of desk().proposals) props.draft.claim(claim)
  }
  const strays = () => {
    const known = new Set(indicatorsOf(props.table).map(({ code }) => code))
    return answers().claims.filter(({ indicator }) => !known.has(indicator))
  }
  return (
    <div id={ANCHORS.score} class="stack apply__anchor">
      <div class="row">
        <h2 class="apply__heading">{props.table.title}</h2>
        <Show when={!props.table.isOfficial}>
          <Badge tone="warn">{say(DEMO_TABLE_LABEL)}</Badge>
        </Show>
      </div>
      <p class="muted">{t('score.about')}</p>
      <Show when={props.table.controls.length > 0}>
        <fieldset class="stack stack--tight">
          <legend class="field__label">{t('score.controls')}</legend>
          <div class="apply__ticks">
            <For each={props.table.controls}>
              {(control) => (
                <div id={indicatorAnchor(control.code)} class="apply__anchor">
                  <Checkbox
                    label={control.name}
                    isChecked={answers().controls.includes(control.code)}
                    isDisabled={props.isLocked}
                    error={
                      props.wasTried && !answers().controls.includes(control.code)
                        ? t('score.why.control-missing')
                        : undefined
                    }
                    onChange={(isTicked) => props.draft.setControl(control.code, isTicked)}
                  />
                </div>
              )}
            </For>
          </div>
        </fieldset>
      </Show>
      <Show when={desk().proposals.length > 0 && !props.isLocked}>
        <Banner
          kind="info"
          isQuiet
          actions={
            <Button size="small" onPress={takeAll}>
              {t('score.takeAll')}
            </Button>
          }
        >
          {t('score.proposed', { n: desk().proposals.length })}
        </Banner>
      </Show>
      <For each={props.table.groups}>
        {(group) => (
          <section class="score-group" aria-label={group.name}>
            <h3>{group.name}</h3>
            <Show when={group.take === 'best' || group.cap !== null}>
              <p class="small muted">
                {group.take === 'best' ? t('score.best') : ''}
                {group.cap === null ? '' : t('score.groupCap', { n: group.cap })}
              </p>
            </Show>
            <For each={group.indicators}>
              {(indicator) => (
                <IndicatorCard
                  application={props.application}
                  indicator={indicator}
                  desk={desk()}
                  draft={props.draft}
                  isLocked={props.isLocked}
                  titleOf={props.titleOf}
                />
              )}
            </For>
          </section>
        )}
      </For>
      <StrayClaims claims={strays()} draft={props.draft} isLocked={props.isLocked} />
      <ScoreTotal total={props.score.total} threshold={threshold()} />
    </div>
  )
}
