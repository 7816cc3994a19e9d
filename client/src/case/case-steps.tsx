/** What the employer does with a submission that passed: publicise it, answer objections, enter the result, report it. One step at a time, by its state. */
import { type JSX, Match, Show, Switch } from 'solid-js'
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import type { LineRoom } from './create-line-room.ts'
import type { OpenCase } from './create-open-case.ts'
import { ReportPanel } from './report-panel.tsx'
import { RunningNotice } from './running-notice.tsx'
import { StartNotice } from './start-notice.tsx'

export interface CaseStepsProps {
  readonly open: OpenCase
  readonly room: LineRoom
  readonly isLead: boolean
  /** The relay's clock. */
  readonly now: Date
}

export function CaseSteps(props: CaseStepsProps): JSX.Element {
  const t = useText(casesWords)
  const state = () => props.open.kase()?.state
  const passed = () => (state()?.kind === 'emp-passed' ? props.room.submission() : null)
  const notice = () => {
    const now = state()
    return now?.kind === 'notice-running' || now?.kind === 'notice-objected' ? now.notice : null
  }
  const record = () => {
    const now = state()
    return now?.kind === 'notice-cleared' ? now.record : null
  }
  const ended = () => {
    const now = state()
    return now && 'reason' in now ? now.reason : null
  }
  return (
    <Switch>
      <Match when={ended()}>
        {(reason) => <Banner kind="warning">{t('page.ended', { reason: reason() })}</Banner>}
      </Match>
      <Match when={passed()}>
        {(submission) => (
          <Show when={props.open.plan()}>
            {(plan) => (
              <StartNotice
                open={props.open}
                submission={submission()}
                plan={plan()}
                isLead={props.isLead}
                now={props.now}
              />
            )}
          </Show>
        )}
      </Match>
      <Match when={notice()}>
        {(running) => (
          <RunningNotice open={props.open} room={props.room} notice={running()} isLead={props.isLead} now={props.now} />
        )}
      </Match>
      <Match when={record()}>
        {(known) => <ReportPanel open={props.open} record={known()} isLead={props.isLead} />}
      </Match>
    </Switch>
  )
}
