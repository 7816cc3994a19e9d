/** Shows a part on an empty page, in Chinese, as it stands in the product. */
import { render } from '@solidjs/testing-library'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { JSX } from 'solid-js'
import { LanguageProvider } from '../../language/language.tsx'
import { ToastProvider } from '../toasts.tsx'

export function show(part: () => JSX.Element): UserEvent {
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>{part()}</ToastProvider>
    </LanguageProvider>
  ))
  return userEvent.setup()
}
