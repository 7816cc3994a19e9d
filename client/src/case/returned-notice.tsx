/** What was returned, for its owner: why as a whole, and beside each line what is wrong with the way to where it is mended. What was found right is not asked again. */
import { A } from '@solidjs/router'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { type Step, stepPath } from '../application/steps/step.ts'
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { useLineTitle } from './line-list.tsx'
import { linesToRead, revisionBehind } from './submission-lines.ts'
import './cases.css'

export interface ReturnedNoticeProps {
  /** Of the application, as its owner sees them. */
  readonly facts: readonly Fact[]
  readonly plan: Plan | undefined
}

const STEP_OF: Readonly<Record<string, Step>> = { form: 'info', photo: 'photo', pledge: 'pledge', details: 'score' }

export function ReturnedNotice(props: ReturnedNoticeProps): JSX.Element {
  const t = useText(casesWords)
  const titleOf = useLineTitle()
  const kase = createMemo(() => foldCase(props.facts.filter(isCaseFact)))
  const reason = () => {
    const { state } = kase()
    return state.kind === 'emp-returned' || state.kind === 'stage-returned' ? state.reason : null
  }
  const lines = createMemo(() => {
    const { filed } = kase()
    return filed ? linesToRead(filed.submission, filed.before, props.plan) : []
  })
  const remarkOn = (key: string) => {
    const { checks } = kase()
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined
    return check?.verdict === 'wrong' ? (check.remark ?? '') : null
  }
  const wrong = createKeptRows(
    () => lines().filter(({ key }) => remarkOn(key) !== null),
    ({ key }) => key,
  )
  const right = () => lines().filter(({ key }) => kase().checks[key]?.verdict === 'right').length
  const who = () => t(kase().state.kind === 'stage-returned' ? 'returned.office' : 'returned.employer')
  const placeOf = (key: string): string => {
    const submission = kase().filed?.submission
    if (!submission) return '/application'
    const revision = revisionBehind(submission, key)
    if (key === 'profile') return '/archive/profile'
    if (revision) return `/archive/${revision.part}/${revision.item}`
    return stepPath(submission.application, STEP_OF[key] ?? 'attachments')
  }
  return (
    <Show when={reason() !== null}>
      <div class="returned-notice">
        <Banner kind="warning" isQuiet title={t('returned.title', { who: who() })}>
          <p>{t('returned.reason', { reason: reason() ?? '' })}</p>
          <Show when={wrong().length > 0}>
            <p>{t('returned.lines')}</p>
            <ul class="case-history" aria-label={t('returned.lines')}>
              <For each={wrong()}>
                {(line) => (
                  <li>
                    <strong>{titleOf(line.title)}</strong>{' '}
                    <A href={placeOf(line.key)} aria-label={`${t('returned.mend')} ${titleOf(line.title)}`}>
                      {t('returned.mend')}
                    </A>
                    <p class="case-remark">{remarkOn(line.key)}</p>
                  </li>
                )}
              </For>
            </ul>
            <Show when={wrong().some(({ group }) => group === 'pulls')}>
              <p class="small">{t('returned.pull')}</p>
            </Show>
          </Show>
          <Show when={right() > 0}>
            <p class="small">{t('returned.kept', { n: right() })}</p>
          </Show>
        </Banner>
      </div>
    </Show>
  )
}
