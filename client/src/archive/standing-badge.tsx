/** What the employer's rulings say about an entry today, in one word with its mark. The words are those of the review, fixed. */
import type { JSX } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import type { ArchiveView } from '../sync/create-archive.ts'
import { Badge, type Mark, type Tone } from '../ui/badge.tsx'

export type Standing = ReturnType<ArchiveView['standing']>
export type StandingKind = Standing['kind']

/** In the order in which an owner deals with them. */
export const STANDING_KINDS = [
  'returned',
  'rejected',
  'draft',
  'edited-after-approval',
  'edited-while-waiting',
  'waiting',
  'approved',
] as const satisfies readonly StandingKind[]

const LOOKS: Readonly<Record<StandingKind, { readonly tone: Tone; readonly mark: Mark }>> = {
  draft: { tone: 'plain', mark: 'dot' },
  waiting: { tone: 'info', mark: 'clock' },
  'edited-while-waiting': { tone: 'warn', mark: 'changed' },
  approved: { tone: 'good', mark: 'check' },
  'edited-after-approval': { tone: 'warn', mark: 'changed' },
  returned: { tone: 'bad', mark: 'returned' },
  rejected: { tone: 'bad', mark: 'cross' },
}

export interface StandingBadgeProps {
  readonly kind: StandingKind
  /** How many entries stand so, where the badge speaks for several. */
  readonly count?: number | undefined
}

export function StandingBadge(props: StandingBadgeProps): JSX.Element {
  const t = useText(archiveWords)
  const look = () => LOOKS[props.kind]
  return (
    <Badge tone={look().tone} mark={look().mark} title={t(`standingAbout.${props.kind}`)}>
      <span>{t(`standing.${props.kind}`)}</span>
      {props.count === undefined ? null : <span>{props.count}</span>}
    </Badge>
  )
}
