import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/shell.ts'

export const en: SameKeys<typeof zh> = {
  product: 'Yejibu',
  skip: 'Skip to main content',
  nav: {
    label: 'Main',
    archive: 'My archive',
    application: 'My applications',
    review: 'Archive review',
    cases: 'Submissions',
    officeCases: 'Office review',
    meetings: 'Rosters and meetings',
    officeSettings: 'Fees and offices',
    members: 'People',
    orgs: 'Organisations',
    accounts: 'Accounts',
    health: 'Health',
    plans: 'Plans',
    papers: 'Print and export',
    statistics: 'Statistics',
    settings: 'Settings',
    count: '{{ n }} to deal with',
  },
  person: {
    panel: 'Panel',
    menu: 'Menu of {{ name }}',
    signOut: 'Sign out',
    settings: 'Settings',
    employer: 'My employer',
    diary: 'Who looked into my archive',
  },
  connection: {
    online: 'Online',
    offline: 'Offline',
    connecting: 'Connecting',
    onlineAbout: "Connected to your employer's server; changes are synced as you make them.",
    offlineAbout: "Not connected to your employer's server. Go on writing: it is kept on this device and synced later.",
    connectingAbout: "Connecting to your employer's server. Go on writing.",
    waiting: '{{ n }} waiting',
    waitingAbout: '{{ n }} actions wait to be sent; they go out in order once you are online.',
    broken: 'Not saved here',
    brokenAbout: 'The browser did not store your latest changes. Keep this page open, check disk space, then reload.',
  },
  update: {
    ready: 'A new version is here. Updating takes seconds and loses nothing you wrote.',
    apply: 'Update',
    later: 'Later',
  },
  error: {
    title: 'This page failed',
    body: 'What you wrote is kept on this device. Reload the page; if it fails again, tell your administrator what is below.',
    reload: 'Reload',
    home: 'Go to the first page',
    details: 'Error details',
    offlineTitle: 'This page is not on this device yet',
    offlineBody:
      'You have not opened this page here before, so it cannot be loaded offline. Connect and try again, or open another page.',
    retry: 'Try again',
  },
  notFound: {
    title: 'No such page',
    body: 'The address may be wrong, or what was here has moved. Start again from the navigation.',
  },
  noRole: {
    title: 'Your account belongs to no organisation yet',
    body: 'Your account has no role in any organisation, so there is nothing to do here. Ask your HR department or the administrator.',
  },
  noPage: {
    title: 'No pages for your role yet',
    body: 'The pages for your role are not open yet. If there is something to be done, ask the administrator.',
  },
  problem: {
    expired: 'Your session has expired. Go on writing, it is kept on this device; it syncs once you sign in again.',
    signIn: 'Sign in again',
    feedBroken:
      "The server's records contradict each other (entry {{ seq }}), so no new ones are taken in. Ask the administrator to check, then read them again.",
    startOver: 'Read again',
    refused: '{{ n }} actions were not accepted; see why and deal with them.',
    see: 'See',
    storeBroken:
      'This browser has stopped saving. Keep this page open, change nothing more and check the disk; if it does not recover, ask your administrator.',
    storageFull: 'This device is out of storage, so nothing new can be kept. Free some disk space before you go on.',
    storageTight: 'This device is nearly out of storage. Free some space, or scans may no longer be kept.',
    workplace:
      'What is kept on this device cannot be opened. Close other tabs of this site and try again; use an ordinary window if this one is private.',
  },
}
