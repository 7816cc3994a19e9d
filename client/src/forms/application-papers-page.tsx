/** The page of one application, with the course of its case and its papers beside the submission: the application itself knows neither. */
import { bansIn } from '@yejibu/shared/case/ban'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { JSX } from 'solid-js'
import ApplicationPage from '../application/application-page.tsx'
import { CoursePanel } from '../case/course-panel.tsx'
import { ReturnedNotice } from '../case/returned-notice.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { DraftPaper } from './draft-paper.tsx'
import { PapersPanel } from './papers-panel.tsx'

export default function Page(): JSX.Element {
  const { api } = useWorkplace()
  return (
    <ApplicationPage
      course={(application, plan) => <Course application={application} plan={plan()} />}
      returned={(application, plan) => <Returned application={application} plan={plan()} />}
      bansIn={(facts) => bansIn(facts.filter(isCaseFact))}
      paperOf={(asked) => <DraftPaper asked={asked} api={api} />}
      papers={(application) => <PapersPanel application={application} api={api} />}
    />
  )
}

function Course(props: { readonly application: ApplicationId; readonly plan: Plan | undefined }): JSX.Element {
  const { account, api, database, facts } = useWorkplace()
  return (
    <CoursePanel
      application={props.application}
      account={account}
      facts={facts.factsOf(`application/${props.application}`)}
      plan={props.plan}
      api={api}
      database={database}
      refresh={() => facts.refresh()}
      isAway={facts.state().kind === 'away'}
      now={() => new Date()}
    />
  )
}

function Returned(props: { readonly application: ApplicationId; readonly plan: Plan | undefined }): JSX.Element {
  const { facts } = useWorkplace()
  return <ReturnedNotice facts={facts.factsOf(`application/${props.application}`)} plan={props.plan} />
}
