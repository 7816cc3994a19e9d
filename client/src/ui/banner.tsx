/** Something to know before going on, at the place it is about. An error interrupts those who listen; the rest waits its turn. */
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import './notices.css'

export interface BannerProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  readonly title?: string | undefined
  readonly children?: JSX.Element | undefined
  readonly actions?: JSX.Element | undefined
  /** It was on the page from the start, so it is read in its place and not announced. */
  readonly isQuiet?: boolean | undefined
}

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert }

export function Banner(props: BannerProps): JSX.Element {
  const t = useText(uiWords)
  return (
    <div
      class={`banner banner--${props.kind}`}
      role={props.isQuiet ? undefined : props.kind === 'error' ? 'alert' : 'status'}
    >
      <Dynamic component={ICONS[props.kind]} size={18} aria-hidden="true" />
      <div>
        <span class="for-ears">{t(`banner.${props.kind}`)}: </span>
        <Show when={props.title}>
          <div class="banner__title">{props.title}</div>
        </Show>
        {props.children}
      </div>
      <Show when={props.actions}>
        <div class="banner__actions">{props.actions}</div>
      </Show>
    </div>
  )
}
