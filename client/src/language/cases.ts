import { en } from './en/cases.ts'
import { words } from './words.ts'
import { zh } from './zh/cases.ts'

export const casesWords = words(zh, en)
