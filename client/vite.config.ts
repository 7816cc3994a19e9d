/**
 * How the client is built: one small first load (sign-in), then each page on its own, so that an office computer with a
 * slow line sees the first screen at once. Yjs and Dexie come with the pages that need a document, not before.
 *
 * The service worker is our own (`src/service-worker.ts`): it keeps the shell for offline use and never an answer of the relay.
 */
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { firstLoadLimit } from './first-load-limit.ts'
import { layerOrder } from './layer-order.ts'

const RELAY = 'http://127.0.0.1:4480'

export default defineConfig({
  plugins: [
    layerOrder(),
    solid(),
    firstLoadLimit('/account/sign-in-page.tsx', 120_000),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      // The page registers it itself (update-prompt.tsx): an inline script would break the content security policy.
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
      manifest: {
        id: '/',
        name: '业绩簿 · 职称业绩档案与申报',
        short_name: '业绩簿',
        description: '一年四季记录业绩，单位核定，申报时直接提取。离线可用。',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#0b5a52',
        background_color: '#f3f5f4',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  server: {
    proxy: {
      '/api': RELAY,
      '/sync': { target: RELAY, ws: true },
    },
  },
  build: {
    target: ['chrome109', 'safari16.4', 'firefox115'],
    cssTarget: ['chrome109', 'safari16.4', 'firefox115'],
    sourcemap: true,
    // The content security policy knows only files of this origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
