/** What could not be read, and the button that reads again. Nothing is shown while there is no trouble. */
import { type JSX, Show } from 'solid-js'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

export interface RetryBannerProps {
  /** Why, in words; absent when all is well. */
  readonly trouble: string | undefined
  readonly retry: string
  readonly isBusy?: boolean
  readonly onRetry: () => void
}

export function RetryBanner(props: RetryBannerProps): JSX.Element {
  return (
    <Show when={props.trouble}>
      {(text) => (
        <Banner
          kind="warning"
          actions={
            <Button size="small" isBusy={props.isBusy ?? false} onPress={() => props.onRetry()}>
              {props.retry}
            </Button>
          }
        >
          {text()}
        </Banner>
      )}
    </Show>
  )
}
