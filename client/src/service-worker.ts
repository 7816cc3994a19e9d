/// <reference lib="webworker" />
/**
 * Keeps the shell (pages, styles, icons) so that every page opens without a network. It keeps nothing that the relay answers:
 * `/api` and `/sync` always go to the relay, and what people write is kept by the page itself in IndexedDB.
 *
 * A new version waits until the person agrees to it (update-prompt.tsx), so no page changes under her hands.
 */
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[]
}

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(?:\/|$)/, /^\/sync(?:\/|$)/] }),
)

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
})
clientsClaim()
