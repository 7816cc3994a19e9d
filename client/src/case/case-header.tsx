/** The head of the page of one case, and what stands there for whom it is not. */
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { CaseRoom } from './create-case-room.ts'
import { stateTone, useStateWords } from './state-words.ts'

export interface CaseHeaderProps {
  readonly of: Pick<CaseRoom, 'open' | 'room'>
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
}

/** Whose case, under which plan, and how it stands. */
export function CaseHeader(props: CaseHeaderProps): JSX.Element {
  const stateWord = useStateWords()
  return (
    <PageHeader
      title={props.title}
      about={props.of.room.submission()?.plan.title}
      back={props.back}
      aside={
        <Show when={props.of.open.kase()?.state}>
          {(now) => <Badge {...stateTone(now().kind)}>{stateWord(now().kind)}</Badge>}
        </Show>
      }
    />
  )
}

export interface CaseRefusedProps extends Pick<CaseHeaderProps, 'title' | 'back'> {
  readonly text: string
}

export function CaseRefused(props: CaseRefusedProps): JSX.Element {
  return (
    <div class="page page--narrow">
      <PageHeader title={props.title} back={props.back} />
      <Banner kind="warning">{props.text}</Banner>
    </div>
  )
}
