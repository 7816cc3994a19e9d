/** Claims under indicators that the table does not have (it changed since): shown so that they can be taken away. */
import type { ScoreClaim } from '@yejibu/shared/plan/self-score'
import { For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { Button } from '../../ui/button.tsx'
import type { Draft } from '../create-draft.ts'
import { indicatorAnchor } from '../problem-line.ts'
import '../steps/steps.css'

export interface StrayClaimsProps {
  readonly claims: readonly ScoreClaim[]
  readonly draft: Pick<Draft, 'unclaim'>
  readonly isLocked: boolean
}

export function StrayClaims(props: StrayClaimsProps): JSX.Element {
  const t = useText(filingWords)
  return (
    <Show when={props.claims.length > 0}>
      <ul class="claims">
        <For each={props.claims}>
          {(claim) => (
            <li id={indicatorAnchor(claim.indicator)} class="claim apply__anchor">
              <span class="claim__item">{claim.indicator}</span>
              <Button
                size="small"
                look="quiet"
                label={t('score.removeOf', { row: claim.row, item: claim.item ?? '' })}
                isDisabled={props.isLocked}
                onPress={() => props.draft.unclaim(claim)}
              >
                {t('score.remove')}
              </Button>
              <span class="claim__why">{t('score.why.unknown-indicator')}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
