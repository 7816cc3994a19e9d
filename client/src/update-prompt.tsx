/** Registers the service worker, and asks before a new version takes over. Nothing written is lost: it lies in IndexedDB. */

import { useRegisterSW } from 'virtual:pwa-register/solid'
import { type JSX, Show } from 'solid-js'
import { useText } from './language/language.tsx'
import { shellWords } from './language/shell.ts'
import { Banner } from './ui/banner.tsx'
import { Button } from './ui/button.tsx'

const LOOK_AGAIN_MS = 60 * 60 * 1000

export default function UpdatePrompt(): JSX.Element {
  const t = useText(shellWords)
  const {
    needRefresh: [isNewer, setNewer],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_url, registration) => {
      if (registration === undefined) return
      // An office keeps the page open for days: it looks for a new version while it is in sight and on line.
      setInterval(() => {
        if (navigator.onLine && document.visibilityState === 'visible')
          void registration.update().catch(() => undefined)
      }, LOOK_AGAIN_MS)
    },
  })
  return (
    <Show when={isNewer()}>
      <div class="banner--app">
        <Banner
          kind="info"
          actions={
            <>
              <Button size="small" look="primary" onPress={() => void updateServiceWorker(true)}>
                {t('update.apply')}
              </Button>
              <Button size="small" look="quiet" onPress={() => setNewer(false)}>
                {t('update.later')}
              </Button>
            </>
          }
        >
          {t('update.ready')}
        </Banner>
      </div>
    </Show>
  )
}
