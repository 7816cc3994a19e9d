/** How a step stands, in few stable words. */
import type { JSX } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { Badge, type Mark, type Tone } from '../../ui/badge.tsx'
import type { StepState } from './step.ts'

/** The last step waits for the others. */
export type ShownState = StepState | { readonly kind: 'waits' } | { readonly kind: 'ready' }

const LOOKS: Readonly<Record<ShownState['kind'], readonly [Tone, Mark]>> = {
  'not-needed': ['plain', 'none'],
  'not-started': ['plain', 'none'],
  'under-way': ['info', 'dot'],
  problems: ['bad', 'cross'],
  done: ['good', 'check'],
  waits: ['plain', 'none'],
  ready: ['good', 'check'],
}

export function StepBadge(props: { readonly state: ShownState }): JSX.Element {
  const t = useText(filingWords)
  const text = () => t(`state.${props.state.kind}`, { n: 'n' in props.state ? props.state.n : 0 })
  return (
    <Badge tone={LOOKS[props.state.kind][0]} mark={LOOKS[props.state.kind][1]}>
      {text()}
    </Badge>
  )
}
