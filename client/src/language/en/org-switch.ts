import type { zh } from '../zh/org-switch.ts'

export const en: typeof zh = {
  office: 'Acting for office',
  employer: 'Acting for employer',
}
