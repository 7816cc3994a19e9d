/** 评审结果: announced, and the certificate with its number and where anybody may check it. */
import { A } from '@solidjs/router'
import type { Case } from '@yejibu/shared/case/case-state'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { courseWords } from '../language/course.ts'
import { useText } from '../language/language.tsx'
import { Card } from '../ui/card.tsx'

export interface ResultCardProps {
  readonly kase: Case
  /** Of the certificate, as anybody checks it; null before there is one. */
  readonly checkCode: string | null
}

export function ResultCard(props: ResultCardProps): JSX.Element {
  const t = useText(courseWords)
  const announced = () => (props.kase.state.kind === 'announced' ? props.kase.state : null)
  const certified = () => (props.kase.state.kind === 'certified' ? props.kase.state : null)
  return (
    <Switch>
      <Match when={announced()}>
        {(state) => <Card title={t('result.title')}>{t('result.announced', { on: state().on })}</Card>}
      </Match>
      <Match when={certified()}>
        {(state) => (
          <Card title={t('result.title')}>
            <div class="stack">
              <p>{t('result.certified', { number: state().number })}</p>
              <Show when={props.checkCode}>
                {(code) => (
                  <p>
                    <A href={`/check/${code()}`}>{t('result.check')}</A>
                  </p>
                )}
              </Show>
            </div>
          </Card>
        )}
      </Match>
    </Switch>
  )
}
