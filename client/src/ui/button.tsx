/**
 * A button does something; a link button goes somewhere. Busy keeps the focus and the name and ignores further presses, so a
 * double click asks once. A button that cannot be used says why, as its description, and can still be focused.
 */
import { A } from '@solidjs/router'
import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import './button.css'

export interface ButtonLook {
  /** One primary button at most in each place where a decision is made. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  readonly size?: 'small' | undefined
  readonly isWide?: boolean | undefined
  /** Only an icon inside: then `label` is needed. */
  readonly isIcon?: boolean | undefined
}

export interface ButtonProps extends ButtonLook {
  readonly children: JSX.Element
  readonly onPress?: ((event: MouseEvent) => void) | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly label?: string | undefined
  readonly isBusy?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** The id of what stands beside it and says more. */
  readonly describedBy?: string | undefined
  /** Why it cannot be used now; given, the button is disabled. */
  readonly whyNot?: string | undefined
  readonly isPressed?: boolean | undefined
  readonly ref?: ((element: HTMLButtonElement) => void) | undefined
}

function classesOf(props: ButtonLook): string {
  const classes = ['button', `button--${props.look ?? 'secondary'}`]
  if (props.size) classes.push(`button--${props.size}`)
  if (props.isWide) classes.push('button--wide')
  if (props.isIcon) classes.push('button--icon')
  return classes.join(' ')
}

export function Button(props: ButtonProps): JSX.Element {
  const id = createUniqueId()
  const isOff = () => props.isBusy || Boolean(props.whyNot)
  return (
    <>
      <button
        type={props.type ?? 'button'}
        class={classesOf(props)}
        disabled={props.isDisabled}
        aria-label={props.label}
        title={props.isIcon ? props.label : props.whyNot}
        aria-disabled={isOff() ? true : undefined}
        aria-busy={props.isBusy ? true : undefined}
        aria-pressed={props.isPressed}
        aria-describedby={props.whyNot ? `${id}-why` : props.describedBy}
        onClick={(event) => {
          if (isOff()) {
            event.preventDefault()
            return
          }
          props.onPress?.(event)
        }}
        ref={(element) => props.ref?.(element)}
      >
        <Show when={props.isBusy}>
          <span class="button__spinner" aria-hidden="true" />
        </Show>
        {props.children}
      </button>
      <Show when={props.whyNot}>
        <span id={`${id}-why`} class="for-ears">
          {props.whyNot}
        </span>
      </Show>
    </>
  )
}

export interface LinkButtonProps extends ButtonLook {
  readonly children: JSX.Element
  readonly href: string
  readonly label?: string | undefined
}

export function LinkButton(props: LinkButtonProps): JSX.Element {
  const [own] = splitProps(props, ['href', 'label'])
  return (
    <A href={own.href} class={classesOf(props)} aria-label={own.label}>
      {props.children}
    </A>
  )
}
