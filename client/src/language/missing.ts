import { en } from './en/missing.ts'
import { words } from './words.ts'
import { zh } from './zh/missing.ts'

export const missingWords = words(zh, en)
