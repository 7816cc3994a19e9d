import { en } from './en/office-cases.ts'
import { words } from './words.ts'
import { zh } from './zh/office-cases.ts'

export const officeCasesWords = words(zh, en)
