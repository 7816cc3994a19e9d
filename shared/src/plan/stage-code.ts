/** The stations a submission can pass on its way (domain §4.3); a plan's chain lists the ones that exist there, in order. */
import * as z from 'zod/mini'

export const STAGE_CODES = [
  'EMP',
  'TALENT',
  'DEPT_C',
  'DEPT_M',
  'DEPT_P',
  'HRSS_C',
  'HRSS_M',
  'ECO_HR',
  'JR_OFFICE',
  'JR_INTERVIEW',
  'JR_MEETING',
  'MID_OFFICE',
  'MID_MEETING',
  'SR_OFFICE',
  'SR_MEETING',
  'CENTER',
  'FEE',
  'FORM',
  'INTERVIEW',
  'QUAL_PUB',
  'RESULT_PUB',
  'ANNOUNCE',
  'CERT',
] as const

export type StageCode = (typeof STAGE_CODES)[number]

export const stageCodeSchema = z.enum(STAGE_CODES)
