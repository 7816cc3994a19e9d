/**
 * A ruling that the relay said no to: why, and what to do. When the content moved on, both are compared and the reviewer is asked again.
 * It stays until she has read it or ruled anew.
 */
import type { RevisionContent } from '@yejibu/shared/archive/revision'
import { createMemo, type JSX, Show } from 'solid-js'
import { differenceOf } from '../archive/difference.ts'
import { DifferenceTable } from '../archive/difference-table.tsx'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { RulingUnderWay } from './rulings-under-way.ts'

export interface RefusedRulingProps {
  readonly ruling: RulingUnderWay
  /** What she ruled on, where it is still known. */
  readonly saw: RevisionContent | null
  readonly current: RevisionContent | null
  readonly onSeeCurrent: () => void
  readonly onRetry: () => void
  readonly onDismiss: () => void
}

const KNOWN = [
  'revision-moved-on',
  'already-ruled',
  'not-sent',
  'evidence-not-here',
  'field-not-there',
  'reason-required',
  'not-approved',
  'not-yours',
] as const

/** Asking the same thing again can help only with these. */
const MAY_RETRY: ReadonlySet<string> = new Set(['evidence-not-here', 'other'])

export function RefusedRuling(props: RefusedRulingProps): JSX.Element {
  const t = useText(reviewWords)
  const said = () => props.ruling.refusal?.kind ?? 'unexpected'
  const kind = () =>
    KNOWN.find((known) => known === said()) ?? (said() === 'not-allowed' ? ('not-yours' as const) : ('other' as const))
  const hasMovedOn = () => kind() === 'revision-moved-on'
  const difference = createMemo(() =>
    hasMovedOn() && props.saw && props.current ? differenceOf(props.saw, props.current) : null,
  )
  return (
    <Banner
      kind="warning"
      title={t('refused.title', { verdict: t(`verdict.${props.ruling.verdict}`) })}
      actions={
        <>
          <Show when={hasMovedOn() && props.current}>
            <Button size="small" look="primary" onPress={() => props.onSeeCurrent()}>
              {t('refused.seeCurrent')}
            </Button>
          </Show>
          <Show when={MAY_RETRY.has(kind())}>
            <Button size="small" onPress={() => props.onRetry()}>
              {t('refused.retry')}
            </Button>
          </Show>
          <Button size="small" look="quiet" onPress={() => props.onDismiss()}>
            {t('refused.dismiss')}
          </Button>
        </>
      }
    >
      <p>{t(`refused.${kind()}`, { kind: said() })}</p>
      <Show when={hasMovedOn() && props.current === null}>
        <p>{t('refused.noCurrent')}</p>
      </Show>
      <Show when={difference()}>
        {(known) => (
          <>
            <p class="small">{t('refused.difference')}</p>
            <DifferenceTable difference={known()} />
          </>
        )}
      </Show>
    </Banner>
  )
}
