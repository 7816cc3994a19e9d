/** Words about what an archive lacks for a plan. */
export const en = {
  title: 'Still missing for a filing',
  noPlan: 'No plan is open now or will be soon.',
  nothing: 'complete',
  count: '{{ n }} missing',
  complete: 'All that this plan asks of the archive is approved.',
  apply: 'Apply',
  state: {
    empty: 'Not written yet. Fill it in and send it to your employer.',
    draft: 'Written, and not sent for review yet.',
    back: 'Your employer did not approve it. Mend it and send it again.',
    waiting: 'Sent; your employer has not ruled yet.',
  },
  waitingItems: 'Entries under review',
  stillWaiting: 'This plan wants every review finished; {{ n }} still wait.',
  unapproved: ' {{ n }} more of this section are not approved.',
}
