import { en } from './en/office-steps.ts'
import { words } from './words.ts'
import { zh } from './zh/office-steps.ts'

export const officeStepsWords = words(zh, en)
