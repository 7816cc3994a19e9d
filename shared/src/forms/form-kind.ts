/** The printed forms by name: F1–F17 in the order of domain §6, then what it has no number for. */
export const FORM_KINDS = [
  'publicity',
  'evaluation',
  'roster',
  'expert-opinion',
  'post-information',
  'exception',
  'mandate',
  'authorisation',
  'pledge',
  'self-evaluation',
  'direct-recommendation',
  'direct-abc',
  'work-history',
  'hours',
  'bag-cover',
  'material-list',
  'unit-note',
  'minutes',
] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** F1 … F17, and on. */
export function formNumber(kind: FormKind): number {
  return FORM_KINDS.indexOf(kind) + 1
}
