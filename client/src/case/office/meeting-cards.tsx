/** 评审会议: a card for each meeting that the case came before, with what its experts said and how it voted. */
import { caseRulesOf } from '@yejibu/shared/case/case-rules'
import type { Vote } from '@yejibu/shared/case/meeting'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { Card } from '../../ui/card.tsx'
import type { OpenCase } from '../create-open-case.ts'
import { meetingsHeld, type SaidAtMeeting } from './meetings-held.ts'
import { useStageNames } from './stage-name.ts'
import { useOptionWords } from './step-fields.tsx'

export interface MeetingCardsProps {
  readonly open: Pick<OpenCase, 'facts' | 'plan' | 'nameOf'>
}

export function MeetingCards(props: MeetingCardsProps): JSX.Element {
  const t = useText(officeCasesWords)
  const stageName = useStageNames()
  const optionWord = useOptionWords()
  const held = createMemo(() => meetingsHeld(props.open.facts()))
  const name = (account: string) => props.open.nameOf(account) ?? account
  const share = ({ of: part, outOf }: { readonly of: number; readonly outOf: number }) => `${part}/${outOf}`
  const counts = (vote: Vote) => ({ ...vote })
  const words = (one: SaidAtMeeting) => {
    switch (one.kind) {
      case 'view-given':
        return `${name(one.actor)}：${optionWord(one.data.recommendation)}，${optionWord(one.data.conformity)}。${one.data.comment}`
      case 'expert-recused':
        return t('page.recused', { name: name(one.actor), reason: one.data.reason })
      case 'vote-recorded':
        return t('page.vote', counts(one.data.vote))
    }
  }
  return (
    <For each={held()}>
      {(meeting) => (
        <Card title={t('page.meeting', { stage: stageName(meeting.stage) })}>
          <div class="stack">
            <p>
              {t('page.meetingIs', {
                meeting: meeting.meeting,
                number: meeting.number,
                seats: meeting.seats,
                recused: meeting.said.filter(({ kind }) => kind === 'expert-recused').length,
              })}
            </p>
            <Show when={props.open.plan()}>
              {(plan) => (
                <p class="muted small">
                  {t('page.rule', {
                    quorum: share(caseRulesOf(plan()).quorum),
                    approval: share(caseRulesOf(plan()).approval),
                  })}
                </p>
              )}
            </Show>
            <h3>{t('page.views')}</h3>
            <ul class="office-opinions">
              <For each={meeting.said} fallback={<li class="muted">{t('page.noViews')}</li>}>
                {(one) => (
                  <li>
                    <bdi>{words(one)}</bdi>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Card>
      )}
    </For>
  )
}
