import { en } from './en/records.ts'
import { words } from './words.ts'
import { zh } from './zh/records.ts'

export const recordsWords = words(zh, en)
