/**
 * What is shown in place of a page that failed. A page whose code could not be fetched is told apart from one with a defect:
 * the first is cured by the network, the second by a reload and a word to the administrator.
 */
import { useLocation } from '@solidjs/router'
import { createEffect, createUniqueId, type JSX, on, Show } from 'solid-js'
import { useText } from './language/language.tsx'
import { shellWords } from './language/shell.ts'
import { Button } from './ui/button.tsx'

/** The three browsers word it differently; none gives it a type of its own. */
export function isCodeUnreachable(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script failed|preload css/i.test(error.message)
  )
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

export function PageError(props: { readonly error: unknown; readonly onRetry: () => void }): JSX.Element {
  const t = useText(shellWords)
  const id = createUniqueId()
  const location = useLocation()
  // Another address is another page: the failure of this one does not stand in its way.
  createEffect(
    on(
      () => location.pathname,
      () => props.onRetry(),
      { defer: true },
    ),
  )
  const isOffline = () => isCodeUnreachable(props.error)
  return (
    <section class="page page--narrow stack" role="alert" aria-labelledby={id}>
      <h1 id={id}>{t(isOffline() ? 'error.offlineTitle' : 'error.title')}</h1>
      <p>{t(isOffline() ? 'error.offlineBody' : 'error.body')}</p>
      <div class="row">
        <Show
          when={isOffline()}
          fallback={
            <Button look="primary" onPress={() => window.location.reload()}>
              {t('error.reload')}
            </Button>
          }
        >
          {/* A browser remembers that a module failed, so only a reload asks for it again. */}
          <Button look="primary" onPress={() => window.location.reload()}>
            {t('error.retry')}
          </Button>
        </Show>
        <Button
          onPress={() => {
            window.history.pushState(null, '', '/')
            window.location.reload()
          }}
        >
          {t('error.home')}
        </Button>
      </div>
      <Show when={!isOffline()}>
        <details>
          <summary>{t('error.details')}</summary>
          <pre class="small">{describe(props.error)}</pre>
        </details>
      </Show>
    </section>
  )
}
