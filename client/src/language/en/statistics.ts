import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/statistics.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Statistics',
  about:
    'How far the applications that your organisation may read have come, how long they wait, why they were sent back and what closes soon. Only those that have come to your organisation count, and never your own.',
  notYours:
    'This page is for employers’ HR, departments and committee offices. If you need it, ask the operator to give you such a role.',
  ended: 'Your session has ended. Sign in again to see the statistics.',
  asOf: 'Counted {{ at }}',
  kept: 'The office’s server cannot be reached. These are the statistics of {{ at }}. Check the network and count again.',
  never:
    'The office’s server cannot be reached, and this device has never read the statistics. Go online and count again.',
  failed: 'The statistics could not be read ({{ reference }}). Count again; if that does not help, tell the operator.',
  again: 'Count again',
  xlsx: 'Download Excel',
  csvOf: 'Download CSV: {{ title }}',
  plan: 'Plan',
  noCases: 'Nothing to count yet',
  noCasesBody: 'Once applications have come to your organisation, their numbers at each station stand here.',
  funnel: {
    title: 'Station by station',
    about:
      'At each station: came = passed + here now + sent back + ended. One that was sent back and submitted again counts from the beginning. Drafts that were never submitted are the applicant’s own and are not counted.',
    column: {
      station: 'Station',
      came: 'Came',
      passed: 'Passed',
      now: 'Here now',
      returned: 'Sent back',
      ended: 'Ended',
    },
  },
  results: {
    title: 'Results',
    column: { result: 'Result', cases: 'Cases' },
    result: {
      'under-way': 'Under way',
      certified: 'Certified',
      announced: 'Announced',
      'handed-over': 'Handed to the higher committee',
      failed: 'Not passed by the committee',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn or expired',
      voided: 'Voided for falsification',
    },
  },
  waiting: {
    title: 'How long they wait',
    about: 'Calendar days since the present state began. Who has waited longest comes first.',
    none: 'No application is under way.',
    column: { station: 'Station', state: 'State', cases: 'Cases', oldest: 'Longest', days: 'Longest in days' },
    age: { to3: 'Up to 3 days', to7: '4–7 days', to15: '8–15 days', to30: '16–30 days', over30: 'Over 30 days' },
    oldest: '{{ name }} ({{ n }} days)',
  },
  archives: {
    title: 'Review of archives',
    about: 'The archives of your employer’s people. Each person’s wait is that of her first entry without a ruling.',
    column: {
      scope: 'Scope',
      people: 'People',
      sent: 'Sent for review',
      approved: 'With approvals',
      waiting: 'Waiting',
    },
    whole: 'This employer',
  },
  reasons: {
    title: 'Why it was sent back or rejected',
    about: 'Counted by sentence; the same sentence counts once in one decision. At most 20 are listed.',
    none: 'Nothing was sent back or rejected yet.',
    column: { sentence: 'Reason', times: 'Times', people: 'People', at: 'Said at' },
  },
  closing: {
    title: 'Closing within seven working days',
    none: 'Nothing closes within seven working days.',
    column: { day: 'Last day', left: 'Working days left', what: 'What', plan: 'Plan', name: 'Name' },
    what: {
      plan: 'Applications close',
      notice: 'Employer’s notice ends',
      'list-notice': 'Qualification notice ends',
      'result-notice': 'Result notice ends',
      fee: 'Payment due',
    },
    today: 'Today',
    over: 'Over, to be closed',
    unknown: 'Calendar not published',
  },
  station: { NOTICE: 'Employer’s notice', REPORT: 'Employer’s report', ARCHIVE: 'Review of archives' },
}
