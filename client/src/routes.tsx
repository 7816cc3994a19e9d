/** Every address and the page behind it. Each page is fetched when it is first opened; the service worker keeps them all. */
import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'

const gallery: readonly RouteDefinition[] = import.meta.env.DEV
  ? [{ path: '/gallery', component: lazy(() => import('./ui/gallery/gallery-page.tsx')) }]
  : []

export const routes: RouteDefinition[] = [
  { path: '/', component: lazy(() => import('./home-page.tsx')) },
  { path: '/sign-in', component: lazy(() => import('./account/sign-in-page.tsx')) },
  { path: '/sign', component: lazy(() => import('./application/pledge/signing-page.tsx')) },
  { path: '/check/:code?', component: lazy(() => import('./forms/check-page.tsx')) },
  { path: '/notice/:code', component: lazy(() => import('./case/public-notice-page.tsx')) },
  { path: '/notice/:code/objection/:receipt', component: lazy(() => import('./case/objection-answer-page.tsx')) },
  { path: '/first-run/:token', component: lazy(() => import('./account/first-run-page.tsx')) },
  { path: '/register', component: lazy(() => import('./account/employer-register-page.tsx')) },
  { path: '/register/person', component: lazy(() => import('./account/employer-register-page.tsx')) },
  { path: '/employer', component: lazy(() => import('./account/employer-page.tsx')) },
  { path: '/employer/:org/authorisation', component: lazy(() => import('./account/employer-authorisation-page.tsx')) },
  { path: '/members', component: lazy(() => import('./account/members-page.tsx')) },
  { path: '/operations/orgs', component: lazy(() => import('./operations/orgs-page.tsx')) },
  { path: '/operations/accounts', component: lazy(() => import('./operations/accounts-page.tsx')) },
  { path: '/operations/health', component: lazy(() => import('./operations/health-page.tsx')) },
  { path: '/messages', component: lazy(() => import('./case/messages/messages-page.tsx')) },
  { path: '/diary', component: lazy(() => import('./case/messages/diary-page.tsx')) },
  { path: '/settings', component: lazy(() => import('./account/settings-page.tsx')) },
  { path: '/storage', component: lazy(() => import('./storage/storage-page.tsx')) },
  { path: '/archive', component: lazy(() => import('./archive-home-page.tsx')) },
  { path: '/archive/profile', component: lazy(() => import('./archive/profile-page.tsx')) },
  { path: '/archive/import', component: lazy(() => import('./archive/transfer/import-page.tsx')) },
  { path: '/archive/export', component: lazy(() => import('./archive/transfer/export-page.tsx')) },
  { path: '/archive/:section', component: lazy(() => import('./archive/section-page.tsx')) },
  { path: '/archive/:section/:item', component: lazy(() => import('./archive/item-page.tsx')) },
  { path: '/application', component: lazy(() => import('./case/applications-page.tsx')) },
  { path: '/application/:id/:step?', component: lazy(() => import('./forms/application-papers-page.tsx')) },
  { path: '/receipts/:application/:order', component: lazy(() => import('./case/payment/receipt-page.tsx')) },
  { path: '/review', component: lazy(() => import('./review/queue-page.tsx')) },
  { path: '/review/:archive', component: lazy(() => import('./review/archive-review-page.tsx')) },
  { path: '/cases', component: lazy(() => import('./case/cases-page.tsx')) },
  { path: '/cases/:id', component: lazy(() => import('./forms/case-papers-page.tsx')) },
  { path: '/office/cases', component: lazy(() => import('./case/office/office-list-page.tsx')) },
  { path: '/office/cases/:application', component: lazy(() => import('./forms/office-papers-page.tsx')) },
  { path: '/office/settings', component: lazy(() => import('./case/office/settings-page.tsx')) },
  { path: '/office/meetings', component: lazy(() => import('./forms/office-meetings-page.tsx')) },
  { path: '/panel', component: lazy(() => import('./case/panel/panel-page.tsx')) },
  { path: '/panel/:application', component: lazy(() => import('./case/panel/panel-case-page.tsx')) },
  { path: '/statistics', component: lazy(() => import('./case/statistics/statistics-page.tsx')) },
  { path: '/papers', component: lazy(() => import('./forms/group-papers-page.tsx')) },
  { path: '/plans', component: lazy(() => import('./plan/editor/plans-page.tsx')) },
  { path: '/plans/:office/:id', component: lazy(() => import('./plan/editor/draft-page.tsx')) },
  ...gallery,
  { path: '*', component: lazy(() => import('./not-found-page.tsx')) },
]
