import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/pointing.ts'

export const en: SameKeys<typeof zh> = {
  evidence: 'Evidence',
  join: ', ',
  about: 'About: {{ names }}',
  returned: 'Returned: {{ reason }}',
  rejected: 'Rejected: {{ reason }}',
  toggle: 'Point at {{ name }}',
  title: 'Which fields it is about (optional)',
  hint: 'The owner reads the reason beside each of them.',
}
