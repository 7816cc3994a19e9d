import { en } from './en/filing.ts'
import { words } from './words.ts'
import { zh } from './zh/filing.ts'

export const filingWords = words(zh, en)
