import type { SameKeys } from '../words.ts'
import type { zh } from '../zh/falsification.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Falsification established',
  decided: 'Established {{ at }}; the application is void.',
  reason: 'Why',
  effect: 'What follows',
  ban: 'No higher title may be applied for from {{ from }} to {{ until }}.',
  noBan: 'The plan closes no years.',
  revoked: 'The title obtained is revoked and its certificate is void.',
  evidence: 'What it rests on ({{ n }})',
  file: 'File {{ n }}',
  look: 'Look at file {{ n }}',
  hash: 'Check code {{ hash }}',
  kept: 'The office that established it keeps the files; they may speak of other people and are not opened here. If you disagree, ask that office with the check code to show them or to look again.',
  forOffices: 'Only the offices of this case can open them, and each opening stands in the applicant’s access diary.',
}
